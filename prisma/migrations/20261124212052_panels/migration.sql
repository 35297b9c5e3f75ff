-- CreateEnum
CREATE TYPE "round_status" AS ENUM ('open', 'closed');

-- CreateEnum
CREATE TYPE "round_kind" AS ENUM ('fresh', 'second_look');

-- CreateEnum
CREATE TYPE "round_end" AS ENUM ('complete', 'deadline', 'ended');

-- CreateEnum
CREATE TYPE "invitation_state" AS ENUM ('invited', 'accepted', 'declined', 'conflict');

-- AlterTable
ALTER TABLE "assessment" ADD COLUMN     "round_id" UUID;

-- CreateTable
CREATE TABLE "assessment_round" (
    "id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "kind" "round_kind" NOT NULL DEFAULT 'fresh',
    "revision_id" UUID NOT NULL,
    "requested_by_id" UUID,
    "deadline" DATE NOT NULL,
    "status" "round_status" NOT NULL DEFAULT 'open',
    "closed_at" TIMESTAMPTZ(3),
    "closing_reason" "round_end",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessment_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment_invitation" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "assessor_id" UUID NOT NULL,
    "state" "invitation_state" NOT NULL DEFAULT 'invited',
    "reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),

    CONSTRAINT "assessment_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_expertise" (
    "user_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,

    CONSTRAINT "user_expertise_pkey" PRIMARY KEY ("user_id","term_id")
);

-- CreateTable
CREATE TABLE "assessment_reply" (
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessment_reply_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "assessment_round_status_deadline_idx" ON "assessment_round"("status", "deadline");

-- CreateIndex
CREATE INDEX "assessment_round_revision_id_idx" ON "assessment_round"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_round_initiative_id_number_key" ON "assessment_round"("initiative_id", "number");

-- CreateIndex
CREATE INDEX "assessment_invitation_assessor_id_created_at_idx" ON "assessment_invitation"("assessor_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_invitation_round_id_assessor_id_key" ON "assessment_invitation"("round_id", "assessor_id");

-- CreateIndex
CREATE INDEX "user_expertise_term_id_idx" ON "user_expertise"("term_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_reply_assessment_id_criterion_id_version_key" ON "assessment_reply"("assessment_id", "criterion_id", "version");

-- CreateIndex
CREATE INDEX "assessment_round_id_status_idx" ON "assessment"("round_id", "status");

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "assessment_round"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_round" ADD CONSTRAINT "assessment_round_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_round" ADD CONSTRAINT "assessment_round_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "initiative_revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_round" ADD CONSTRAINT "assessment_round_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_invitation" ADD CONSTRAINT "assessment_invitation_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "assessment_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_invitation" ADD CONSTRAINT "assessment_invitation_assessor_id_fkey" FOREIGN KEY ("assessor_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_expertise" ADD CONSTRAINT "user_expertise_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_expertise" ADD CONSTRAINT "user_expertise_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_reply" ADD CONSTRAINT "assessment_reply_assessment_id_criterion_id_fkey" FOREIGN KEY ("assessment_id", "criterion_id") REFERENCES "assessment_score"("assessment_id", "criterion_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_reply" ADD CONSTRAINT "assessment_reply_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_reply" ADD CONSTRAINT "assessment_reply_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Judgements from before there were rounds get the round they belong to. One with a draft in it stays open for three weeks.
INSERT INTO assessment_round (id, initiative_id, number, revision_id, deadline, status, closed_at, closing_reason, created_at)
SELECT gen_random_uuid(), g.initiative_id, g.round, g.revision_id,
  CASE WHEN g.open THEN current_date + 21 ELSE g.last::date END, CASE WHEN g.open THEN 'open' ELSE 'closed' END::round_status,
  CASE WHEN g.open THEN NULL ELSE g.last END, CASE WHEN g.open THEN NULL ELSE 'deadline' END::round_end, g.first
FROM (
  SELECT initiative_id, round, (array_agg(revision_id ORDER BY created_at DESC))[1] AS revision_id, bool_or(status = 'draft') AS open,
    max(submitted_at) AS last, min(created_at) AS first
  FROM assessment WHERE kind = 'panel' GROUP BY initiative_id, round
) g;
-- A deferred check that still waits would keep the table from being altered below; completeness does not change here.
ALTER TABLE assessment DISABLE TRIGGER assessment_complete;
UPDATE assessment a SET round_id = r.id FROM assessment_round r WHERE a.kind = 'panel' AND r.initiative_id = a.initiative_id AND r.number = a.round;
ALTER TABLE assessment ENABLE TRIGGER assessment_complete;

-- Rounds -------------------------------------------------------------------------------------------------
ALTER TABLE assessment_round
  ADD CONSTRAINT assessment_round_number CHECK (number >= 1),
  ADD CONSTRAINT assessment_round_closed CHECK ((status = 'closed') = (closed_at IS NOT NULL) AND (status = 'closed') = (closing_reason IS NOT NULL)),
  ADD CONSTRAINT assessment_round_second CHECK (kind = 'fresh' OR number > 1);
CREATE UNIQUE INDEX assessment_round_one_open ON assessment_round (initiative_id) WHERE status = 'open';
ALTER TABLE assessment_invitation
  ADD CONSTRAINT assessment_invitation_reason CHECK (state <> 'conflict' OR length(trim(reason)) > 0),
  ADD CONSTRAINT assessment_invitation_answered CHECK ((state = 'invited') = (answered_at IS NULL));
ALTER TABLE assessment ADD CONSTRAINT assessment_round_of_panel CHECK ((kind = 'panel') = (round_id IS NOT NULL));

CREATE FUNCTION keep_closed_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.initiative_id, NEW.number, NEW.kind, NEW.revision_id) IS DISTINCT FROM (OLD.initiative_id, OLD.number, OLD.kind, OLD.revision_id)
     OR (OLD.status = 'closed' AND (NEW.status, NEW.closed_at, NEW.closing_reason, NEW.deadline) IS DISTINCT FROM (OLD.status, OLD.closed_at, OLD.closing_reason, OLD.deadline)) THEN
    RAISE EXCEPTION 'a closed round stays as it was' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assessment_round_keep_closed BEFORE UPDATE ON assessment_round FOR EACH ROW EXECUTE FUNCTION keep_closed_round();

-- The family of regions of lib/regions/rules.ts: a region with what lies below it; a municipality with what lies right above it.
CREATE FUNCTION region_family(ids uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  WITH RECURSIVE family AS (
    SELECT r.id FROM region r WHERE r.id = ANY (ids)
    UNION
    SELECT c.id FROM family f
    JOIN region_link l ON l.parent_id = f.id AND l.is_primary AND l.valid_to_year IS NULL
    JOIN region c ON c.id = l.child_id AND c.type <> 'municipality'
  )
  SELECT id FROM family
  UNION
  SELECT l.parent_id FROM region m JOIN region_link l ON l.child_id = m.id AND l.is_primary AND l.valid_to_year IS NULL
  WHERE m.id = ANY (ids) AND m.type = 'municipality'
$$;

-- Nobody judges the own region, in a round of another initiative, in a closed round, or with a conflict that was declared.
CREATE FUNCTION check_panel_assessment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  r assessment_round%ROWTYPE;
BEGIN
  SELECT * INTO r FROM assessment_round WHERE id = NEW.round_id;
  IF r.initiative_id IS DISTINCT FROM NEW.initiative_id OR r.number IS DISTINCT FROM NEW.round::smallint THEN
    RAISE EXCEPTION 'the round belongs to another initiative' USING ERRCODE = 'check_violation';
  END IF;
  IF r.status <> 'open' THEN
    RAISE EXCEPTION 'the round is closed' USING ERRCODE = 'check_violation';
  END IF;
  IF r.kind = 'second_look' AND NOT EXISTS (
    SELECT 1 FROM assessment a WHERE a.initiative_id = NEW.initiative_id AND a.assessor_id = NEW.assessor_id AND a.kind = 'panel'
      AND a.round = NEW.round - 1 AND a.status = 'submitted'
  ) THEN
    RAISE EXCEPTION 'a second look is for those who judged in the round before' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT 1 FROM assessment_invitation v JOIN assessment_round o ON o.id = v.round_id
    WHERE o.initiative_id = NEW.initiative_id AND v.assessor_id = NEW.assessor_id AND v.state = 'conflict'
  ) THEN
    RAISE EXCEPTION 'a conflict of interest was declared' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT region_family(array_agg(x.region_id)) FROM (
      SELECT o.region_id FROM initiative i JOIN organisation o ON o.id = i.organisation_id WHERE i.id = NEW.initiative_id
      UNION ALL
      SELECT rr.region_id FROM revision_region rr WHERE rr.revision_id = NEW.revision_id
    ) x
    INTERSECT
    SELECT region_family(array_agg(y.region_id)) FROM (
      SELECT NEW.region_id AS region_id
      UNION ALL
      SELECT o.region_id FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE m.user_id = NEW.assessor_id
    ) y
  ) THEN
    RAISE EXCEPTION 'nobody judges an initiative of the own region' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assessment_panel BEFORE INSERT OR UPDATE OF status, round_id, round, region_id, revision_id ON assessment
  FOR EACH ROW WHEN (NEW.kind = 'panel') EXECUTE FUNCTION check_panel_assessment();

-- Replies ------------------------------------------------------------------------------------------------
ALTER TABLE assessment_reply
  ADD CONSTRAINT assessment_reply_version CHECK (version >= 1),
  ADD CONSTRAINT assessment_reply_text CHECK (length(trim(text)) > 0);
CREATE FUNCTION check_reply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM assessment a JOIN initiative i ON i.id = a.initiative_id JOIN assessment_round r ON r.id = a.round_id
    WHERE a.id = NEW.assessment_id AND a.status = 'submitted' AND r.status = 'closed' AND i.organisation_id = NEW.organisation_id
  ) THEN
    RAISE EXCEPTION 'only the owner answers, and only what was handed in' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assessment_reply_owner BEFORE INSERT ON assessment_reply FOR EACH ROW EXECUTE FUNCTION check_reply();
CREATE TRIGGER assessment_reply_append_only BEFORE UPDATE OF assessment_id, criterion_id, version, text, organisation_id, created_at OR DELETE ON assessment_reply
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
