import { readFile } from 'node:fs/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase()
const client = new Client({ connectionString: database.url })

beforeAll(() => client.connect())
afterAll(async () => {
  await client.end()
  await database.drop()
})

describe('the migration to modes', () => {
  it('keeps what people chose', async () => {
    // The table as it was before.
    await client.query(`
      ALTER TABLE mail_wish DROP COLUMN mode, ADD COLUMN wanted boolean NOT NULL;
      DROP TYPE mail_mode;
      INSERT INTO app_user (id, email, name) VALUES
        (gen_random_uuid(), 'wel@voorbeeld.nl', 'Wel'), (gen_random_uuid(), 'niet@voorbeeld.nl', 'Niet');
      INSERT INTO mail_wish (user_id, kind, wanted, updated_at)
      SELECT id, kind, email LIKE 'wel%', now()
      FROM app_user, unnest(ARRAY['digest', 'question-asked']) kind`)
    await client.query(
      await readFile('prisma/migrations/20261130151000_mail_modes/migration.sql', 'utf8'),
    )
    const { rows } = await client.query(`
      SELECT u.email, w.kind, w.mode::text FROM mail_wish w JOIN app_user u ON u.id = w.user_id
      ORDER BY u.email DESC, w.kind`)
    expect(rows).toEqual([
      { email: 'wel@voorbeeld.nl', kind: 'digest', mode: 'weekly' },
      { email: 'wel@voorbeeld.nl', kind: 'followed-news', mode: 'weekly' },
      { email: 'wel@voorbeeld.nl', kind: 'question-asked', mode: 'now' },
      { email: 'niet@voorbeeld.nl', kind: 'digest', mode: 'never' },
      { email: 'niet@voorbeeld.nl', kind: 'question-asked', mode: 'never' },
    ])
    await expect(
      client.query(`UPDATE mail_wish SET mode = 'now' WHERE kind = 'digest'`),
    ).rejects.toThrow(/mail_wish_digest/)
  })
})
