-- AlterEnum
ALTER TYPE "mail_status" ADD VALUE 'doubt';

-- AlterTable
ALTER TABLE "job_run" ADD COLUMN     "alive_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
