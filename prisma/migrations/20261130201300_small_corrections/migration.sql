-- Whether editors of an organisation publish small corrections at once.
ALTER TABLE "organisation" ADD COLUMN "instant_corrections" BOOLEAN NOT NULL DEFAULT false;

-- A version that was published before a moderator saw it.
CREATE TABLE "revision_correction" (
    "revision_id" UUID NOT NULL,
    "before_id" UUID NOT NULL,
    "looked_at" TIMESTAMPTZ(3),
    "sent_back" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "revision_correction_pkey" PRIMARY KEY ("revision_id")
);

-- CreateIndex
CREATE INDEX "revision_correction_before_id_idx" ON "revision_correction"("before_id");

-- CreateIndex
CREATE INDEX "revision_correction_looked_at_idx" ON "revision_correction"("looked_at");

-- AddForeignKey
ALTER TABLE "revision_correction" ADD CONSTRAINT "revision_correction_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "initiative_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_correction" ADD CONSTRAINT "revision_correction_before_id_fkey" FOREIGN KEY ("before_id") REFERENCES "initiative_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE revision_correction
  ADD CONSTRAINT revision_correction_sent_back CHECK (NOT sent_back OR looked_at IS NOT NULL);
