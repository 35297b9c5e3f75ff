-- What the schema language cannot say. Each rule also stands in a rules.ts, here it holds for every writer.

-- Accounts -----------------------------------------------------------------------------------------------
ALTER TABLE app_user ADD CONSTRAINT app_user_email_lower CHECK (email = lower(email) AND email LIKE '%_@_%');

-- Periods never end before they begin --------------------------------------------------------------------
ALTER TABLE organisation ADD CONSTRAINT organisation_period CHECK (ends_on >= starts_on);
ALTER TABLE initiative_revision ADD CONSTRAINT initiative_revision_period CHECK (ends_on >= starts_on);
ALTER TABLE policy_goal ADD CONSTRAINT policy_goal_period CHECK (ends_on >= starts_on);
ALTER TABLE policy_measure ADD CONSTRAINT policy_measure_period CHECK (ends_on >= starts_on);
ALTER TABLE funding ADD CONSTRAINT funding_period CHECK (ends_on >= starts_on);
ALTER TABLE measurement ADD CONSTRAINT measurement_period CHECK (period_end >= period_start);
ALTER TABLE observation ADD CONSTRAINT observation_period CHECK (period_end >= period_start);

-- Revisions ----------------------------------------------------------------------------------------------
CREATE UNIQUE INDEX initiative_revision_one_open ON initiative_revision (initiative_id)
  WHERE status IN ('draft', 'submitted', 'returned');
ALTER TABLE initiative_revision
  ADD CONSTRAINT initiative_revision_stop_reason
    CHECK (status IN ('draft', 'returned') OR lifecycle <> 'stopped' OR length(trim(coalesce(stop_reason, ''))) > 0),
  ADD CONSTRAINT initiative_revision_return_reason
    CHECK (status <> 'returned' OR length(trim(coalesce(return_reason, ''))) > 0),
  ADD CONSTRAINT initiative_revision_published_at
    CHECK ((status IN ('published', 'superseded')) = (published_at IS NOT NULL)),
  -- A person's name and address are kept only with consent (GDPR, article 6).
  ADD CONSTRAINT initiative_revision_contact_consent
    CHECK (contact_consent OR (contact_name IS NULL AND contact_email IS NULL));

CREATE FUNCTION keep_published_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
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
CREATE TRIGGER initiative_revision_keep_published BEFORE UPDATE ON initiative_revision
  FOR EACH ROW EXECUTE FUNCTION keep_published_revision();

-- Assessments --------------------------------------------------------------------------------------------
ALTER TABLE assessment
  ADD CONSTRAINT assessment_round CHECK (round >= 1),
  ADD CONSTRAINT assessment_submitted_at CHECK ((status = 'submitted') = (submitted_at IS NOT NULL));
ALTER TABLE assessment_score
  ADD CONSTRAINT assessment_score_range CHECK (score BETWEEN 1 AND 5),
  ADD CONSTRAINT assessment_score_exclusive CHECK (NOT (cannot_judge AND score IS NOT NULL));

-- A submitted assessment is complete: a score or "cannot judge" and a reason on every criterion. Checked at
-- the end of the transaction, because the scores are written after their assessment.
CREATE FUNCTION check_submitted_assessment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'submitted' AND (
    SELECT count(*) FROM assessment_score s
    WHERE s.assessment_id = NEW.id AND (s.score IS NOT NULL OR s.cannot_judge) AND length(trim(s.reason)) > 0
  ) <> (SELECT count(*) FROM criterion) THEN
    RAISE EXCEPTION 'a submitted assessment needs a score and a reason for every criterion' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER assessment_complete AFTER INSERT OR UPDATE ON assessment
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_submitted_assessment();

CREATE FUNCTION keep_submitted_scores() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM assessment a WHERE a.id = OLD.assessment_id AND a.status = 'submitted') THEN
    RAISE EXCEPTION 'scores of a submitted assessment cannot change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER assessment_score_keep_submitted BEFORE UPDATE OR DELETE ON assessment_score
  FOR EACH ROW EXECUTE FUNCTION keep_submitted_scores();

CREATE FUNCTION keep_submitted_assessment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'submitted' AND (NEW.status, NEW.initiative_id, NEW.assessor_id, NEW.kind, NEW.round, NEW.submitted_at)
     IS DISTINCT FROM (OLD.status, OLD.initiative_id, OLD.assessor_id, OLD.kind, OLD.round, OLD.submitted_at) THEN
    RAISE EXCEPTION 'a submitted assessment cannot change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assessment_keep_submitted BEFORE UPDATE ON assessment
  FOR EACH ROW EXECUTE FUNCTION keep_submitted_assessment();

-- Nobody judges an initiative of the organisation they act for, only the owner gives a self-score.
CREATE FUNCTION check_assessment_side() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.kind = 'self') <> (NEW.organisation_id = (SELECT i.organisation_id FROM initiative i WHERE i.id = NEW.initiative_id)) THEN
    RAISE EXCEPTION 'the owner scores itself and never sits in the panel' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assessment_side BEFORE INSERT OR UPDATE OF kind, organisation_id, initiative_id ON assessment
  FOR EACH ROW EXECUTE FUNCTION check_assessment_side();

-- Policy -------------------------------------------------------------------------------------------------
ALTER TABLE funding
  ADD CONSTRAINT funding_amount CHECK (amount_euro >= 0),
  ADD CONSTRAINT funding_purpose CHECK (initiative_id IS NOT NULL OR measure_id IS NOT NULL);
ALTER TABLE policy_goal ADD CONSTRAINT policy_goal_not_own_parent CHECK (parent_id <> id);
ALTER TABLE policy_monitor
  ADD CONSTRAINT policy_monitor_costs CHECK (cost_per_participant_euro >= 0 AND cost_per_placement_euro >= 0),
  ADD CONSTRAINT policy_monitor_reach CHECK (reach_invited >= 0 AND reach_started >= 0 AND reach_finished >= 0);
ALTER TABLE trade_off ADD CONSTRAINT trade_off_hours CHECK (hours_per_week BETWEEN 0 AND 168);

-- Figures ------------------------------------------------------------------------------------------------
ALTER TABLE initiative_indicator ADD CONSTRAINT initiative_indicator_baseline_n CHECK (baseline_n >= 0);
ALTER TABLE measurement
  ADD CONSTRAINT measurement_counts CHECK (n >= 0 AND numerator >= 0 AND comparison_n >= 0 AND comparison_numerator >= 0),
  ADD CONSTRAINT measurement_part CHECK (numerator <= n),
  ADD CONSTRAINT measurement_comparison_part CHECK (comparison_numerator <= comparison_n),
  ADD CONSTRAINT measurement_something CHECK (value IS NOT NULL OR numerator IS NOT NULL),
  ADD CONSTRAINT measurement_not_own_correction CHECK (supersedes_id <> id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% keeps its rows: nothing in it is changed or deleted', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
-- A correction is a new row, only the account behind a row may be forgotten.
CREATE TRIGGER measurement_append_only BEFORE UPDATE OF indicator_id, measured_on, period_start, period_end, value, numerator, n,
    qualifier, design, comparison_numerator, comparison_n, comparison_description, independent, measured_by, source_title,
    source_url, note, supersedes_id, created_at OR DELETE ON measurement
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER observation_keep_value BEFORE UPDATE OF indicator_id, region_id, period_code, period_start, period_end, value, unit,
    breakdown, source_id OR DELETE ON observation
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
