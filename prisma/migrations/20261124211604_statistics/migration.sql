-- CreateEnum
CREATE TYPE "dataset_kind" AS ENUM ('cbs_odata', 'file', 'rollup');

-- CreateEnum
CREATE TYPE "import_status" AS ENUM ('reading', 'checked', 'done', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "import_trigger" AS ENUM ('screen', 'command', 'schedule');

-- AlterTable
ALTER TABLE "indicator" ADD COLUMN     "additive" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "stat_dataset" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "dataset_kind" NOT NULL,
    "source_id" UUID NOT NULL,
    "base_id" INTEGER,
    "mapping" JSONB NOT NULL,
    "is_complete" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stat_dataset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stat_series" (
    "id" SERIAL NOT NULL,
    "dataset_id" INTEGER NOT NULL,
    "indicator_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "breakdown" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "stat_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stat_cell" (
    "series_id" INTEGER NOT NULL,
    "period" INTEGER NOT NULL,
    "value" DECIMAL(18,4),
    "status" "observation_status" NOT NULL DEFAULT 'final',
    "attribute" TEXT,
    "vintage_from" TIMESTAMPTZ(3) NOT NULL,
    "vintage_to" TIMESTAMPTZ(3) NOT NULL DEFAULT 'infinity'::timestamptz,

    CONSTRAINT "stat_cell_pkey" PRIMARY KEY ("series_id","period","vintage_to")
);

-- CreateTable
CREATE TABLE "stat_import" (
    "id" UUID NOT NULL,
    "stage_key" SERIAL NOT NULL,
    "dataset_id" INTEGER NOT NULL,
    "status" "import_status" NOT NULL DEFAULT 'reading',
    "trigger" "import_trigger" NOT NULL,
    "actor_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "touched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "label" TEXT NOT NULL,
    "fingerprint" TEXT,
    "next_page" TEXT,
    "pages" INTEGER NOT NULL DEFAULT 0,
    "is_read" BOOLEAN NOT NULL DEFAULT false,
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "rows_staged" INTEGER NOT NULL DEFAULT 0,
    "rows_skipped" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "revised" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "withdrawn" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "detail" TEXT,

    CONSTRAINT "stat_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_issue" (
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "row_number" INTEGER,
    "column" TEXT,
    "code" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "import_issue_pkey" PRIMARY KEY ("import_id","position")
);

-- CreateTable
CREATE TABLE "figure_check" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "stated" DECIMAL(18,4) NOT NULL,
    "computed" DECIMAL(18,4) NOT NULL,
    "computed_to" DECIMAL(18,4) NOT NULL,
    "tolerance" DECIMAL(18,4) NOT NULL,
    "holds" BOOLEAN NOT NULL,
    "note" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "figure_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "stat_dataset_slug_key" ON "stat_dataset"("slug");

-- CreateIndex
CREATE INDEX "stat_series_indicator_id_region_id_idx" ON "stat_series"("indicator_id", "region_id");

-- CreateIndex
CREATE INDEX "stat_series_region_id_idx" ON "stat_series"("region_id");

-- CreateIndex
CREATE UNIQUE INDEX "stat_series_dataset_id_indicator_id_region_id_breakdown_key" ON "stat_series"("dataset_id", "indicator_id", "region_id", "breakdown");

-- CreateIndex
CREATE UNIQUE INDEX "stat_import_stage_key_key" ON "stat_import"("stage_key");

-- CreateIndex
CREATE INDEX "stat_import_dataset_id_started_at_idx" ON "stat_import"("dataset_id", "started_at");

-- CreateIndex
CREATE INDEX "stat_import_started_at_idx" ON "stat_import"("started_at");

-- CreateIndex
CREATE UNIQUE INDEX "figure_check_slug_key" ON "figure_check"("slug");

-- AddForeignKey
ALTER TABLE "stat_dataset" ADD CONSTRAINT "stat_dataset_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "statistical_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stat_dataset" ADD CONSTRAINT "stat_dataset_base_id_fkey" FOREIGN KEY ("base_id") REFERENCES "stat_dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stat_series" ADD CONSTRAINT "stat_series_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "stat_dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stat_series" ADD CONSTRAINT "stat_series_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stat_series" ADD CONSTRAINT "stat_series_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stat_cell" ADD CONSTRAINT "stat_cell_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "stat_series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stat_import" ADD CONSTRAINT "stat_import_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "stat_dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stat_import" ADD CONSTRAINT "stat_import_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_issue" ADD CONSTRAINT "import_issue_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "stat_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rows wait here, in a table per import, until they are compared and written.
CREATE SCHEMA staging;

ALTER TABLE stat_dataset ADD CONSTRAINT stat_dataset_rollup CHECK ((kind = 'rollup') = (base_id IS NOT NULL));
ALTER TABLE stat_cell
  ADD CONSTRAINT stat_cell_value_or_reason CHECK (value IS NOT NULL OR attribute IS NOT NULL),
  ADD CONSTRAINT stat_cell_period CHECK (period BETWEEN 1800000 AND 2200999),
  ADD CONSTRAINT stat_cell_vintage CHECK (vintage_to > vintage_from);
ALTER TABLE stat_import
  ADD CONSTRAINT stat_import_finished CHECK ((status IN ('reading', 'checked')) = (finished_at IS NULL)),
  ADD CONSTRAINT stat_import_problem CHECK ((status = 'failed') = (problem IS NOT NULL));
-- Two readers of one dataset would write each other's vintages.
CREATE UNIQUE INDEX stat_import_one_reading ON stat_import (dataset_id) WHERE status = 'reading';

-- A vintage is closed once and never changes otherwise.
CREATE TRIGGER stat_cell_keep_value BEFORE UPDATE OF series_id, period, value, status, attribute, vintage_from OR DELETE ON stat_cell
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER stat_cell_keep_closed BEFORE UPDATE OF vintage_to ON stat_cell
  FOR EACH ROW WHEN (OLD.vintage_to <> 'infinity') EXECUTE FUNCTION refuse_change();

-- Millions of rows come in one statement. A foreign key would look each of them up alone, which took longer than writing
-- them; here the statement is checked as a whole, and series are never deleted or renumbered.
ALTER TABLE stat_cell DROP CONSTRAINT stat_cell_series_id_fkey;
CREATE FUNCTION check_cell_series() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM (SELECT DISTINCT series_id FROM inserted) i LEFT JOIN stat_series s ON s.id = i.series_id WHERE s.id IS NULL) THEN
    RAISE EXCEPTION 'a figure needs its series' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER stat_cell_series AFTER INSERT ON stat_cell REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION check_cell_series();
CREATE TRIGGER stat_series_keep BEFORE UPDATE OF id, dataset_id, indicator_id, region_id, breakdown OR DELETE ON stat_series
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
