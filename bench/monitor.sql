-- The policy of 50 regions in ten years (500 region-years) with 20,000 streams of money, on top of the synthetic initiatives. Everything follows
-- from the numbers of region, year and row, so that every run makes the same.
CREATE TEMP TABLE kept_region AS SELECT id, slug, row_number() OVER (ORDER BY type, code) AS at FROM region WHERE type IN ('labour_market', 'province', 'ser') ORDER BY type, code LIMIT 50;
CREATE TEMP TABLE made_goal AS
SELECT gen_random_uuid() AS id, r.id AS region_id, r.at, y AS year, p AS place FROM kept_region r CROSS JOIN generate_series(2017, 2026) y CROSS JOIN generate_series(0, 5) p;
INSERT INTO policy_goal (id, slug, region_id, parent_id, title, description, starts_on, ends_on, position, updated_at)
SELECT g.id, 'synthetisch-doel-' || g.at || '-' || g.year || '-' || g.place, g.region_id, NULL, 'Doel ' || g.place || ' van ' || g.year, 'Meer mensen doen mee in deze regio.',
  make_date(g.year, 1, 1), make_date(g.year, 12, 31), g.place, now() FROM made_goal g;
UPDATE policy_goal p SET parent_id = t.id FROM made_goal g JOIN made_goal t ON t.region_id = g.region_id AND t.year = g.year AND t.place = 0 WHERE p.id = g.id AND g.place > 0;
CREATE TEMP TABLE made_measure AS
SELECT gen_random_uuid() AS id, g.id AS goal_id, g.year, row_number() OVER (ORDER BY g.at, g.year, g.place, p) AS n, p AS place FROM made_goal g CROSS JOIN generate_series(1, 2) p WHERE g.place > 0;
INSERT INTO policy_measure (id, slug, goal_id, title, starts_on, ends_on, position, updated_at)
SELECT id, 'synthetische-maatregel-' || n, goal_id, 'Maatregel ' || n, make_date(year, 1, 1), make_date(year, 12, 31), place, now() FROM made_measure;

CREATE TEMP TABLE made_initiative AS SELECT s.initiative_id AS id, row_number() OVER (ORDER BY s.published_at DESC, s.initiative_id) - 1 AS n, s.regions FROM initiative_search s WHERE s.slug LIKE 'synthetisch-%';
CREATE TEMP TABLE made_type AS SELECT id, row_number() OVER (ORDER BY position) - 1 AS at, count(*) OVER () AS size FROM term WHERE vocabulary = 'funding_type';
INSERT INTO funding (id, measure_id, initiative_id, type_id, provider, amount_euro, amount_qualifier, starts_on, ends_on, purpose, alignment_id, after_funding_plan, updated_at)
SELECT gen_random_uuid(), m.id, i.id, t.id, 'Geldgever ' || x.n % 40, CASE WHEN x.n % 5 = 0 THEN NULL ELSE 5000 + (x.n * 7919) % 400000 END, CASE WHEN x.n % 5 = 0 THEN NULL ELSE 'exact' END,
  make_date(2017 + (x.n % 10)::int, 1, 1), CASE WHEN x.n % 9 = 0 THEN NULL ELSE make_date(2017 + (x.n % 10)::int, 12, 31) + ((x.n % 12) * 92)::int END, 'Begeleiding', (SELECT id FROM term WHERE vocabulary = 'subsidy_alignment' ORDER BY position LIMIT 1),
  CASE WHEN x.n % 6 = 0 THEN 'De gemeenten nemen het over.' END, now()
FROM generate_series(1, 20000) AS x (n)
LEFT JOIN made_measure m ON x.n % 2 = 0 AND m.n = (x.n / 2 - 1) % 5000 + 1
LEFT JOIN made_initiative i ON x.n % 2 = 1 AND i.n = (x.n / 2) % (SELECT count(*) FROM made_initiative)
JOIN made_type t ON t.at = x.n % t.size;

-- Each initiative serves one goal of its own region in 2026, and carries out one measure.
CREATE TEMP TABLE served AS
SELECT i.id, g.id AS goal_id, i.n FROM made_initiative i JOIN kept_region r ON r.slug = i.regions[1] JOIN made_goal g ON g.region_id = r.id AND g.year = 2026 AND g.place = 1 + i.n % 5 WHERE i.n % 3 < 2;
INSERT INTO initiative_goal (initiative_id, goal_id) SELECT id, goal_id FROM served ON CONFLICT DO NOTHING;
INSERT INTO initiative_measure (initiative_id, measure_id) SELECT s.id, m.id FROM served s JOIN made_measure m ON m.goal_id = s.goal_id AND m.place = 1 ON CONFLICT DO NOTHING;
INSERT INTO trade_off (initiative_id, domain, effect, hours_per_week, carried_by)
SELECT id, 'informal_care', (ARRAY['better', 'same', 'worse'])[1 + n % 3]::trade_off_effect, n % 20, 'familie' FROM made_initiative WHERE n % 10 = 0;
-- Verdicts of every year that is over; their signing is not what is measured.
SET session_replication_role = replica;
CREATE TEMP TABLE made_expectation AS SELECT gen_random_uuid() AS id, id AS measure_id, year, n FROM made_measure WHERE year < 2026;
INSERT INTO policy_expectation (id, measure_id, year, text, signed_at) SELECT id, measure_id, year, 'De helft vindt werk.', make_timestamptz(year, 1, 15, 12, 0, 0) FROM made_expectation;
INSERT INTO policy_verdict (id, measure_id, year, expectation_id, observed, other_causes, confidence, decision, reason, signed_at)
SELECT gen_random_uuid(), measure_id, year, id, 'Er begonnen minder mensen.', 'De krapte nam af.', 'medium', (ARRAY['continue', 'adapt', 'stop', 'undecided'])[1 + n % 4]::verdict_decision, 'Zo gaat de regio verder.', make_timestamptz(year + 1, 2, 1, 12, 0, 0)
FROM made_expectation;
SET session_replication_role = DEFAULT;
