-- Whether an expectation was written in advance hangs on the first day of its period, so that day is sealed too. It is absent from
-- what was signed before, of which the hashes stay as they are.
CREATE OR REPLACE FUNCTION ledger_content(what ledger_kind, record uuid) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  fields jsonb;
BEGIN
  CASE what
  WHEN 'expectation' THEN
    SELECT jsonb_build_object('measureId', e.measure_id, 'year', e.year::text, 'text', e.text,
      'writtenAfterwards', e.written_afterwards::text,
      'periodBeginsOn', ledger_day(e.period_begins_on), 'signedAt', ledger_moment(e.signed_at), 'createdAt', ledger_moment(e.created_at))
    INTO fields FROM policy_expectation e WHERE e.id = record AND e.signed_at IS NOT NULL;
  WHEN 'verdict' THEN
    SELECT jsonb_build_object('measureId', v.measure_id, 'year', v.year::text, 'expectationId', v.expectation_id, 'observed', v.observed,
      'otherCauses', v.other_causes, 'confidence', v.confidence::text, 'decision', v.decision::text, 'reason', v.reason,
      'supersedesId', v.supersedes_id, 'signedAt', ledger_moment(v.signed_at), 'createdAt', ledger_moment(v.created_at))
    INTO fields FROM policy_verdict v WHERE v.id = record AND v.signed_at IS NOT NULL;
  WHEN 'reaction' THEN
    SELECT jsonb_build_object('verdictId', r.verdict_id, 'constituency', r.constituency::text, 'text', r.text, 'byMember', r.by_member::text,
      'createdAt', ledger_moment(r.created_at))
    INTO fields FROM verdict_reading r WHERE r.id = record;
  WHEN 'assessment' THEN
    SELECT jsonb_build_object('initiativeId', a.initiative_id, 'revisionId', a.revision_id, 'kind', a.kind::text, 'round', a.round::text,
      'roundId', a.round_id, 'organisationId', a.organisation_id, 'regionId', a.region_id, 'constituency', a.constituency::text,
      'isExample', a.is_example::text, 'submittedAt', ledger_moment(a.submitted_at), 'createdAt', ledger_moment(a.created_at))
      || coalesce((
        SELECT jsonb_object_agg('score.' || s.criterion_id, CASE WHEN s.cannot_judge THEN 'cannot' ELSE s.score::text END)
          || jsonb_object_agg('reason.' || s.criterion_id, s.reason)
        FROM assessment_score s WHERE s.assessment_id = a.id), '{}')
    INTO fields FROM assessment a WHERE a.id = record AND a.status = 'submitted';
  WHEN 'measurement' THEN
    SELECT jsonb_build_object('indicatorId', m.indicator_id, 'unit', i.unit, 'measuredOn', ledger_day(m.measured_on),
      'periodStart', ledger_day(m.period_start), 'periodEnd', ledger_day(m.period_end), 'value', trim_scale(m.value)::text,
      'numerator', m.numerator::text, 'n', m.n::text, 'population', m.population, 'horizon', m.horizon::text, 'qualifier', m.qualifier,
      'design', m.design::text, 'comparisonNumerator', m.comparison_numerator::text, 'comparisonN', m.comparison_n::text,
      'comparisonDescription', m.comparison_description, 'independent', m.independent::text, 'measuredBy', m.measured_by,
      'sourceTitle', m.source_title, 'sourceUrl', m.source_url, 'note', m.note, 'correctionReason', m.correction_reason,
      'supersedesId', m.supersedes_id, 'fileSha256', f.sha256, 'createdAt', ledger_moment(m.created_at))
    INTO fields
    FROM measurement m JOIN initiative_indicator i ON i.id = m.indicator_id LEFT JOIN measurement_file f ON f.measurement_id = m.id
    WHERE m.id = record;
  END CASE;
  RETURN fields || jsonb_build_object('record', what::text, 'form', '1', 'id', record);
END $$;
