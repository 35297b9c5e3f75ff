-- AlterTable
ALTER TABLE "user_session" ADD COLUMN     "acting_for_id" UUID;

-- CreateIndex
CREATE INDEX "user_session_acting_for_id_idx" ON "user_session"("acting_for_id");

-- AddForeignKey
ALTER TABLE "user_session" ADD CONSTRAINT "user_session_acting_for_id_fkey" FOREIGN KEY ("acting_for_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
