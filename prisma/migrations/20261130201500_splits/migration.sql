-- From which initiative another was split off.
ALTER TABLE "initiative" ADD COLUMN "split_from_id" UUID;

-- CreateIndex
CREATE INDEX "initiative_split_from_id_idx" ON "initiative"("split_from_id");

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_split_from_id_fkey" FOREIGN KEY ("split_from_id") REFERENCES "initiative"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE initiative ADD CONSTRAINT initiative_not_split_from_itself CHECK (split_from_id <> id);
