-- What one import of goals added to a region, so that it can be undone.
CREATE TABLE "chain_import" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "row_count" INTEGER NOT NULL,
    "goal_ids" UUID[] NOT NULL,
    "measure_ids" UUID[] NOT NULL,
    "funding_ids" UUID[] NOT NULL,
    "indicator_ids" UUID[] NOT NULL,
    "actor_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    CONSTRAINT "chain_import_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "chain_import_region_id_created_at_idx" ON "chain_import"("region_id", "created_at");
CREATE INDEX "chain_import_created_at_idx" ON "chain_import"("created_at");
ALTER TABLE "chain_import" ADD CONSTRAINT "chain_import_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "chain_import" ADD CONSTRAINT "chain_import_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
