-- AlterEnum
ALTER TYPE "membership_role" ADD VALUE 'member';

-- AlterTable
ALTER TABLE "verdict_reading" ADD COLUMN     "by_member" BOOLEAN NOT NULL DEFAULT false;

-- What stood there was written down by the editors. A reading is about a signed verdict; a member speaks for the own constituency.
CREATE FUNCTION check_reading() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM policy_verdict v WHERE v.id = NEW.verdict_id AND v.signed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a reading is about a signed verdict' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.by_member AND NOT EXISTS (SELECT 1 FROM app_user u WHERE u.id = NEW.created_by_id AND u.constituency = NEW.constituency) THEN
    RAISE EXCEPTION 'a member reads for the own constituency' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER verdict_reading_check BEFORE INSERT ON verdict_reading FOR EACH ROW EXECUTE FUNCTION check_reading();
DROP TRIGGER verdict_reading_append_only ON verdict_reading;
CREATE TRIGGER verdict_reading_append_only BEFORE UPDATE OF id, verdict_id, constituency, text, by_member, created_at OR DELETE ON verdict_reading
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- An account may be forgotten, never put in the place of another.
CREATE TRIGGER verdict_reading_keep_author BEFORE UPDATE OF created_by_id ON verdict_reading
  FOR EACH ROW WHEN (NEW.created_by_id IS NOT NULL AND NEW.created_by_id IS DISTINCT FROM OLD.created_by_id) EXECUTE FUNCTION refuse_change();
