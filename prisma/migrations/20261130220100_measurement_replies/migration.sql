-- CreateTable
CREATE TABLE "measurement_reply" (
    "id" UUID NOT NULL,
    "measurement_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "measurement_reply_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "measurement_reply_organisation_id_idx" ON "measurement_reply"("organisation_id");

-- CreateIndex
CREATE INDEX "measurement_reply_author_id_idx" ON "measurement_reply"("author_id");

-- CreateIndex
CREATE UNIQUE INDEX "measurement_reply_measurement_id_version_key" ON "measurement_reply"("measurement_id", "version");

-- AddForeignKey
ALTER TABLE "measurement_reply" ADD CONSTRAINT "measurement_reply_measurement_id_fkey" FOREIGN KEY ("measurement_id") REFERENCES "measurement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement_reply" ADD CONSTRAINT "measurement_reply_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement_reply" ADD CONSTRAINT "measurement_reply_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE measurement_reply
  ADD CONSTRAINT measurement_reply_version CHECK (version >= 1),
  ADD CONSTRAINT measurement_reply_text CHECK (length(trim(text)) > 0);

CREATE FUNCTION check_measurement_reply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM measurement m JOIN initiative_indicator n ON n.id = m.indicator_id JOIN initiative i ON i.id = n.initiative_id
    WHERE m.id = NEW.measurement_id AND i.organisation_id = NEW.organisation_id
  ) THEN
    RAISE EXCEPTION 'only the owner answers a measurement' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER measurement_reply_owner BEFORE INSERT ON measurement_reply FOR EACH ROW EXECUTE FUNCTION check_measurement_reply();

-- Nothing is rewritten; only who wrote it may be forgotten.
CREATE TRIGGER measurement_reply_append_only BEFORE UPDATE OF measurement_id, version, text, organisation_id, created_at OR DELETE ON measurement_reply
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

SELECT watch_content('measurement_reply'::regclass);
