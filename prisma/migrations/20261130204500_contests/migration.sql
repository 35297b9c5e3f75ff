-- CreateEnum
CREATE TYPE "contest_about" AS ENUM ('score', 'evidence', 'results');

-- CreateEnum
CREATE TYPE "contest_state" AS ENUM ('open', 'upheld', 'rejected', 'withdrawn');

-- CreateTable
CREATE TABLE "contest" (
    "id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "about" "contest_about" NOT NULL,
    "criterion_id" UUID,
    "round_id" UUID,
    "contester_id" UUID,
    "organisation_id" UUID,
    "from_owner" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "state" "contest_state" NOT NULL DEFAULT 'open',
    "decider_id" UUID,
    "decider_organisation_id" UUID,
    "decision" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "contest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "contest_initiative_id_created_at_idx" ON "contest"("initiative_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "contest_state_created_at_idx" ON "contest"("state", "created_at");

-- CreateIndex
CREATE INDEX "contest_revision_id_idx" ON "contest"("revision_id");

-- CreateIndex
CREATE INDEX "contest_criterion_id_idx" ON "contest"("criterion_id");

-- CreateIndex
CREATE INDEX "contest_round_id_idx" ON "contest"("round_id");

-- CreateIndex
CREATE INDEX "contest_contester_id_idx" ON "contest"("contester_id");

-- CreateIndex
CREATE INDEX "contest_organisation_id_idx" ON "contest"("organisation_id");

-- CreateIndex
CREATE INDEX "contest_decider_id_idx" ON "contest"("decider_id");

-- CreateIndex
CREATE INDEX "contest_decider_organisation_id_idx" ON "contest"("decider_organisation_id");

-- AddForeignKey
ALTER TABLE "contest" ADD CONSTRAINT "contest_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contest" ADD CONSTRAINT "contest_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "initiative_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contest" ADD CONSTRAINT "contest_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contest" ADD CONSTRAINT "contest_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "assessment_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contest" ADD CONSTRAINT "contest_contester_id_fkey" FOREIGN KEY ("contester_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contest" ADD CONSTRAINT "contest_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contest" ADD CONSTRAINT "contest_decider_id_fkey" FOREIGN KEY ("decider_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contest" ADD CONSTRAINT "contest_decider_organisation_id_fkey" FOREIGN KEY ("decider_organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Once per person: a score of a round, a fact of a version.
CREATE UNIQUE INDEX "contest_once_score" ON "contest"("contester_id", "round_id", "criterion_id") WHERE "about" = 'score';
CREATE UNIQUE INDEX "contest_once_fact" ON "contest"("contester_id", "revision_id", "about") WHERE "about" <> 'score';

ALTER TABLE "contest" ADD CONSTRAINT "contest_of_score" CHECK (("about" = 'score') = ("criterion_id" IS NOT NULL AND "round_id" IS NOT NULL));
ALTER TABLE "contest" ADD CONSTRAINT "contest_ended" CHECK (("state" = 'open') = ("ended_at" IS NULL));
ALTER TABLE "contest" ADD CONSTRAINT "contest_decision" CHECK (("state" IN ('upheld', 'rejected')) = ("decision" <> ''));

-- What was said and decided stays; only who it was may be forgotten.
CREATE FUNCTION keep_contest() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  people CONSTANT text[] := ARRAY['contester_id', 'decider_id'];
  ending CONSTANT text[] := ARRAY['state', 'decider_id', 'decider_organisation_id', 'decision', 'ended_at'];
BEGIN
  IF to_jsonb(NEW) - people = to_jsonb(OLD) - people
     AND coalesce(NEW.contester_id, OLD.contester_id) IS NOT DISTINCT FROM OLD.contester_id AND coalesce(NEW.decider_id, OLD.decider_id) IS NOT DISTINCT FROM OLD.decider_id THEN
    RETURN NEW;
  END IF;
  IF OLD.state <> 'open' OR to_jsonb(NEW) - ending IS DISTINCT FROM to_jsonb(OLD) - ending THEN
    RAISE EXCEPTION 'a contest cannot be rewritten' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_contest BEFORE UPDATE ON "contest" FOR EACH ROW EXECUTE FUNCTION keep_contest();

SELECT watch_content('contest'::regclass);
