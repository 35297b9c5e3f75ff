-- What was signed is chained by hashes, so that nobody rewrites it unseen (docs/adr/0054).

-- CreateEnum
CREATE TYPE "ledger_kind" AS ENUM ('expectation', 'verdict', 'reaction', 'assessment', 'measurement');

-- CreateTable
CREATE TABLE "ledger_entry" (
    "seq" INTEGER NOT NULL,
    "kind" "ledger_kind" NOT NULL,
    "record_id" UUID NOT NULL,
    "form" SMALLINT NOT NULL DEFAULT 1,
    "salt" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "afterwards" BOOLEAN NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "ledger_head" (
    "day" DATE NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_head_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "ledger_check" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,
    "entries" INTEGER NOT NULL,
    "heads" INTEGER NOT NULL,
    "fault_count" INTEGER NOT NULL,
    "faults" JSONB NOT NULL,

    CONSTRAINT "ledger_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_hash_key" ON "ledger_entry"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_kind_record_id_key" ON "ledger_entry"("kind", "record_id");

-- CreateIndex
CREATE INDEX "ledger_check_finished_at_idx" ON "ledger_check"("finished_at" DESC);

ALTER TABLE ledger_entry
  ADD CONSTRAINT ledger_entry_seq CHECK (seq >= 1),
  ADD CONSTRAINT ledger_entry_hashes CHECK (
    content_hash ~ '^[0-9a-f]{64}$' AND previous_hash ~ '^[0-9a-f]{64}$' AND hash ~ '^[0-9a-f]{64}$');
ALTER TABLE ledger_head ADD CONSTRAINT ledger_head_hash CHECK (seq >= 1 AND hash ~ '^[0-9a-f]{64}$');

CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE ON ledger_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_entry_no_truncate BEFORE TRUNCATE ON ledger_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_head_append_only BEFORE UPDATE OR DELETE ON ledger_head
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_head_no_truncate BEFORE TRUNCATE ON ledger_head
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The canonical text: JSON by RFC 8785 of one flat object whose values are all strings; absent is left out, so that a column
-- that is added later and empty changes no hash. lib/site/ledger/content.rules.ts makes the same text without this.
CREATE FUNCTION ledger_text(fields jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT '{' || string_agg(to_json(key)::text || ':' || to_json(value)::text, ',' ORDER BY key COLLATE "C") || '}'
  FROM jsonb_each_text(fields)
  WHERE value IS NOT NULL
$$;
CREATE FUNCTION ledger_hash(fields jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(ledger_text(fields), 'UTF8')), 'hex')
$$;
CREATE FUNCTION ledger_moment(moment timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;
CREATE FUNCTION ledger_day(day date) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(day, 'YYYY-MM-DD')
$$;

-- The fields of a record; null while it is not signed. Who signed is left out: an account may be forgotten.
CREATE FUNCTION ledger_content(what ledger_kind, record uuid) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  fields jsonb;
BEGIN
  CASE what
  WHEN 'expectation' THEN
    SELECT jsonb_build_object('measureId', e.measure_id, 'year', e.year::text, 'text', e.text,
      'writtenAfterwards', e.written_afterwards::text, 'signedAt', ledger_moment(e.signed_at), 'createdAt', ledger_moment(e.created_at))
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

-- The salt keeps what is not public, such as a small count, from being guessed by trying all hashes.
-- One after the other: who comes second waits at the end of the own transaction, and then reads the newest entry.
CREATE FUNCTION append_ledger(what ledger_kind, record uuid, late boolean DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  fields jsonb := ledger_content(what, record);
  own timestamptz;
  before ledger_entry%ROWTYPE;
  content text;
  grain uuid := gen_random_uuid();
  moment timestamptz;
  place integer;
  earlier text;
BEGIN
  IF fields IS NULL OR EXISTS (SELECT FROM ledger_entry e WHERE e.kind = what AND e.record_id = record) THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('ledger'));
  SELECT * INTO before FROM ledger_entry ORDER BY seq DESC LIMIT 1;
  place := coalesce(before.seq, 0) + 1;
  earlier := coalesce(before.hash, repeat('0', 64));
  moment := date_trunc('milliseconds', clock_timestamp());
  own := coalesce(fields->>'signedAt', fields->>'submittedAt', fields->>'createdAt')::timestamptz;
  late := coalesce(late, own < moment - interval '1 day');
  content := ledger_hash(fields || jsonb_build_object('salt', grain));
  INSERT INTO ledger_entry (seq, kind, record_id, form, salt, content_hash, previous_hash, hash, afterwards, sealed_at)
  VALUES (place, what, record, 1, grain, content, earlier, ledger_hash(jsonb_build_object('form', '1', 'seq', place::text, 'kind', what::text,
    'content', content, 'previous', earlier, 'afterwards', late::text, 'sealedAt', ledger_moment(moment))), late, moment);
END $$;

-- At the end of the transaction, because the scores or the file of a record are written after it.
CREATE FUNCTION enter_in_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM append_ledger(TG_ARGV[0]::ledger_kind, NEW.id);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER enter_in_ledger AFTER INSERT OR UPDATE ON policy_expectation DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.signed_at IS NOT NULL) EXECUTE FUNCTION enter_in_ledger('expectation');
CREATE CONSTRAINT TRIGGER enter_in_ledger AFTER INSERT OR UPDATE ON policy_verdict DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.signed_at IS NOT NULL) EXECUTE FUNCTION enter_in_ledger('verdict');
CREATE CONSTRAINT TRIGGER enter_in_ledger AFTER INSERT ON verdict_reading DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION enter_in_ledger('reaction');
CREATE CONSTRAINT TRIGGER enter_in_ledger AFTER INSERT OR UPDATE ON assessment DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.status = 'submitted') EXECUTE FUNCTION enter_in_ledger('assessment');
CREATE CONSTRAINT TRIGGER enter_in_ledger AFTER INSERT ON measurement DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION enter_in_ledger('measurement');

-- What already stands is entered now, in order of its own time, and says so.
DO $$
DECLARE
  found record;
BEGIN
  FOR found IN
    SELECT 'expectation'::ledger_kind AS what, id, signed_at AS own FROM policy_expectation WHERE signed_at IS NOT NULL
    UNION ALL SELECT 'verdict', id, signed_at FROM policy_verdict WHERE signed_at IS NOT NULL
    UNION ALL SELECT 'reaction', id, created_at FROM verdict_reading
    UNION ALL SELECT 'assessment', id, submitted_at FROM assessment WHERE status = 'submitted'
    UNION ALL SELECT 'measurement', id, created_at FROM measurement
    ORDER BY own, what, id
  LOOP
    PERFORM append_ledger(found.what, found.id, true);
  END LOOP;
END $$;
