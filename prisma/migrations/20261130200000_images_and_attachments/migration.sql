-- CreateTable
CREATE TABLE "stored_image" (
    "hash" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_image_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "stored_image_file" (
    "hash" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "stored_image_file_pkey" PRIMARY KEY ("hash","format","width")
);

-- CreateTable
CREATE TABLE "stored_document" (
    "hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_document_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "revision_image" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "alt" TEXT NOT NULL,
    "is_decoration" BOOLEAN NOT NULL DEFAULT false,
    "caption" TEXT NOT NULL DEFAULT '',
    "credit" TEXT NOT NULL DEFAULT '',
    "focus_x" INTEGER NOT NULL DEFAULT 50,
    "focus_y" INTEGER NOT NULL DEFAULT 50,

    CONSTRAINT "revision_image_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_attachment" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "revision_attachment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "revision_image_hash_idx" ON "revision_image"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "revision_image_revision_id_hash_key" ON "revision_image"("revision_id", "hash");

-- CreateIndex
CREATE INDEX "revision_attachment_hash_idx" ON "revision_attachment"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "revision_attachment_revision_id_hash_key" ON "revision_attachment"("revision_id", "hash");

-- AddForeignKey
ALTER TABLE "stored_image_file" ADD CONSTRAINT "stored_image_file_hash_fkey" FOREIGN KEY ("hash") REFERENCES "stored_image"("hash") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_image" ADD CONSTRAINT "revision_image_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "initiative_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_image" ADD CONSTRAINT "revision_image_hash_fkey" FOREIGN KEY ("hash") REFERENCES "stored_image"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_attachment" ADD CONSTRAINT "revision_attachment_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "initiative_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_attachment" ADD CONSTRAINT "revision_attachment_hash_fkey" FOREIGN KEY ("hash") REFERENCES "stored_document"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "stored_image_file"
  ADD CONSTRAINT "stored_image_file_format" CHECK ("format" IN ('avif', 'webp'));

ALTER TABLE "stored_document"
  ADD CONSTRAINT "stored_document_kind" CHECK ("kind" IN ('pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods')),
  ADD CONSTRAINT "stored_document_size" CHECK ("size_bytes" = octet_length("content"));

-- Whoever does not see a picture is told what it shows, unless it shows nothing that matters.
ALTER TABLE "revision_image"
  ADD CONSTRAINT "revision_image_alt" CHECK (("alt" = '') = "is_decoration"),
  ADD CONSTRAINT "revision_image_focus" CHECK ("focus_x" BETWEEN 0 AND 100 AND "focus_y" BETWEEN 0 AND 100);

ALTER TABLE "revision_attachment"
  ADD CONSTRAINT "revision_attachment_title" CHECK ("title" <> '');

-- What readers saw with a version stays with it; with the version itself it may go.
CREATE FUNCTION keep_published_media() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM initiative_revision
    WHERE id = CASE TG_OP WHEN 'INSERT' THEN NEW.revision_id ELSE OLD.revision_id END
      AND status IN ('published', 'superseded')
  ) THEN
    RAISE EXCEPTION 'the files of a published revision cannot be changed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER keep_published_media BEFORE INSERT OR UPDATE OR DELETE ON revision_image
  FOR EACH ROW EXECUTE FUNCTION keep_published_media();
CREATE TRIGGER keep_published_media BEFORE INSERT OR UPDATE OR DELETE ON revision_attachment
  FOR EACH ROW EXECUTE FUNCTION keep_published_media();
