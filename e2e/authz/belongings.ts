import type { TargetName } from './rows.ts'

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
