-- CreateEnum
CREATE TYPE "overlap_answer" AS ENUM ('join', 'variant', 'separate');

-- CreateTable
CREATE TABLE "overlap_choice" (
    "id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "answer" "overlap_answer" NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "actor_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "overlap_choice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "overlap_choice_initiative_id_other_id_created_at_idx" ON "overlap_choice"("initiative_id", "other_id", "created_at");

-- CreateIndex
CREATE INDEX "overlap_choice_other_id_idx" ON "overlap_choice"("other_id");

-- AddForeignKey
ALTER TABLE "overlap_choice" ADD CONSTRAINT "overlap_choice_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overlap_choice" ADD CONSTRAINT "overlap_choice_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overlap_choice" ADD CONSTRAINT "overlap_choice_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Invariants ----------------------------------------------------------------------------------------------
ALTER TABLE overlap_choice
  ADD CONSTRAINT overlap_choice_other CHECK (initiative_id <> other_id),
  ADD CONSTRAINT overlap_choice_words CHECK (answer = 'variant' OR length(trim(words)) > 0);
CREATE TRIGGER overlap_choice_append_only BEFORE UPDATE OF initiative_id, other_id, answer, words, created_at ON overlap_choice FOR EACH ROW EXECUTE FUNCTION refuse_change();
