-- AlterTable
ALTER TABLE "document_reading" ADD COLUMN "consulted_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];

-- CreateTable
CREATE TABLE "initiative_consulted" (
    "initiative_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "consulted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "initiative_consulted_pkey" PRIMARY KEY ("initiative_id", "other_id")
);

-- CreateIndex
CREATE INDEX "initiative_consulted_other_id_idx" ON "initiative_consulted"("other_id");

-- AddForeignKey
ALTER TABLE "initiative_consulted" ADD CONSTRAINT "initiative_consulted_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_consulted" ADD CONSTRAINT "initiative_consulted_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "initiative_consulted" ADD CONSTRAINT "initiative_consulted_other" CHECK ("initiative_id" <> "other_id");
