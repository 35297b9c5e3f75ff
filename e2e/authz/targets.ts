import type { TargetName } from './rows.ts'

/** A message from outside that waits for an answer. */
const insertEnquiry = (kind: 'question' | 'mistake', organisation: string): string =>
  `INSERT INTO enquiry (id, kind, writer, name, email, subject, state, organisation_id, expires_at,
     confirmed_at, updated_at)
   VALUES (gen_random_uuid(), '${kind}', 'resident', 'Buiten', 'buiten@voorbeeld.nl', 'Vraag',
     'waiting', ${organisation}, now(), now(), now()) RETURNING id`

/** Makes something of the own organisation, or finds it in the examples; each gives a value. */
export const TARGETS: readonly (readonly [TargetName, string])[] = [
  ['organisation', `SELECT id FROM organisation WHERE slug = 'secretariaat-ser-brabant'`],
  [
    'otherOrganisation',
    `INSERT INTO organisation (id, slug, name, kind, region_id)
     SELECT gen_random_uuid(), 'ver-weg', 'Ver weg', 'regional_board', id
     FROM region WHERE slug = 'groningen' RETURNING id`,
  ],
  [
    'neighbour',
    `INSERT INTO organisation (id, slug, name, kind, region_id)
     SELECT gen_random_uuid(), 'naaste-buur', 'Naaste buur', 'regional_board', id
     FROM region WHERE slug = 'midden-brabant' RETURNING id`,
  ],
  [
    'boardPaper',
    `INSERT INTO board_paper (id, region_id, year, organisation_id, organisation_name, request,
       is_proposal, has_examples, data_on)
     SELECT gen_random_uuid(), id, 2026, $organisation, 'Eigen', 'Stem in.', false, false, '2026-01-10'
     FROM region WHERE slug = 'midden-brabant' RETURNING id`,
  ],
  ['region', `SELECT id FROM region WHERE slug = 'midden-brabant'`],
  ['regionSlug', `SELECT 'midden-brabant'`],
  ['initiative', `SELECT id FROM initiative WHERE slug = 'rangeerterrein'`],
  ['initiativeSlug', `SELECT 'rangeerterrein'`],
  [
    'contactName',
    `UPDATE initiative_revision SET contact_name = 'Contact', contact_email = 'contact@voorbeeld.nl',
       contact_consent = true
     WHERE id = (SELECT published_revision_id FROM initiative WHERE id = $initiative)
     RETURNING contact_name`,
  ],
  [
    'plan',
    `INSERT INTO initiative_schedule (id, initiative_id, act, at, reason, organisation_id)
     VALUES (gen_random_uuid(), $initiative, 'archive', now() + interval '9 days', 'Klaar.', $organisation)
     RETURNING id`,
  ],
  ['otherInitiative', `SELECT id FROM initiative WHERE slug = 'switch-naar-techniek'`],
  [
    'initiativeFile',
    `INSERT INTO initiative_import
       (id, organisation_id, file_name, content, headers, columns, status, added)
     SELECT gen_random_uuid(), $organisation, 'lijst.csv', 'Titel\\012Een'::bytea, '{Titel}',
       '{title}', 'checked', 1
     RETURNING id`,
  ],
  [
    'archived',
    `WITH one AS (
       INSERT INTO initiative (id, slug, organisation_id, first_published_at)
       VALUES (gen_random_uuid(), 'in-het-archief', $organisation, now()) RETURNING id
     ), text AS (
       INSERT INTO initiative_revision (id, initiative_id, number, status, title, published_at, updated_at)
       SELECT gen_random_uuid(), id, 1, 'published', 'In het archief', now(), now() FROM one
       RETURNING id, initiative_id
     )
     INSERT INTO initiative_closure (initiative_id, kind, revision_id, reason, organisation_id)
     SELECT initiative_id, 'archived', id, 'Klaar.', $organisation FROM text RETURNING initiative_id`,
  ],
  [
    'correction',
    `WITH one AS (SELECT published_revision_id AS id FROM initiative WHERE id = $initiative)
     INSERT INTO revision_correction (revision_id, before_id) SELECT id, id FROM one
     RETURNING revision_id`,
  ],
  [
    'offered',
    `WITH elsewhere AS (
       INSERT INTO initiative_handover (initiative_id, to_id, message)
       VALUES ($archived, $otherOrganisation, 'Neemt u dit over?')
     ), one AS (
       INSERT INTO initiative (id, slug, organisation_id, first_published_at)
       VALUES (gen_random_uuid(), 'wordt-aangeboden', $otherOrganisation, now()) RETURNING id
     )
     INSERT INTO initiative_handover (initiative_id, to_id, message)
     SELECT id, $organisation, 'Neemt u dit over?' FROM one RETURNING initiative_id`,
  ],
  ['draft', `SELECT id FROM initiative_revision WHERE status = 'draft' LIMIT 1`],
  [
    'picture',
    `WITH kept AS (INSERT INTO stored_image (hash, width, height) VALUES (repeat('a', 64), 320, 200)
       RETURNING hash)
     INSERT INTO revision_image (id, revision_id, hash, position, alt)
     SELECT gen_random_uuid(), $draft, hash, 0, 'Een vlak' FROM kept RETURNING id`,
  ],
  [
    'paper',
    `WITH kept AS (INSERT INTO stored_document (hash, kind, size_bytes, content)
       VALUES (repeat('b', 64), 'pdf', 1, '\\x25') RETURNING hash)
     INSERT INTO revision_attachment (id, revision_id, hash, position, title)
     SELECT gen_random_uuid(), $draft, hash, 0, 'Projectplan' FROM kept RETURNING id`,
  ],
  [
    'submitted',
    `WITH one AS (SELECT id, initiative_id FROM initiative_revision WHERE status = 'submitted' LIMIT 1),
     mine AS (UPDATE initiative SET organisation_id = $organisation WHERE id = (SELECT initiative_id FROM one))
     SELECT id FROM one`,
  ],
  [
    'round',
    `UPDATE assessment_round SET initiative_id = $initiative, number = 9
     WHERE id = (SELECT id FROM assessment_round WHERE status = 'open' LIMIT 1) RETURNING id`,
  ],
  [
    'assessment',
    `SELECT a.id FROM assessment a JOIN initiative i ON i.id = a.initiative_id
     WHERE i.slug = 'rangeerterrein' AND a.kind = 'panel' LIMIT 1`,
  ],
  [
    'indicator',
    `UPDATE initiative_indicator SET initiative_id = $initiative
     WHERE id = (SELECT id FROM initiative_indicator LIMIT 1) RETURNING id`,
  ],
  [
    'measured',
    `INSERT INTO measurement (id, indicator_id, measured_on, value, source_title)
     VALUES (gen_random_uuid(), $indicator, '2026-01-01', 3, 'Telling') RETURNING id`,
  ],
  [
    'adoption',
    `UPDATE adoption SET organisation_id = $organisation, initiative_id = $otherInitiative
     WHERE status = 'exploring' RETURNING id`,
  ],
  ['asked', `SELECT id FROM adoption WHERE initiative_id = $initiative LIMIT 1`],
  [
    'call',
    `UPDATE open_call SET organisation_id = $organisation, region_id = $region, status = 'open', outcome = NULL, ended_at = NULL,
       open_until = now() + interval '30 days'
     WHERE slug = 'voorbeeld-taal-op-de-werkvloer' RETURNING id`,
  ],
  ['otherCall', `SELECT id FROM open_call WHERE slug = 'voorbeeld-deeltijders-in-de-schoonmaak'`],
  [
    'planned',
    `UPDATE meeting SET organisation_id = $organisation, starts_at = now() + interval '9 days',
       ends_at = now() + interval '10 days'
     WHERE slug = 'voorbeeld-kijken-bij-het-rangeerterrein' RETURNING id`,
  ],
  [
    'held',
    `UPDATE meeting SET organisation_id = $organisation, starts_at = now() - interval '10 days',
       ends_at = now() - interval '9 days'
     WHERE slug = 'voorbeeld-snel-aan-het-werk-met-taal' RETURNING id`,
  ],
  [
    'material',
    `INSERT INTO meeting_material (id, meeting_id, title, url)
     VALUES (gen_random_uuid(), $planned, 'Verslag', 'https://voorbeeld.nl/') RETURNING id`,
  ],
  [
    'credit',
    `INSERT INTO meeting_credit (id, meeting_id, text)
     VALUES (gen_random_uuid(), $held, 'Een nieuw contact') RETURNING id`,
  ],
  [
    'obstacle',
    `UPDATE obstacle SET organisation_id = $organisation
     WHERE slug = 'tewerkstellingsvergunning-schrikt-werkgevers-af' RETURNING id`,
  ],
  ['obstacleSlug', `SELECT 'tewerkstellingsvergunning-schrikt-werkgevers-af'`],
  ['otherObstacleSlug', `SELECT 'geen-proefplaatsing-voor-asielzoekers'`],
  [
    'merge',
    `INSERT INTO obstacle_merge (id, kept_id, merged_id, moved)
     SELECT gen_random_uuid(), $obstacle, id, '{}' FROM obstacle
     WHERE slug = 'geen-proefplaatsing-voor-asielzoekers' RETURNING id`,
  ],
  ['goal', `SELECT id FROM policy_goal WHERE slug = 'voorbeeld-mb-statushouders'`],
  ['otherGoal', `SELECT id FROM policy_goal WHERE slug = 'voorbeeld-mb-zorg-en-werk'`],
  ['verdict', `SELECT id FROM policy_verdict WHERE year = 2026 LIMIT 1`],
  ['measure', `SELECT measure_id FROM policy_verdict WHERE year = 2026 LIMIT 1`],
  [
    'funding',
    `UPDATE funding SET initiative_id = $initiative, measure_id = NULL
     WHERE id = (SELECT id FROM funding LIMIT 1) RETURNING id`,
  ],
  ['collection', `UPDATE collection SET organisation_id = $organisation RETURNING id`],
  ['bystander', `SELECT id FROM app_user WHERE email = 'beoordelaar.overijssel@voorbeeld.nl'`],
  ['member', `SELECT id FROM app_user WHERE email = 'lid.brabant@voorbeeld.nl'`],
  [
    'question',
    `INSERT INTO post (id, initiative_id, author_id, text)
     VALUES (gen_random_uuid(), $initiative, $bystander, 'Hoe begon dit?') RETURNING id`,
  ],
  [
    'answer',
    `INSERT INTO post (id, initiative_id, question_id, author_id, text)
     VALUES (gen_random_uuid(), $initiative, $question, $bystander, 'Met een plan.') RETURNING id`,
  ],
  [
    'joining',
    `INSERT INTO overlap_choice (id, initiative_id, other_id, answer, words)
     VALUES (gen_random_uuid(), $otherInitiative, $initiative, 'join', 'Mogen wij meedoen?')
     RETURNING id`,
  ],
  [
    'contest',
    `INSERT INTO contest (id, initiative_id, revision_id, about, contester_id, from_owner, reason)
     SELECT gen_random_uuid(), id, published_revision_id, 'evidence', $member, false, 'Klopt niet'
     FROM initiative WHERE id = $initiative RETURNING id`,
  ],
  ['contact', `SELECT id FROM region_contact LIMIT 1`],
  [
    'contactRegionSlug',
    `SELECT slug FROM region WHERE id = (SELECT region_id FROM region_contact WHERE id = $contact)`,
  ],
  ['enquiry', insertEnquiry('question', '$organisation')],
  ['mistake', insertEnquiry('mistake', '$organisation')],
  ['siteEnquiry', insertEnquiry('question', 'NULL')],
  ['term', `SELECT id FROM term WHERE vocabulary = 'instrument' ORDER BY slug LIMIT 1`],
  [
    'otherTerm',
    `SELECT id FROM term WHERE vocabulary = 'instrument' AND id <> $term ORDER BY slug LIMIT 1`,
  ],
  [
    'suggestion',
    `INSERT INTO term_suggestion (id, vocabulary, name, name_key)
     VALUES (gen_random_uuid(), 'instrument', 'Werkkompas', 'werkkompas') RETURNING id`,
  ],
  [
    'request',
    `INSERT INTO access_request (id, email, name, organisation_id, role, reason)
     VALUES (gen_random_uuid(), 'vraagt@voorbeeld.nl', 'Vrager', $organisation, 'editor', 'Ik wil graag meedoen.')
     RETURNING id`,
  ],
  [
    'freeRequest',
    `INSERT INTO access_request (id, email, name, organisation_name, role, reason)
     VALUES (gen_random_uuid(), 'vreemd@voorbeeld.nl', 'Vreemde', 'Nieuw', 'editor', 'Ik wil graag meedoen.')
     RETURNING id`,
  ],
  [
    'invitation',
    `INSERT INTO invitation (id, email, organisation_id, role, expires_at)
     VALUES (gen_random_uuid(), 'gast@voorbeeld.nl', $organisation, 'editor', now() + interval '7 days')
     RETURNING id`,
  ],
  [
    'mail',
    `INSERT INTO mail (id, recipient_id, kind, key, subject, text, path, status, attempts)
     VALUES (gen_random_uuid(), $bystander, 'invited', 'walk', 'Post', 'Post', '/', 'failed', 5)
     RETURNING id`,
  ],
  [
    'doubtfulMail',
    `INSERT INTO mail (id, recipient_id, kind, key, subject, text, path, status, claimed_at)
     VALUES (gen_random_uuid(), $bystander, 'invited', 'doubt', 'Post', 'Post', '/', 'doubt', now())
     RETURNING id`,
  ],
  [
    'dataset',
    `INSERT INTO stat_dataset (slug, title, kind, source_id, mapping)
     SELECT 'walk', 'Tabel', 'cbs_odata', id, '{"table":"99999NED","regionDimension":null,"measures":{}}' FROM statistical_source LIMIT 1
     RETURNING slug`,
  ],
  [
    'import',
    `INSERT INTO stat_import (id, dataset_id, trigger, label, status)
     SELECT gen_random_uuid(), id, 'screen', 'Tabel', 'checked' FROM stat_dataset WHERE slug = 'walk'
     RETURNING id`,
  ],
]
