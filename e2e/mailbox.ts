import { createHmac } from 'node:crypto'
import { query } from './fixtures'

export const userId = async (email: string) =>
  (await query<{ id: string }>('SELECT id::text FROM app_user WHERE email = $1', [email]))[0]!.id
export const forget = async (email: string) => {
  await query('DELETE FROM follow WHERE user_id = $1', [await userId(email)])
  await query('DELETE FROM notification WHERE user_id = $1', [await userId(email)])
}
export const tell = async (email: string, key: string, title: string) =>
  query(
    `INSERT INTO notification (id, user_id, kind, key, title, path) VALUES (gen_random_uuid(), $1, 'initiative-updated', $2, $3, '/initiatieven/rangeerterrein')`,
    [await userId(email), key, title],
  )
export const mail = async (
  email: string,
  key: string,
  status: string,
  subject: string,
  lastError: string | null = null,
) =>
  query(
    `INSERT INTO mail (id, recipient_id, kind, key, subject, text, path, status, last_error) VALUES (gen_random_uuid(), $1, 'contact-request', $2, $3, 'Iemand wil u iets vragen.', '/werkplek', $4::mail_status, $5) ON CONFLICT DO NOTHING`,
    [await userId(email), key, subject, status, lastError],
  )
export const tokenFor = (id: string, kind: string) => {
  const payload = `${id} ${kind}`
  return `${Buffer.from(payload).toString('base64url')}.${createHmac(
    'sha256',
    process.env.E2E_SECRET ?? '',
  )
    .update(`mail.unsubscribe\0${payload}`)
    .digest('base64url')}`
}
