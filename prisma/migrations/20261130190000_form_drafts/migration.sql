-- CreateTable
CREATE TABLE "form_draft" (
    "user_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "form_draft_pkey" PRIMARY KEY ("user_id","form")
);

-- CreateIndex
CREATE INDEX "form_draft_user_id_saved_at_idx" ON "form_draft"("user_id", "saved_at" DESC);

-- CreateIndex
CREATE INDEX "form_draft_saved_at_idx" ON "form_draft"("saved_at");

-- AddForeignKey
ALTER TABLE "form_draft" ADD CONSTRAINT "form_draft_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "form_draft" ADD CONSTRAINT "form_draft_size" CHECK (octet_length("values"::text) <= 400000);
