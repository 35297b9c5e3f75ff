-- Published initiatives number :first to :count with three assessments each, on top of the seed. What they say follows from their number only,
-- so every run makes the same texts. Words are spread unevenly, as people use them: a few often, most seldom.
CREATE TEMP TABLE synthetic AS SELECT n, gen_random_uuid() AS initiative_id, gen_random_uuid() AS revision_id FROM generate_series(:first, :count) n;
CREATE TEMP TABLE pick_region AS SELECT id, row_number() OVER (ORDER BY code) - 1 AS at FROM region WHERE type = 'labour_market';
CREATE TEMP TABLE pick_term AS SELECT id, vocabulary, row_number() OVER (PARTITION BY vocabulary ORDER BY position, slug) - 1 AS at, count(*) OVER (PARTITION BY vocabulary) AS size FROM term;
CREATE TEMP TABLE pick_word AS SELECT word, row_number() OVER () - 1 AS at FROM unnest(ARRAY[
  'techniek', 'zorg', 'logistiek', 'bouw', 'horeca', 'taal', 'jongeren', 'ouderen', 'begeleiding', 'scholing', 'proefplaatsing', 'mentor', 'leerwerktraject', 'schoonmaak', 'groenvoorziening',
  'kinderopvang', 'onderwijs', 'energietransitie', 'installatietechniek', 'voedselverwerking', 'vrijwilligerswerk', 'mantelzorg', 'schuldhulp', 'reiskosten', 'werkervaringsplaats', 'jobcoach',
  'meeloopdag', 'buddyproject', 'inburgering', 'beroepskeuze', 'omscholing', 'deeltijdwerk', 'bakkerij', 'metaalbewerking', 'tuinbouw', 'vervoer', 'klantenservice', 'thuiszorg', 'magazijn', 'werkfit']) word;
CREATE TEMP TABLE pick_sentence AS SELECT text, row_number() OVER () - 1 AS at FROM unnest(ARRAY[
  'Deelnemers lopen eerst twee dagen mee op de werkvloer.', 'Een vaste begeleider belt elke week met deelnemer en werkgever.', 'De gemeente betaalt de opleiding en de reis.',
  'Werkgevers vertellen zelf wat zij nodig hebben.', 'Wie wil, krijgt les in het Nederlands tijdens het werk.', 'Na drie maanden kiezen beiden of zij verder gaan.',
  'Oud-deelnemers helpen nieuwe deelnemers op weg.', 'Het traject begint klein en groeit met wat iemand aankan.', 'Afspraken staan op een kaart die iedereen begrijpt.',
  'Scholen en bedrijven delen de kosten van de begeleiding.', 'Er is opvang voor kinderen tijdens de lessen.', 'De regio kijkt elk kwartaal wat beter kan.']) text;
-- From 0 up to size - 1, low numbers much more often.
CREATE FUNCTION pg_temp.pick(n bigint, salt int, size int) RETURNS int LANGUAGE sql IMMUTABLE AS $$
  SELECT floor(size * power((hashint8(n * 31 + salt)::bigint + 2147483648) / 4294967296.0, 2))::int
$$;

INSERT INTO initiative (id, slug, organisation_id, first_published_at, confirmed_at)
SELECT s.initiative_id, 'synthetisch-' || s.n, (SELECT id FROM organisation ORDER BY slug LIMIT 1), now() - s.n * interval '1 hour', now() FROM synthetic s;

INSERT INTO initiative_revision (id, initiative_id, number, status, title, summary, problem, lifecycle, published_at, submitted_at, decided_at, updated_at)
SELECT s.revision_id, s.initiative_id, 1, 'published', 'Initiatief ' || s.n || ' voor ' || w.word || ' en ' || v.word,
  'Mensen die nog niet werken leren hier ' || w.word || ' en ' || v.word || '. ' || x.text || ' ' || y.text || ' ' || z.text,
  'In deze regio is vraag naar mensen in ' || u.word || '. ' || y.text || ' ' || x.text, 'running', now() - s.n * interval '1 hour', now(), now(), now()
FROM synthetic s
JOIN pick_word w ON w.at = pg_temp.pick(s.n, 1, 40) JOIN pick_word v ON v.at = pg_temp.pick(s.n, 2, 40) JOIN pick_word u ON u.at = pg_temp.pick(s.n, 3, 40)
JOIN pick_sentence x ON x.at = pg_temp.pick(s.n, 4, 12) JOIN pick_sentence y ON y.at = pg_temp.pick(s.n, 5, 12) JOIN pick_sentence z ON z.at = pg_temp.pick(s.n, 6, 12);

