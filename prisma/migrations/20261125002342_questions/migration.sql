-- CreateTable
CREATE TABLE "post" (
    "id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "question_id" UUID,
    "author_id" UUID,
    "organisation_id" UUID,
    "text" TEXT NOT NULL,
    "accepted_id" UUID,
    "hidden_at" TIMESTAMPTZ(3),
    "hidden_by_id" UUID,
    "hide_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_report" (
    "post_id" UUID NOT NULL,
    "reporter_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "post_report_pkey" PRIMARY KEY ("post_id","reporter_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "post_accepted_id_key" ON "post"("accepted_id");

-- CreateIndex
CREATE INDEX "post_initiative_id_question_id_created_at_id_idx" ON "post"("initiative_id", "question_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "post_question_id_idx" ON "post"("question_id");

-- CreateIndex
CREATE INDEX "post_report_settled_at_created_at_idx" ON "post_report"("settled_at", "created_at");

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_accepted_id_fkey" FOREIGN KEY ("accepted_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_hidden_by_id_fkey" FOREIGN KEY ("hidden_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_report" ADD CONSTRAINT "post_report_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_report" ADD CONSTRAINT "post_report_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Invariants ----------------------------------------------------------------------------------------------
ALTER TABLE post
  ADD CONSTRAINT post_text CHECK (length(trim(text)) > 0 AND length(text) <= 4000),
  ADD CONSTRAINT post_hidden CHECK ((hidden_at IS NULL) = (hide_reason IS NULL) AND (hide_reason IS NULL OR length(trim(hide_reason)) > 0)),
  ADD CONSTRAINT post_accepted CHECK (accepted_id IS NULL OR question_id IS NULL);
ALTER TABLE post_report ADD CONSTRAINT post_report_reason CHECK (length(trim(reason)) > 0);

CREATE FUNCTION check_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.question_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.question_id IS DISTINCT FROM OLD.question_id) AND NOT EXISTS (
    SELECT 1 FROM post q WHERE q.id = NEW.question_id AND q.question_id IS NULL AND q.initiative_id = NEW.initiative_id AND q.hidden_at IS NULL
  ) THEN
    RAISE EXCEPTION 'an answer belongs to a question of its initiative that can be read' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.accepted_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM post a WHERE a.id = NEW.accepted_id AND a.question_id = NEW.id AND a.hidden_at IS NULL) THEN
    RAISE EXCEPTION 'a question accepts an answer of its own that can be read' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER post_checked BEFORE INSERT OR UPDATE ON post FOR EACH ROW EXECUTE FUNCTION check_post();
CREATE TRIGGER post_kept BEFORE UPDATE OF initiative_id, question_id, text, organisation_id, created_at ON post FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION release_hidden_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE post SET accepted_id = NULL WHERE accepted_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER post_hidden_is_not_accepted AFTER UPDATE OF hidden_at ON post FOR EACH ROW WHEN (NEW.hidden_at IS NOT NULL AND OLD.hidden_at IS NULL) EXECUTE FUNCTION release_hidden_answer();

-- A second press, or the same words again, is one post.
CREATE UNIQUE INDEX post_once ON post (initiative_id, coalesce(question_id, initiative_id), author_id, md5(text));
