-- An instrument that an initiative plans, or could or might not use, is no instrument it uses (docs/adr/0061). Used ones stay in
-- revision_term, so that every list and count goes on to mean what it says.
CREATE TYPE "instrument_state" AS ENUM ('planned', 'not_possible');
CREATE TABLE "revision_other_instrument" (
    "revision_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,
    "state" "instrument_state" NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "revision_other_instrument_pkey" PRIMARY KEY ("revision_id","term_id","state")
);
CREATE INDEX "revision_other_instrument_term_id_idx" ON "revision_other_instrument"("term_id");
ALTER TABLE "revision_other_instrument" ADD CONSTRAINT "revision_other_instrument_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "initiative_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "revision_other_instrument" ADD CONSTRAINT "revision_other_instrument_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER a_follow_merged_term BEFORE INSERT ON revision_other_instrument
  FOR EACH ROW EXECUTE FUNCTION follow_merged_term('term_id', 'revision_id');
