-- CreateEnum
CREATE TYPE "call_status" AS ENUM ('open', 'answered', 'closed', 'expired');

-- CreateTable
CREATE TABLE "open_call" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "author_id" UUID,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "open_until" DATE NOT NULL,
    "status" "call_status" NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "outcome" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "hidden_at" TIMESTAMPTZ(3),
    "hidden_reason" TEXT,
    "is_example" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "open_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_term" (
    "call_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,

    CONSTRAINT "call_term_pkey" PRIMARY KEY ("call_id","term_id")
);

-- CreateTable
CREATE TABLE "call_reply" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "author_id" UUID,
    "initiative_id" UUID,
    "text" TEXT NOT NULL DEFAULT '',
    "hidden_at" TIMESTAMPTZ(3),
    "hidden_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_report" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "reply_id" UUID,
    "reporter_id" UUID,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "call_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "open_call_slug_key" ON "open_call"("slug");

-- CreateIndex
CREATE INDEX "open_call_status_open_until_idx" ON "open_call"("status", "open_until");

-- CreateIndex
CREATE INDEX "open_call_organisation_id_idx" ON "open_call"("organisation_id");

-- CreateIndex
CREATE INDEX "open_call_region_id_idx" ON "open_call"("region_id");

-- CreateIndex
CREATE INDEX "call_term_term_id_idx" ON "call_term"("term_id");

-- CreateIndex
CREATE INDEX "call_reply_call_id_created_at_idx" ON "call_reply"("call_id", "created_at");

-- CreateIndex
CREATE INDEX "call_reply_organisation_id_idx" ON "call_reply"("organisation_id");

-- CreateIndex
CREATE INDEX "call_reply_initiative_id_idx" ON "call_reply"("initiative_id");

-- CreateIndex
CREATE INDEX "call_report_settled_at_created_at_idx" ON "call_report"("settled_at", "created_at");

-- CreateIndex
CREATE INDEX "call_report_call_id_idx" ON "call_report"("call_id");

-- AddForeignKey
ALTER TABLE "open_call" ADD CONSTRAINT "open_call_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_call" ADD CONSTRAINT "open_call_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_call" ADD CONSTRAINT "open_call_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_term" ADD CONSTRAINT "call_term_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "open_call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_term" ADD CONSTRAINT "call_term_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_reply" ADD CONSTRAINT "call_reply_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "open_call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_reply" ADD CONSTRAINT "call_reply_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_reply" ADD CONSTRAINT "call_reply_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_reply" ADD CONSTRAINT "call_reply_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_report" ADD CONSTRAINT "call_report_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "open_call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_report" ADD CONSTRAINT "call_report_reply_id_fkey" FOREIGN KEY ("reply_id") REFERENCES "call_reply"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_report" ADD CONSTRAINT "call_report_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Invariants ----------------------------------------------------------------------------------------------
ALTER TABLE open_call
  ADD CONSTRAINT open_call_version CHECK (version >= 1),
  ADD CONSTRAINT open_call_texts CHECK (length(trim(title)) > 0 AND length(trim(text)) > 0),
  ADD CONSTRAINT open_call_outcome CHECK ((status IN ('answered', 'closed')) = (outcome IS NOT NULL) AND (outcome IS NULL OR length(trim(outcome)) > 0)),
  ADD CONSTRAINT open_call_ended CHECK ((status = 'open') = (ended_at IS NULL)),
  ADD CONSTRAINT open_call_hidden CHECK ((hidden_at IS NULL) = (hidden_reason IS NULL) AND (hidden_reason IS NULL OR length(trim(hidden_reason)) > 0));
ALTER TABLE call_reply
  ADD CONSTRAINT call_reply_hidden CHECK ((hidden_at IS NULL) = (hidden_reason IS NULL) AND (hidden_reason IS NULL OR length(trim(hidden_reason)) > 0));
ALTER TABLE call_report ADD CONSTRAINT call_report_reason CHECK (length(trim(reason)) > 0);
CREATE UNIQUE INDEX call_report_once ON call_report (reporter_id, call_id, coalesce(reply_id, call_id)) WHERE settled_at IS NULL;

CREATE FUNCTION check_open_call() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'open' AND NOT NEW.is_example THEN
      RAISE EXCEPTION 'a call begins open' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.organisation_id <> OLD.organisation_id OR NEW.slug <> OLD.slug THEN
    RAISE EXCEPTION 'a call keeps its organisation and address' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status <> OLD.status AND (OLD.status::text, NEW.status::text) NOT IN (
    ('open', 'answered'), ('open', 'closed'), ('open', 'expired'), ('expired', 'answered'), ('expired', 'closed')
  ) THEN
    RAISE EXCEPTION 'a call does not go from % to %', OLD.status, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER open_call_steps BEFORE INSERT OR UPDATE ON open_call FOR EACH ROW EXECUTE FUNCTION check_open_call();

CREATE FUNCTION check_call_term() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM term t WHERE t.id = NEW.term_id AND t.vocabulary IN ('target_group', 'sector', 'instrument')) THEN
    RAISE EXCEPTION 'a call is about target groups, sectors and instruments' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER call_term_kind BEFORE INSERT OR UPDATE ON call_term FOR EACH ROW EXECUTE FUNCTION check_call_term();

CREATE FUNCTION check_call_reply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Not a CHECK: an answer that only named an initiative stays, empty, when that initiative is gone.
  IF length(trim(NEW.text)) = 0 AND NEW.initiative_id IS NULL THEN
    RAISE EXCEPTION 'an answer says something or names an initiative' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM open_call c WHERE c.id = NEW.call_id AND c.status = 'open' AND c.hidden_at IS NULL) THEN
    RAISE EXCEPTION 'only an open call is answered' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER call_reply_open BEFORE INSERT ON call_reply FOR EACH ROW EXECUTE FUNCTION check_call_reply();
CREATE TRIGGER call_reply_kept BEFORE UPDATE OF call_id, organisation_id, text, created_at ON call_reply FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION check_call_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.reply_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM call_reply r WHERE r.id = NEW.reply_id AND r.call_id = NEW.call_id) THEN
    RAISE EXCEPTION 'the answer does not belong to this call' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER call_report_target BEFORE INSERT ON call_report FOR EACH ROW EXECUTE FUNCTION check_call_report();
