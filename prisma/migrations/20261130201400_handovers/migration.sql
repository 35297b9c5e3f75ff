-- An initiative that is offered to another organisation. Its row goes when that is answered.
CREATE TABLE "initiative_handover" (
    "initiative_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "message" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "initiative_handover_pkey" PRIMARY KEY ("initiative_id")
);

-- CreateIndex
CREATE INDEX "initiative_handover_to_id_idx" ON "initiative_handover"("to_id");

-- CreateIndex
CREATE INDEX "initiative_handover_created_by_id_idx" ON "initiative_handover"("created_by_id");

-- AddForeignKey
ALTER TABLE "initiative_handover" ADD CONSTRAINT "initiative_handover_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_handover" ADD CONSTRAINT "initiative_handover_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_handover" ADD CONSTRAINT "initiative_handover_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
