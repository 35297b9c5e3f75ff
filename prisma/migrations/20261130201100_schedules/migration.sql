-- What is published or closed at a later moment. Its row goes when that is done or cancelled.
CREATE TYPE "planned_act" AS ENUM ('publish', 'archive', 'withdraw');

CREATE TABLE "initiative_schedule" (
    "id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "act" "planned_act" NOT NULL,
    "revision_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "organisation_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "initiative_schedule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "initiative_schedule_revision_id_key" ON "initiative_schedule"("revision_id");

-- CreateIndex
CREATE INDEX "initiative_schedule_initiative_id_idx" ON "initiative_schedule"("initiative_id");

-- CreateIndex
CREATE INDEX "initiative_schedule_at_idx" ON "initiative_schedule"("at");

-- CreateIndex
CREATE INDEX "initiative_schedule_organisation_id_idx" ON "initiative_schedule"("organisation_id");

-- CreateIndex
CREATE INDEX "initiative_schedule_created_by_id_idx" ON "initiative_schedule"("created_by_id");

-- AddForeignKey
ALTER TABLE "initiative_schedule" ADD CONSTRAINT "initiative_schedule_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_schedule" ADD CONSTRAINT "initiative_schedule_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "initiative_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_schedule" ADD CONSTRAINT "initiative_schedule_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_schedule" ADD CONSTRAINT "initiative_schedule_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE initiative_schedule
  ADD CONSTRAINT initiative_schedule_revision CHECK ((act = 'publish') = (revision_id IS NOT NULL)),
  ADD CONSTRAINT initiative_schedule_reason CHECK (act = 'publish' OR length(trim(reason)) > 0);

-- One publication and one closing at a time.
CREATE UNIQUE INDEX initiative_schedule_one ON initiative_schedule (initiative_id, (act = 'publish'));
