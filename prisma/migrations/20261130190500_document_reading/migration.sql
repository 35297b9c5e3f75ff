-- CreateTable
CREATE TABLE "document_reading" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "proposals" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_reading_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "document_reading_user_id_created_at_idx" ON "document_reading"("user_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "document_reading_expires_at_idx" ON "document_reading"("expires_at");

-- AddForeignKey
ALTER TABLE "document_reading" ADD CONSTRAINT "document_reading_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "document_reading" ADD CONSTRAINT "document_reading_size" CHECK (octet_length("proposals"::text) <= 400000);