UPDATE initiative i SET published_revision_id = s.revision_id FROM synthetic s WHERE s.initiative_id = i.id;
INSERT INTO policy_monitor (initiative_id, displacement_id, updated_at) SELECT initiative_id, (SELECT id FROM term WHERE vocabulary = 'displacement' ORDER BY position LIMIT 1), now() FROM synthetic;
INSERT INTO revision_region (revision_id, region_id, position) SELECT s.revision_id, r.id, 1 FROM synthetic s JOIN pick_region r ON r.at = pg_temp.pick(s.n, 7, 35);
INSERT INTO revision_term (revision_id, term_id, position)
SELECT DISTINCT ON (s.revision_id, t.id) s.revision_id, t.id, row_number() OVER (PARTITION BY s.revision_id)
FROM synthetic s
CROSS JOIN (VALUES ('target_group', 1), ('target_group', 7), ('sector', 3), ('instrument', 1), ('instrument', 5), ('societal_challenge', 1)) want (vocabulary, step)
JOIN pick_term t ON t.vocabulary::text = want.vocabulary AND t.at = pg_temp.pick(s.n, 10 + want.step * 7 + length(want.vocabulary), t.size::int);
INSERT INTO revision_step (id, revision_id, position, name, description)
SELECT gen_random_uuid(), s.revision_id, p, 'Stap ' || p, 'Deelnemers oefenen met een begeleider die hen goed kent.' FROM synthetic s CROSS JOIN generate_series(1, 3) p;
INSERT INTO revision_text_item (id, revision_id, kind, position, text)
SELECT gen_random_uuid(), s.revision_id, k::text_item_kind, p, 'Neem de tijd en spreek af wie wat doet.' FROM synthetic s CROSS JOIN unnest(ARRAY['lesson', 'success_factor', 'obstacle']) k CROSS JOIN generate_series(1, 3) p;

CREATE TEMP TABLE synthetic_assessment AS
SELECT gen_random_uuid() AS id, s.initiative_id, s.revision_id, u.user_id, u.organisation_id, u.region_id, s.n, u.at
FROM synthetic s
CROSS JOIN (
  SELECT m.user_id, m.organisation_id, o.region_id, row_number() OVER (ORDER BY m.user_id) AS at
  FROM membership m JOIN organisation o ON o.id = m.organisation_id
  WHERE m.role = 'assessor' AND m.organisation_id <> (SELECT id FROM organisation ORDER BY slug LIMIT 1) LIMIT 3
) u;
CREATE TEMP TABLE synthetic_round AS SELECT gen_random_uuid() AS id, initiative_id, revision_id FROM synthetic;
INSERT INTO assessment_round (id, initiative_id, number, revision_id, deadline, status, closed_at, closing_reason)
SELECT id, initiative_id, 1, revision_id, current_date, 'closed', now(), 'complete' FROM synthetic_round;
-- These made-up panels do not look at regions, and their rounds are over.
SET session_replication_role = replica;
INSERT INTO assessment (id, initiative_id, revision_id, kind, round_id, assessor_id, organisation_id, region_id, constituency, status, submitted_at, updated_at)
SELECT a.id, a.initiative_id, a.revision_id, 'panel', r.id, a.user_id, a.organisation_id, a.region_id, 'employers', 'submitted', now(), now()
FROM synthetic_assessment a JOIN synthetic_round r ON r.initiative_id = a.initiative_id;
SET session_replication_role = DEFAULT;
INSERT INTO assessment_score (assessment_id, criterion_id, score, reason)
SELECT a.id, c.id, 1 + (a.n + a.at + c.number) % 5, 'Dit past bij wat wij in onze regio zien.' FROM synthetic_assessment a CROSS JOIN criterion c;

SELECT search_refresh(array_agg(initiative_id)) FROM synthetic;
UPDATE initiative_search s SET evidence_rank = y.n % 6, direction = (ARRAY['niet-vergeleken', 'niet-vergeleken', 'helpt', 'geen-verschil', 'schaadt', 'wisselend', 'niet-te-zeggen'])[1 + y.n % 7], medians = ARRAY[1 + y.n % 5, 1 + y.n % 4, 3, 2 + y.n % 3, 4, 1 + y.n % 5, 3]::real[] FROM synthetic y WHERE y.initiative_id = s.initiative_id;
SELECT search_retag(array_agg(initiative_id)) FROM synthetic;
