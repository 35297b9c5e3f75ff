-- The calendar of the yearly round of a region: by when expectations, values and verdicts are to be there, and who writes.
CREATE TABLE "policy_round" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "expectations_on" DATE NOT NULL,
    "values_on" DATE NOT NULL,
    "verdicts_on" DATE NOT NULL,
    "council_on" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "policy_round_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "policy_round_writer" (
    "round_id" UUID NOT NULL,
    "measure_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    CONSTRAINT "policy_round_writer_pkey" PRIMARY KEY ("round_id","measure_id")
);
CREATE UNIQUE INDEX "policy_round_region_id_year_key" ON "policy_round"("region_id", "year");
CREATE INDEX "policy_round_writer_measure_id_idx" ON "policy_round_writer"("measure_id");
CREATE INDEX "policy_round_writer_user_id_idx" ON "policy_round_writer"("user_id");
ALTER TABLE "policy_round" ADD CONSTRAINT "policy_round_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "policy_round_writer" ADD CONSTRAINT "policy_round_writer_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "policy_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "policy_round_writer" ADD CONSTRAINT "policy_round_writer_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "policy_measure"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "policy_round_writer" ADD CONSTRAINT "policy_round_writer_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE policy_round
  ADD CONSTRAINT policy_round_year CHECK (year BETWEEN 2000 AND 2100),
  ADD CONSTRAINT policy_round_order CHECK (expectations_on <= values_on AND values_on <= verdicts_on AND verdicts_on <= council_on);
SELECT watch_content('policy_round'::regclass);
