import type { TargetName } from './rows.ts'

/** Made after those in targets.ts, on which they rest. */
export const LATER_TARGETS: readonly (readonly [TargetName, string])[] = [
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

/** Of one person, made after the people are. */
export const BELONGINGS: readonly (readonly [TargetName, string])[] = [
  [
    'search',
    `INSERT INTO saved_search (id, user_id, name, parameters)
     VALUES (gen_random_uuid(), $ownEditor, 'Techniek', 'q=techniek') RETURNING id`,
  ],
  [
    'reading',
    `INSERT INTO document_reading (id, user_id, source, proposals, expires_at)
     VALUES (gen_random_uuid(), $ownEditor, 'plan.docx', '[]', now() + interval '1 day')
     RETURNING id`,
  ],
  [
    'reconsideration',
    `INSERT INTO reconsideration (id, measurement_id, assessor_id) VALUES (gen_random_uuid(), $measured, $ownEditor) RETURNING id`,
  ],
  [
    'ownContest',
    `INSERT INTO contest (id, initiative_id, revision_id, about, contester_id, from_owner, reason)
     SELECT gen_random_uuid(), id, published_revision_id, 'results', $ownEditor, true, 'Klopt niet'
     FROM initiative WHERE id = $initiative RETURNING id`,
  ],
  [
    'session',
    `INSERT INTO user_session (id, user_id, device, expires_at)
     VALUES (gen_random_uuid(), $ownEditor, 'Elders', now() + interval '1 hour') RETURNING id`,
  ],
  [
    'passkey',
    `INSERT INTO passkey (id, user_id, credential_id, public_key, counter, name)
     VALUES (gen_random_uuid(), $ownEditor, 'walk', '\\x00', 0, 'Sleutel') RETURNING id`,
  ],
]
