-- What was typed in the worksheet of a region, so that it can be undone. A batch is one row that was left, or one paste.
CREATE TABLE "worksheet_change" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "row_kind" TEXT NOT NULL,
    "row_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "column_name" TEXT NOT NULL,
    "before_text" TEXT NOT NULL,
    "after_text" TEXT NOT NULL,
    "actor_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    CONSTRAINT "worksheet_change_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "worksheet_change_region_id_actor_id_created_at_idx" ON "worksheet_change"("region_id", "actor_id", "created_at");
CREATE INDEX "worksheet_change_batch_id_idx" ON "worksheet_change"("batch_id");
CREATE INDEX "worksheet_change_created_at_idx" ON "worksheet_change"("created_at");
ALTER TABLE "worksheet_change" ADD CONSTRAINT "worksheet_change_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "worksheet_change" ADD CONSTRAINT "worksheet_change_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE worksheet_change ADD CONSTRAINT worksheet_change_kind CHECK (row_kind IN ('goal', 'measure', 'funding', 'indicator'));
