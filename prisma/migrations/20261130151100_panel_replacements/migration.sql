-- AlterTable
ALTER TABLE "assessment_invitation" ADD COLUMN "replaces_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "assessment_invitation_replaces_id_key" ON "assessment_invitation"("replaces_id");

-- AddForeignKey
ALTER TABLE "assessment_invitation" ADD CONSTRAINT "assessment_invitation_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "assessment_invitation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
