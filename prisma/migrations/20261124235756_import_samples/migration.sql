-- AlterTable
ALTER TABLE "stat_import" ADD COLUMN     "mapping_version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "stat_sample" (
    "id" UUID NOT NULL,
    "dataset_id" INTEGER,
    "kind" "dataset_kind" NOT NULL,
    "label" TEXT NOT NULL,
    "content" BYTEA,
    "table" JSONB,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stat_sample_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "stat_sample_dataset_id_key" ON "stat_sample"("dataset_id");

-- CreateIndex
CREATE INDEX "stat_sample_created_at_idx" ON "stat_sample"("created_at");

-- AddForeignKey
ALTER TABLE "stat_sample" ADD CONSTRAINT "stat_sample_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "stat_dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stat_sample" ADD CONSTRAINT "stat_sample_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE stat_sample
  ADD CONSTRAINT stat_sample_holds CHECK ((kind = 'file' AND content IS NOT NULL AND "table" IS NULL) OR (kind = 'cbs_odata' AND content IS NULL AND "table" IS NOT NULL)),
  ADD CONSTRAINT stat_sample_size CHECK (octet_length(content) BETWEEN 1 AND 20971520);
-- What waits was read with the mapping as it stood.
UPDATE stat_import i SET mapping_version = d.version FROM stat_dataset d WHERE d.id = i.dataset_id;
