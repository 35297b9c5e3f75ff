-- AlterTable
ALTER TABLE "stat_import" ADD COLUMN     "requested_at" TIMESTAMPTZ(3);
