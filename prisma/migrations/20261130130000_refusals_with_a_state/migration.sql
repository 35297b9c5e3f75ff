-- What the application answers with words of its own has a SQLSTATE of its own: a text may be reworded or translated.
-- Class OT is ours; the standard leaves classes from I to Z to implementations and PostgreSQL has none of them but P0 and XX.
-- OT001: the initiative cannot be what came of this adoption. OT002: the round is closed.
CREATE OR REPLACE FUNCTION check_adoption_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Two links at once could close a circle that neither sees.
  PERFORM pg_advisory_xact_lock(hashtext('adoption_own'));
  IF NOT EXISTS (SELECT 1 FROM initiative i WHERE i.id = NEW.own_initiative_id AND i.organisation_id = NEW.organisation_id) THEN
    RAISE EXCEPTION 'what came of an adoption belongs to who adopted' USING ERRCODE = 'OT001';
  END IF;
  IF EXISTS (
    WITH RECURSIVE up AS (
      SELECT NEW.initiative_id AS id UNION SELECT a.initiative_id FROM up JOIN adoption a ON a.own_initiative_id = up.id AND a.id <> NEW.id
    ) SELECT 1 FROM up WHERE up.id = NEW.own_initiative_id
  ) THEN
    RAISE EXCEPTION 'a family of adoptions has no circle' USING ERRCODE = 'OT001';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION check_panel_assessment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  r assessment_round%ROWTYPE;
BEGIN
  SELECT * INTO r FROM assessment_round WHERE id = NEW.round_id;
  IF r.initiative_id IS DISTINCT FROM NEW.initiative_id OR r.number IS DISTINCT FROM NEW.round::smallint THEN
    RAISE EXCEPTION 'the round belongs to another initiative' USING ERRCODE = 'check_violation';
  END IF;
  IF r.status <> 'open' THEN
    RAISE EXCEPTION 'the round is closed' USING ERRCODE = 'OT002';
  END IF;
  IF r.kind = 'second_look' AND NOT EXISTS (
    SELECT 1 FROM assessment a WHERE a.initiative_id = NEW.initiative_id AND a.assessor_id = NEW.assessor_id AND a.kind = 'panel'
      AND a.round = NEW.round - 1 AND a.status = 'submitted'
  ) THEN
    RAISE EXCEPTION 'a second look is for those who judged in the round before' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT 1 FROM assessment_invitation v JOIN assessment_round o ON o.id = v.round_id
    WHERE o.initiative_id = NEW.initiative_id AND v.assessor_id = NEW.assessor_id AND v.state = 'conflict'
  ) THEN
    RAISE EXCEPTION 'a conflict of interest was declared' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT region_family(array_agg(x.region_id)) FROM (
      SELECT o.region_id FROM initiative i JOIN organisation o ON o.id = i.organisation_id WHERE i.id = NEW.initiative_id
      UNION ALL
      SELECT rr.region_id FROM revision_region rr WHERE rr.revision_id = NEW.revision_id
    ) x
    INTERSECT
    SELECT region_family(array_agg(y.region_id)) FROM (
      SELECT NEW.region_id AS region_id
      UNION ALL
      SELECT o.region_id FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE m.user_id = NEW.assessor_id
    ) y
  ) THEN
    RAISE EXCEPTION 'nobody judges an initiative of the own region' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
