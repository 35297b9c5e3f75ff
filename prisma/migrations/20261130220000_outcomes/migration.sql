-- Outcomes have names in common, so that the same outcome of an initiative and its adoptions can be taken together in the open
-- (docs/adr/0053). Indicators of before have none, and stay as they are.
ALTER TYPE "vocabulary" ADD VALUE 'outcome';

-- AlterTable
ALTER TABLE "initiative_indicator" ADD COLUMN     "outcome_id" UUID;

-- CreateIndex
CREATE INDEX "initiative_indicator_outcome_id_idx" ON "initiative_indicator"("outcome_id");

-- AddForeignKey
ALTER TABLE "initiative_indicator" ADD CONSTRAINT "initiative_indicator_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER a_follow_merged_term BEFORE INSERT OR UPDATE OF outcome_id ON initiative_indicator
  FOR EACH ROW WHEN (NEW.outcome_id IS NOT NULL) EXECUTE FUNCTION follow_merged_term('outcome_id');

-- As text, because a value added to an enumeration cannot be used in the transaction that adds it.
CREATE FUNCTION check_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM term WHERE id = NEW.outcome_id AND vocabulary::text = 'outcome')
     OR NOT EXISTS (SELECT FROM term WHERE id = NEW.result_type_id AND slug IN ('outcome', 'impact')) THEN
    RAISE EXCEPTION 'an outcome is a term of its vocabulary, and a change for people' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER initiative_indicator_outcome BEFORE INSERT OR UPDATE OF outcome_id, result_type_id ON initiative_indicator
  FOR EACH ROW WHEN (NEW.outcome_id IS NOT NULL) EXECUTE FUNCTION check_outcome();
