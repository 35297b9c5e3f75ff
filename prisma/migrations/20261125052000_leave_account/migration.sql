-- Leaving ---------------------------------------------------------------------------------------------------
-- Takes everything that is only about a person away, and lets what they wrote for their organisation stand under its name:
-- each table has said so already in its foreign key (cascade, or set null). A judgement that was handed in has to keep
-- belonging to one account, so that nobody judges twice; that account then says nothing of anyone and opens for nobody.
CREATE FUNCTION forget_account(person uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  link record;
BEGIN
  DELETE FROM assessment WHERE assessor_id = person AND status = 'draft';
  IF NOT EXISTS (SELECT FROM assessment WHERE assessor_id = person) THEN
    DELETE FROM app_user WHERE id = person;
    RETURN;
  END IF;
  DELETE FROM assessment_invitation i WHERE i.assessor_id = person AND NOT EXISTS (SELECT FROM assessment a WHERE a.assessor_id = person AND a.round_id = i.round_id);
  FOR link IN
    SELECT c.conrelid::regclass AS relation, a.attname AS field, c.confdeltype AS rule
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = 'app_user'::regclass AND c.conrelid NOT IN ('assessment'::regclass, 'assessment_invitation'::regclass)
    ORDER BY c.conrelid::regclass::text, a.attname
  LOOP
    IF link.rule = 'n' THEN EXECUTE format('UPDATE %s SET %I = NULL WHERE %I = $1', link.relation, link.field, link.field) USING person;
    ELSIF link.rule = 'c' THEN EXECUTE format('DELETE FROM %s WHERE %I = $1', link.relation, link.field) USING person;
    ELSE RAISE EXCEPTION 'no rule for % when an account goes', link.relation;
    END IF;
  END LOOP;
  UPDATE app_user SET email = 'verwijderd-' || id || '@verwijderd.invalid', name = 'Verwijderd account', password_hash = NULL, disabled_at = now() WHERE id = person;
END $$;

-- An earlier version is never rewritten, but who wrote or decided on it may be forgotten.
CREATE OR REPLACE FUNCTION keep_published_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  people CONSTANT text[] := ARRAY['created_by_id', 'decided_by_id'];
BEGIN
  IF (OLD.created_by_id, OLD.decided_by_id) IS DISTINCT FROM (NEW.created_by_id, NEW.decided_by_id) AND to_jsonb(NEW) - people = to_jsonb(OLD) - people
     AND coalesce(NEW.created_by_id, OLD.created_by_id) IS NOT DISTINCT FROM OLD.created_by_id AND coalesce(NEW.decided_by_id, OLD.decided_by_id) IS NOT DISTINCT FROM OLD.decided_by_id THEN
    RETURN NEW;
  END IF;
  IF OLD.status = 'superseded' OR (OLD.status = 'published' AND NEW.status NOT IN ('published', 'superseded')) THEN
    RAISE EXCEPTION 'a published revision cannot be reopened' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.status = 'published'
     AND (NEW.title, NEW.summary, NEW.problem, NEW.lifecycle, NEW.number, NEW.initiative_id)
         IS DISTINCT FROM (OLD.title, OLD.summary, OLD.problem, OLD.lifecycle, OLD.number, OLD.initiative_id) THEN
    RAISE EXCEPTION 'a published revision cannot be rewritten' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
