-- Why a version differs from the one before. Versions of before this column have none.
ALTER TABLE "initiative_revision" ADD COLUMN "change_reason" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "revision_return" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "returned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revision_return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_remark" (
    "return_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "revision_remark_pkey" PRIMARY KEY ("return_id", "field")
);

-- CreateIndex
CREATE INDEX "revision_return_revision_id_returned_at_idx" ON "revision_return"("revision_id", "returned_at");

-- AddForeignKey
ALTER TABLE "revision_return" ADD CONSTRAINT "revision_return_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "initiative_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_remark" ADD CONSTRAINT "revision_remark_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "revision_return"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The last reason of each version that was returned; earlier ones were overwritten.
INSERT INTO "revision_return" ("id", "revision_id", "reason", "returned_at")
SELECT gen_random_uuid(), "id", "return_reason", COALESCE("decided_at", "updated_at")
FROM "initiative_revision"
WHERE COALESCE("return_reason", '') <> '';

-- What readers were told about a published version stays what it was.
CREATE FUNCTION keep_change_reason() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the reason of a published revision cannot be rewritten' USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER keep_change_reason BEFORE UPDATE OF change_reason ON initiative_revision
  FOR EACH ROW WHEN (OLD.status = 'published' AND OLD.change_reason IS DISTINCT FROM NEW.change_reason)
  EXECUTE FUNCTION keep_change_reason();
