-- AlterTable
ALTER TABLE "open_call" ADD COLUMN     "learning_id" UUID;

-- CreateIndex
CREATE INDEX "open_call_learning_id_idx" ON "open_call"("learning_id");

-- AddForeignKey
ALTER TABLE "open_call" ADD CONSTRAINT "open_call_learning_id_fkey" FOREIGN KEY ("learning_id") REFERENCES "learning_question"("id") ON DELETE SET NULL ON UPDATE CASCADE;
