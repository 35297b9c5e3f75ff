-- AlterTable
ALTER TABLE "meeting_material" ALTER COLUMN "url" DROP NOT NULL;

-- CreateTable
CREATE TABLE "meeting_file" (
    "material_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "meeting_file_pkey" PRIMARY KEY ("material_id")
);

-- AddForeignKey
ALTER TABLE "meeting_file" ADD CONSTRAINT "meeting_file_material_id_fkey" FOREIGN KEY ("material_id") REFERENCES "meeting_material"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Invariants ----------------------------------------------------------------------------------------------
-- The same kinds and bounds as the source of a measurement.
ALTER TABLE meeting_file
  ADD CONSTRAINT meeting_file_type CHECK (media_type IN (
    'application/pdf', 'text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'image/png', 'image/jpeg')),
  ADD CONSTRAINT meeting_file_size CHECK (size_bytes BETWEEN 1 AND 5242880 AND size_bytes = octet_length(content)),
  ADD CONSTRAINT meeting_file_name CHECK (name ~ '^[a-z0-9-]{1,80}\.(pdf|csv|xlsx|png|jpg)$'),
  ADD CONSTRAINT meeting_file_hash CHECK (sha256 ~ '^[0-9a-f]{64}$' AND sha256 = encode(sha256(content), 'hex'));
CREATE TRIGGER meeting_file_append_only BEFORE UPDATE ON meeting_file FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A material is somewhere: at an address or in a file, and not both.
CREATE FUNCTION check_meeting_material() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM meeting_material m WHERE m.id = NEW.id AND (m.url IS NULL) <> EXISTS (SELECT FROM meeting_file f WHERE f.material_id = m.id)) THEN
    RAISE EXCEPTION 'a material has an address or a file' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER meeting_material_somewhere AFTER INSERT OR UPDATE ON meeting_material DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_meeting_material();

SELECT watch_content('meeting_file');
