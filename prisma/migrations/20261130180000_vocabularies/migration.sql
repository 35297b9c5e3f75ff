-- CreateEnum
CREATE TYPE "suggestion_status" AS ENUM ('open', 'added', 'alternative', 'refused');

-- AlterTable
ALTER TABLE "term" ADD COLUMN     "changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "retired_on" DATE,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "term_name" (
    "id" UUID NOT NULL,
    "term_id" UUID NOT NULL,
    "label_nl" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "term_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "merged_term_use" (
    "revision_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,

    CONSTRAINT "merged_term_use_pkey" PRIMARY KEY ("revision_id","term_id")
);

-- CreateTable
CREATE TABLE "term_suggestion" (
    "id" UUID NOT NULL,
    "vocabulary" "vocabulary" NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "status" "suggestion_status" NOT NULL DEFAULT 'open',
    "term_id" UUID,
    "answer" TEXT NOT NULL DEFAULT '',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "term_suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "term_suggestion_proposer" (
    "suggestion_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "revision_id" UUID,
    "why" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "term_suggestion_proposer_pkey" PRIMARY KEY ("suggestion_id","user_id")
);

-- CreateIndex
CREATE INDEX "term_name_term_id_until_idx" ON "term_name"("term_id", "until");

-- CreateIndex
CREATE INDEX "merged_term_use_term_id_idx" ON "merged_term_use"("term_id");

-- CreateIndex
CREATE INDEX "term_suggestion_status_created_at_idx" ON "term_suggestion"("status", "created_at");

-- CreateIndex
CREATE INDEX "term_suggestion_term_id_idx" ON "term_suggestion"("term_id");

-- CreateIndex
CREATE INDEX "term_suggestion_proposer_user_id_idx" ON "term_suggestion_proposer"("user_id");

-- AddForeignKey
ALTER TABLE "term_name" ADD CONSTRAINT "term_name_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merged_term_use" ADD CONSTRAINT "merged_term_use_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "initiative_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merged_term_use" ADD CONSTRAINT "merged_term_use_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_suggestion" ADD CONSTRAINT "term_suggestion_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_suggestion" ADD CONSTRAINT "term_suggestion_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_suggestion_proposer" ADD CONSTRAINT "term_suggestion_proposer_suggestion_id_fkey" FOREIGN KEY ("suggestion_id") REFERENCES "term_suggestion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_suggestion_proposer" ADD CONSTRAINT "term_suggestion_proposer_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_suggestion_proposer" ADD CONSTRAINT "term_suggestion_proposer_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "initiative_revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The same word is asked for once at a time; whoever asks again joins.
CREATE UNIQUE INDEX term_suggestion_open_key ON term_suggestion (vocabulary, name_key) WHERE status = 'open';

-- A term that was merged is its successor: whoever still writes the old one (a form that was open, a merge that is undone,
-- a save at the same moment) writes the successor, once. The lock waits for a merge that is going on.
CREATE FUNCTION follow_merged_term() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  given CONSTANT uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
  kept uuid;
  owner text;
  is_there boolean := false;
BEGIN
  PERFORM FROM term WHERE id = given FOR KEY SHARE;
  SELECT replaced_by_id INTO kept FROM term WHERE id = given;
  IF kept IS NULL THEN RETURN NEW; END IF;
  NEW := jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], kept));
  IF TG_NARGS > 1 THEN
    owner := TG_ARGV[1];
    EXECUTE format('SELECT EXISTS (SELECT FROM %s WHERE %I = $1 AND %I = $2)', TG_RELID::regclass, owner, TG_ARGV[0])
      INTO is_there USING (to_jsonb(NEW) ->> owner)::uuid, kept;
  END IF;
  RETURN CASE WHEN is_there THEN NULL ELSE NEW END;
END $$;

CREATE TRIGGER a_follow_merged_term BEFORE INSERT ON revision_term FOR EACH ROW EXECUTE FUNCTION follow_merged_term('term_id', 'revision_id');
CREATE TRIGGER a_follow_merged_term BEFORE INSERT ON call_term FOR EACH ROW EXECUTE FUNCTION follow_merged_term('term_id', 'call_id');
CREATE TRIGGER a_follow_merged_term BEFORE INSERT ON obstacle_group FOR EACH ROW EXECUTE FUNCTION follow_merged_term('term_id', 'obstacle_id');
CREATE TRIGGER a_follow_merged_term BEFORE INSERT ON user_expertise FOR EACH ROW EXECUTE FUNCTION follow_merged_term('term_id', 'user_id');
CREATE TRIGGER a_follow_merged_term BEFORE INSERT ON adoption FOR EACH ROW EXECUTE FUNCTION follow_merged_term('target_group_id');

-- A successor goes on itself, and no term stands under itself.
ALTER TABLE term ADD CONSTRAINT term_not_its_own CHECK (parent_id IS DISTINCT FROM id AND replaced_by_id IS DISTINCT FROM id);

-- Published initiatives whose search row holds a word of these terms: tagged with one of them or with one below it. A group
-- lends its words to the group above it too, so name that one as well.
CREATE FUNCTION initiatives_with_terms(ids uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  WITH RECURSIVE below AS (
    SELECT id FROM term WHERE id = ANY (ids)
    UNION
    SELECT t.id FROM term t JOIN below b ON t.parent_id = b.id
  )
  SELECT DISTINCT i.id
  FROM initiative i
  JOIN revision_term rt ON rt.revision_id = i.published_revision_id
  JOIN below b ON b.id = rt.term_id
$$;
