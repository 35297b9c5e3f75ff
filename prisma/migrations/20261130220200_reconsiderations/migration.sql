-- CreateEnum
CREATE TYPE "reconsideration_answer" AS ENUM ('stands', 'again');

-- CreateTable
CREATE TABLE "reconsideration" (
    "id" UUID NOT NULL,
    "measurement_id" UUID NOT NULL,
    "assessor_id" UUID NOT NULL,
    "answer" "reconsideration_answer",
    "reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "reconsideration_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reconsideration_assessor_id_answered_at_idx" ON "reconsideration"("assessor_id", "answered_at");

-- CreateIndex
CREATE UNIQUE INDEX "reconsideration_measurement_id_assessor_id_key" ON "reconsideration"("measurement_id", "assessor_id");

-- AddForeignKey
ALTER TABLE "reconsideration" ADD CONSTRAINT "reconsideration_measurement_id_fkey" FOREIGN KEY ("measurement_id") REFERENCES "measurement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reconsideration" ADD CONSTRAINT "reconsideration_assessor_id_fkey" FOREIGN KEY ("assessor_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE reconsideration
  ADD CONSTRAINT reconsideration_answered CHECK ((answer IS NULL) = (answered_at IS NULL)),
  ADD CONSTRAINT reconsideration_reason CHECK (answer IS NULL OR length(trim(reason)) > 0);

SELECT watch_content('reconsideration'::regclass);
