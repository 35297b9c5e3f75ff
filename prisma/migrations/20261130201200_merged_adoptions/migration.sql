-- An adoption goes along when what it adopted is merged into another initiative.
CREATE OR REPLACE FUNCTION check_adoption() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF (NEW.initiative_id <> OLD.initiative_id AND NOT EXISTS (
        SELECT FROM initiative_closure c WHERE c.initiative_id = OLD.initiative_id AND c.into_id = NEW.initiative_id
      ))
     OR (NEW.organisation_id <> OLD.organisation_id AND NOT is_successor(OLD.organisation_id, NEW.organisation_id)) THEN
    RAISE EXCEPTION 'an adoption keeps its initiative and organisation' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status <> OLD.status AND (OLD.status::text, NEW.status::text) NOT IN (
    ('exploring', 'preparing'), ('preparing', 'running'), ('exploring', 'stopped'), ('preparing', 'stopped'), ('running', 'stopped')
  ) THEN
    RAISE EXCEPTION 'an adoption does not go from % to %', OLD.status, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
