-- CreateTable
CREATE TABLE "form_submission" (
    "actor_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "answer" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "form_submission_pkey" PRIMARY KEY ("actor_id","digest")
);

-- CreateIndex
CREATE INDEX "form_submission_created_at_idx" ON "form_submission"("created_at");

-- AddForeignKey
ALTER TABLE "form_submission" ADD CONSTRAINT "form_submission_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
