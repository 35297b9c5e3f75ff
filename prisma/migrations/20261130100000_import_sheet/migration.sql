-- AlterTable
ALTER TABLE "stat_import" ADD COLUMN     "sheet" TEXT;
