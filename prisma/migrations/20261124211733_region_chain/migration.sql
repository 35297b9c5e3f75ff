-- CreateEnum
CREATE TYPE "verdict_confidence" AS ENUM ('low', 'medium', 'high');

-- CreateEnum
CREATE TYPE "verdict_decision" AS ENUM ('continue', 'adapt', 'stop', 'undecided');

-- AlterTable
ALTER TABLE "policy_goal" ADD COLUMN     "is_example" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "origin_id" UUID;

-- AlterTable
ALTER TABLE "policy_measure" ADD COLUMN     "origin_id" UUID;

-- AlterTable
ALTER TABLE "policy_monitor" ADD COLUMN     "cost_per_participant_high" INTEGER,
ADD COLUMN     "cost_per_participant_low" INTEGER,
ADD COLUMN     "cost_per_placement_high" INTEGER,
ADD COLUMN     "cost_per_placement_low" INTEGER,
ADD COLUMN     "reach_outcome" INTEGER,
ADD COLUMN     "theory_activity" TEXT,
ADD COLUMN     "theory_impact" TEXT,
ADD COLUMN     "theory_input" TEXT,
ADD COLUMN     "theory_outcome" TEXT,
ADD COLUMN     "theory_output" TEXT;

-- CreateTable
CREATE TABLE "policy_expectation" (
    "id" UUID NOT NULL,
    "measure_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "text" TEXT NOT NULL,
    "written_afterwards" BOOLEAN NOT NULL DEFAULT false,
    "signed_at" TIMESTAMPTZ(3),
    "signed_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_expectation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_verdict" (
    "id" UUID NOT NULL,
    "measure_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "expectation_id" UUID,
    "observed" TEXT NOT NULL DEFAULT '',
    "other_causes" TEXT NOT NULL DEFAULT '',
    "confidence" "verdict_confidence",
    "decision" "verdict_decision",
    "reason" TEXT NOT NULL DEFAULT '',
    "supersedes_id" UUID,
    "signed_at" TIMESTAMPTZ(3),
    "signed_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict_reading" (
    "id" UUID NOT NULL,
    "verdict_id" UUID NOT NULL,
    "constituency" "constituency" NOT NULL,
    "text" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verdict_reading_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "policy_expectation_measure_id_year_key" ON "policy_expectation"("measure_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "policy_verdict_supersedes_id_key" ON "policy_verdict"("supersedes_id");

-- CreateIndex
CREATE INDEX "policy_verdict_measure_id_year_idx" ON "policy_verdict"("measure_id", "year");

-- CreateIndex
CREATE INDEX "verdict_reading_verdict_id_idx" ON "verdict_reading"("verdict_id");

-- AddForeignKey
ALTER TABLE "policy_goal" ADD CONSTRAINT "policy_goal_origin_id_fkey" FOREIGN KEY ("origin_id") REFERENCES "policy_goal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_measure" ADD CONSTRAINT "policy_measure_origin_id_fkey" FOREIGN KEY ("origin_id") REFERENCES "policy_measure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_expectation" ADD CONSTRAINT "policy_expectation_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "policy_measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_expectation" ADD CONSTRAINT "policy_expectation_signed_by_id_fkey" FOREIGN KEY ("signed_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_verdict" ADD CONSTRAINT "policy_verdict_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "policy_measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_verdict" ADD CONSTRAINT "policy_verdict_expectation_id_fkey" FOREIGN KEY ("expectation_id") REFERENCES "policy_expectation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_verdict" ADD CONSTRAINT "policy_verdict_signed_by_id_fkey" FOREIGN KEY ("signed_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_verdict" ADD CONSTRAINT "policy_verdict_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "policy_verdict"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_reading" ADD CONSTRAINT "verdict_reading_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "policy_verdict"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_reading" ADD CONSTRAINT "verdict_reading_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language cannot say ---------------------------------------------------------------------
ALTER TABLE policy_goal ADD CONSTRAINT policy_goal_not_own_origin CHECK (origin_id <> id);
ALTER TABLE policy_measure ADD CONSTRAINT policy_measure_not_own_origin CHECK (origin_id <> id);
ALTER TABLE policy_monitor
  ADD CONSTRAINT policy_monitor_cost_bounds CHECK (
    cost_per_participant_low >= 0 AND cost_per_participant_high >= cost_per_participant_low
    AND cost_per_placement_low >= 0 AND cost_per_placement_high >= cost_per_placement_low),
  ADD CONSTRAINT policy_monitor_reach_outcome CHECK (reach_outcome >= 0);

-- A goal never hangs under itself, however long the way round.
CREATE FUNCTION check_goal_tree() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.parent_id IS NOT NULL AND EXISTS (
    WITH RECURSIVE up AS (
      SELECT id, parent_id FROM policy_goal WHERE id = NEW.parent_id
      UNION SELECT g.id, g.parent_id FROM policy_goal g JOIN up ON g.id = up.parent_id
    ) SELECT 1 FROM up WHERE id = NEW.id
  ) THEN
    RAISE EXCEPTION 'a goal cannot hang under itself' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER policy_goal_tree BEFORE INSERT OR UPDATE OF parent_id ON policy_goal
  FOR EACH ROW EXECUTE FUNCTION check_goal_tree();

ALTER TABLE policy_expectation
  ADD CONSTRAINT policy_expectation_year CHECK (year BETWEEN 2000 AND 2100),
  ADD CONSTRAINT policy_expectation_text CHECK (signed_at IS NULL OR length(trim(text)) > 0),
  -- An expectation signed after its year has ended says that it was written afterwards.
  ADD CONSTRAINT policy_expectation_beforehand CHECK (
    signed_at IS NULL OR written_afterwards OR (signed_at AT TIME ZONE 'Europe/Amsterdam') < make_date(year + 1, 1, 1));
ALTER TABLE policy_verdict
  ADD CONSTRAINT policy_verdict_year CHECK (year BETWEEN 2000 AND 2100),
  ADD CONSTRAINT policy_verdict_complete CHECK (signed_at IS NULL OR (
    expectation_id IS NOT NULL AND length(trim(observed)) > 0 AND length(trim(reason)) > 0 AND confidence IS NOT NULL AND decision IS NOT NULL)),
  ADD CONSTRAINT policy_verdict_not_own_correction CHECK (supersedes_id <> id);
CREATE UNIQUE INDEX policy_verdict_one_open ON policy_verdict (measure_id, year) WHERE signed_at IS NULL;
CREATE UNIQUE INDEX policy_verdict_one_first ON policy_verdict (measure_id, year) WHERE supersedes_id IS NULL;
ALTER TABLE verdict_reading ADD CONSTRAINT verdict_reading_text CHECK (length(trim(text)) > 0);

-- Only the account behind a signature may be forgotten; everything else stands as it was signed.
CREATE FUNCTION keep_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.signed_at IS NOT NULL AND (TG_OP = 'DELETE' OR (to_jsonb(NEW) - 'signed_by_id') IS DISTINCT FROM (to_jsonb(OLD) - 'signed_by_id')) THEN
    RAISE EXCEPTION 'a signed % cannot change', TG_TABLE_NAME USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER policy_expectation_keep_signed BEFORE UPDATE OR DELETE ON policy_expectation
  FOR EACH ROW EXECUTE FUNCTION keep_signed();
CREATE TRIGGER policy_verdict_keep_signed BEFORE UPDATE OR DELETE ON policy_verdict
  FOR EACH ROW EXECUTE FUNCTION keep_signed();
CREATE TRIGGER verdict_reading_append_only BEFORE UPDATE OF verdict_id, constituency, text, created_at OR DELETE ON verdict_reading
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A verdict is about the same measure and year as its expectation and as the verdict it corrects, and rests on a signed expectation.
CREATE FUNCTION check_verdict_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.expectation_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM policy_expectation e
      WHERE e.id = NEW.expectation_id AND e.measure_id = NEW.measure_id AND e.year = NEW.year AND e.signed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a verdict rests on the signed expectation of its measure and year' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.supersedes_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM policy_verdict v
      WHERE v.id = NEW.supersedes_id AND v.measure_id = NEW.measure_id AND v.year = NEW.year AND v.signed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a correction follows a signed verdict of the same measure and year' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER policy_verdict_links BEFORE INSERT OR UPDATE ON policy_verdict
  FOR EACH ROW EXECUTE FUNCTION check_verdict_links();
