-- A goal and a measure can be judged: an indicator with a baseline, a target and a value per year, the people it is for and the
-- people it reached, and who carries it (docs/adr/0057).
CREATE TYPE "policy_unit" AS ENUM ('people', 'percent', 'euro', 'hours', 'number');
CREATE TYPE "funding_overlap" AS ENUM ('unknown', 'separate', 'may_overlap');

CREATE TABLE "policy_indicator" (
    "id" UUID NOT NULL,
    "goal_id" UUID,
    "measure_id" UUID,
    "label" TEXT NOT NULL,
    "unit" "policy_unit" NOT NULL,
    "lower_is_better" BOOLEAN NOT NULL DEFAULT false,
    "baseline_value" DECIMAL(18,4),
    "baseline_year" SMALLINT,
    "target_value" DECIMAL(18,4),
    "target_year" SMALLINT,
    "source_title" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "origin_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "policy_indicator_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "policy_indicator_value" (
    "indicator_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "value" DECIMAL(18,4) NOT NULL,
    CONSTRAINT "policy_indicator_value_pkey" PRIMARY KEY ("indicator_id","year")
);
CREATE TABLE "measure_trade_off" (
    "measure_id" UUID NOT NULL,
    "domain" "trade_off_domain" NOT NULL,
    "effect" "trade_off_effect" NOT NULL DEFAULT 'not_examined',
    "hours_per_week" DECIMAL(6,2),
    "carried_by" TEXT,
    "source_title" TEXT,
    CONSTRAINT "measure_trade_off_pkey" PRIMARY KEY ("measure_id","domain")
);
CREATE INDEX "policy_indicator_goal_id_idx" ON "policy_indicator"("goal_id");
CREATE INDEX "policy_indicator_measure_id_idx" ON "policy_indicator"("measure_id");
ALTER TABLE "policy_indicator" ADD CONSTRAINT "policy_indicator_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "policy_goal"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "policy_indicator" ADD CONSTRAINT "policy_indicator_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "policy_measure"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "policy_indicator" ADD CONSTRAINT "policy_indicator_origin_id_fkey" FOREIGN KEY ("origin_id") REFERENCES "policy_indicator"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "policy_indicator_value" ADD CONSTRAINT "policy_indicator_value_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "policy_indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "measure_trade_off" ADD CONSTRAINT "measure_trade_off_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "policy_measure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "policy_goal"
  ADD COLUMN "carried_by" TEXT,
  ADD COLUMN "people_group" INTEGER,
  ADD COLUMN "people_planned" INTEGER,
  ADD COLUMN "people_reached" INTEGER;
ALTER TABLE "policy_measure"
  ADD COLUMN "people_group" INTEGER,
  ADD COLUMN "people_planned" INTEGER,
  ADD COLUMN "people_reached" INTEGER;
ALTER TABLE "funding" ADD COLUMN "overlap" "funding_overlap" NOT NULL DEFAULT 'unknown';

-- The forms refuse these in words; here they cannot come in by another way.
ALTER TABLE policy_indicator
  ADD CONSTRAINT policy_indicator_of_one CHECK (num_nonnulls(goal_id, measure_id) = 1),
  ADD CONSTRAINT policy_indicator_label CHECK (length(trim(label)) > 0),
  ADD CONSTRAINT policy_indicator_baseline CHECK ((baseline_value IS NULL) = (baseline_year IS NULL)),
  ADD CONSTRAINT policy_indicator_target CHECK ((target_value IS NULL) = (target_year IS NULL)),
  ADD CONSTRAINT policy_indicator_years CHECK (
    coalesce(baseline_year, 2000) BETWEEN 1990 AND 2100 AND coalesce(target_year, 2000) BETWEEN 1990 AND 2100
    AND (baseline_year IS NULL OR target_year IS NULL OR target_year > baseline_year)),
  ADD CONSTRAINT policy_indicator_percent CHECK (
    unit <> 'percent' OR (coalesce(baseline_value, 0) BETWEEN 0 AND 100 AND coalesce(target_value, 0) BETWEEN 0 AND 100));
ALTER TABLE policy_indicator_value ADD CONSTRAINT policy_indicator_value_year CHECK (year BETWEEN 1990 AND 2100);
ALTER TABLE policy_goal ADD CONSTRAINT policy_goal_people CHECK (
  coalesce(people_group, 0) >= 0 AND coalesce(people_planned, 0) >= 0 AND coalesce(people_reached, 0) >= 0
  AND (people_group IS NULL OR (coalesce(people_planned, 0) <= people_group AND coalesce(people_reached, 0) <= people_group)));
ALTER TABLE policy_measure ADD CONSTRAINT policy_measure_people CHECK (
  coalesce(people_group, 0) >= 0 AND coalesce(people_planned, 0) >= 0 AND coalesce(people_reached, 0) >= 0
  AND (people_group IS NULL OR (coalesce(people_planned, 0) <= people_group AND coalesce(people_reached, 0) <= people_group)));

-- An expectation says when it was signed and when its period began, as that stood then: signed later, it predicts less.
ALTER TABLE "policy_expectation" ADD COLUMN "period_begins_on" DATE;

SELECT watch_content('policy_indicator'::regclass);
SELECT watch_content('policy_indicator_value'::regclass);
SELECT watch_content('measure_trade_off'::regclass);
