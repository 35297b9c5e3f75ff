-- CreateEnum
CREATE TYPE "adoption_status" AS ENUM ('exploring', 'preparing', 'running', 'stopped');

-- CreateTable
CREATE TABLE "adoption" (
    "id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "holder_id" UUID,
    "status" "adoption_status" NOT NULL DEFAULT 'exploring',
    "version" INTEGER NOT NULL DEFAULT 1,
    "goal" TEXT NOT NULL,
    "target_group_id" UUID NOT NULL,
    "question" TEXT NOT NULL DEFAULT '',
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "kept" TEXT NOT NULL DEFAULT '',
    "changed" TEXT NOT NULL DEFAULT '',
    "dropped" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "legal_checks" TEXT NOT NULL DEFAULT '',
    "cost" TEXT NOT NULL DEFAULT '',
    "starts_on" DATE,
    "stop_reason" TEXT,
    "stopped_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "adoption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "adoption_checkin" (
    "adoption_id" UUID NOT NULL,
    "month" SMALLINT NOT NULL,
    "result" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "adoption_checkin_pkey" PRIMARY KEY ("adoption_id","month")
);

-- CreateIndex
CREATE INDEX "adoption_initiative_id_idx" ON "adoption"("initiative_id");

-- CreateIndex
CREATE INDEX "adoption_organisation_id_idx" ON "adoption"("organisation_id");

-- CreateIndex
CREATE INDEX "adoption_status_starts_on_idx" ON "adoption"("status", "starts_on");

-- AddForeignKey
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_target_group_id_fkey" FOREIGN KEY ("target_group_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adoption_checkin" ADD CONSTRAINT "adoption_checkin_adoption_id_fkey" FOREIGN KEY ("adoption_id") REFERENCES "adoption"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adoption_checkin" ADD CONSTRAINT "adoption_checkin_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Invariants ----------------------------------------------------------------------------------------------
CREATE UNIQUE INDEX adoption_one_open ON adoption (initiative_id, organisation_id) WHERE status <> 'stopped';
ALTER TABLE adoption
  ADD CONSTRAINT adoption_version CHECK (version >= 1),
  ADD CONSTRAINT adoption_goal CHECK (length(trim(goal)) > 0),
  ADD CONSTRAINT adoption_answer CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL OR length(trim(answer)) > 0)),
  ADD CONSTRAINT adoption_running CHECK (status <> 'running' OR (starts_on IS NOT NULL AND length(trim(kept || changed || dropped)) > 0 AND length(trim(reason)) > 0)),
  ADD CONSTRAINT adoption_stopped CHECK ((status = 'stopped') = (stopped_on IS NOT NULL) AND (status = 'stopped') = (stop_reason IS NOT NULL) AND (stop_reason IS NULL OR length(trim(stop_reason)) > 0));
ALTER TABLE adoption_checkin
  ADD CONSTRAINT adoption_checkin_month CHECK (month IN (6, 12, 24)),
  ADD CONSTRAINT adoption_checkin_texts CHECK (length(trim(result)) > 0 AND length(trim(lesson)) > 0);

CREATE FUNCTION check_adoption() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM initiative i WHERE i.id = NEW.initiative_id AND i.organisation_id = NEW.organisation_id) THEN
    RAISE EXCEPTION 'nobody adopts an initiative of their own' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM term t WHERE t.id = NEW.target_group_id AND t.vocabulary = 'target_group') THEN
    RAISE EXCEPTION 'the group of an adoption is a target group' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.holder_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.holder_id IS DISTINCT FROM OLD.holder_id) AND NOT EXISTS (
    SELECT 1 FROM membership m WHERE m.user_id = NEW.holder_id AND m.organisation_id = NEW.organisation_id AND m.role IN ('editor', 'manager')
  ) THEN
    RAISE EXCEPTION 'an adoption is held by an editor of its organisation' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'exploring' THEN
      RAISE EXCEPTION 'an adoption begins with exploring' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.initiative_id <> OLD.initiative_id OR NEW.organisation_id <> OLD.organisation_id THEN
    RAISE EXCEPTION 'an adoption keeps its initiative and organisation' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status <> OLD.status AND (OLD.status::text, NEW.status::text) NOT IN (
    ('exploring', 'preparing'), ('preparing', 'running'), ('exploring', 'stopped'), ('preparing', 'stopped'), ('running', 'stopped')
  ) THEN
    RAISE EXCEPTION 'an adoption does not go from % to %', OLD.status, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER adoption_steps BEFORE INSERT OR UPDATE ON adoption FOR EACH ROW EXECUTE FUNCTION check_adoption();

CREATE FUNCTION check_adoption_checkin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM adoption a WHERE a.id = NEW.adoption_id AND a.status = 'running'
      AND a.starts_on + make_interval(months => NEW.month) <= (now() AT TIME ZONE 'Europe/Amsterdam')::date
  ) THEN
    RAISE EXCEPTION 'this check-in is not due' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER adoption_checkin_due BEFORE INSERT ON adoption_checkin FOR EACH ROW EXECUTE FUNCTION check_adoption_checkin();
CREATE TRIGGER adoption_checkin_kept BEFORE UPDATE OF adoption_id, month, result, lesson, created_at ON adoption_checkin FOR EACH ROW EXECUTE FUNCTION refuse_change();
