-- CreateEnum
CREATE TYPE "measurement_horizon" AS ENUM ('short', 'twelve_months', 'longer');

-- AlterTable
ALTER TABLE "initiative_indicator" ADD COLUMN     "lower_is_better" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "measurement" ADD COLUMN     "correction_reason" TEXT,
ADD COLUMN     "horizon" "measurement_horizon",
ADD COLUMN     "population" TEXT;

-- CreateTable
CREATE TABLE "measurement_file" (
    "measurement_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "measurement_file_pkey" PRIMARY KEY ("measurement_id")
);

-- AddForeignKey
ALTER TABLE "measurement_file" ADD CONSTRAINT "measurement_file_measurement_id_fkey" FOREIGN KEY ("measurement_id") REFERENCES "measurement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Each rule also stands in lib/indicators/schema.ts, in words. NOT VALID: measurements from before these rules keep standing.
ALTER TABLE measurement
  ADD CONSTRAINT measurement_period_complete CHECK (period_start IS NULL OR period_end IS NOT NULL),
  ADD CONSTRAINT measurement_correction_reason
    CHECK (supersedes_id IS NULL OR length(trim(coalesce(correction_reason, ''))) > 0) NOT VALID,
  ADD CONSTRAINT measurement_comparison_named
    CHECK (design IN ('after_only', 'before_after') OR length(trim(coalesce(comparison_description, ''))) > 0) NOT VALID,
  ADD CONSTRAINT measurement_comparison_whole CHECK (comparison_numerator IS NULL OR comparison_n IS NOT NULL) NOT VALID;

-- A correction replaces a measurement of the same indicator.
CREATE FUNCTION check_correction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.indicator_id IS DISTINCT FROM (SELECT m.indicator_id FROM measurement m WHERE m.id = NEW.supersedes_id) THEN
    RAISE EXCEPTION 'a correction belongs to the indicator of what it replaces' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER measurement_correction BEFORE INSERT ON measurement
  FOR EACH ROW WHEN (NEW.supersedes_id IS NOT NULL) EXECUTE FUNCTION check_correction();

-- The columns that came with this migration are kept like the others.
DROP TRIGGER measurement_append_only ON measurement;
CREATE TRIGGER measurement_append_only BEFORE UPDATE OF indicator_id, measured_on, period_start, period_end, value, numerator, n,
    population, horizon, qualifier, design, comparison_numerator, comparison_n, comparison_description, independent, measured_by,
    source_title, source_url, note, supersedes_id, correction_reason, created_at OR DELETE ON measurement
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A source file is one of five kinds, at most 5 MB, and exactly as long as it says.
ALTER TABLE measurement_file
  ADD CONSTRAINT measurement_file_type CHECK (media_type IN (
    'application/pdf', 'text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'image/png', 'image/jpeg')),
  ADD CONSTRAINT measurement_file_size CHECK (size_bytes BETWEEN 1 AND 5242880 AND size_bytes = octet_length(content)),
  ADD CONSTRAINT measurement_file_name CHECK (name ~ '^[a-z0-9-]{1,80}\.(pdf|csv|xlsx|png|jpg)$'),
  ADD CONSTRAINT measurement_file_hash CHECK (sha256 ~ '^[0-9a-f]{64}$' AND sha256 = encode(sha256(content), 'hex'));
CREATE TRIGGER measurement_file_append_only BEFORE UPDATE OR DELETE ON measurement_file
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
