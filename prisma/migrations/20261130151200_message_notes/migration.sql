-- AlterTable
ALTER TABLE "notification" ADD COLUMN "note" TEXT NOT NULL DEFAULT '';
