-- AlterTable
ALTER TABLE "saved_search" ADD COLUMN     "followed" BOOLEAN NOT NULL DEFAULT false;
