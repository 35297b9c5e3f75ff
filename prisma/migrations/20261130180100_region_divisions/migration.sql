-- AlterTable
ALTER TABLE "region" ADD COLUMN     "ends_on" DATE,
ADD COLUMN     "valid_from" DATE;

-- CreateTable
CREATE TABLE "region_division" (
    "id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,

    CONSTRAINT "region_division_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "region_division_valid_from_key" ON "region_division"("valid_from");

-- AddForeignKey
ALTER TABLE "region_division" ADD CONSTRAINT "region_division_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A region that ended lies in its successors: their links go on where the old ones stop, so that whatever climbs
-- (search, followers, rights) finds what was said of the old region under the new one.
COMMENT ON COLUMN region.ends_on IS 'The first day on which it is no region any more; its links from that year lead to its successors.';

SELECT watch_content('region_division'::regclass);
