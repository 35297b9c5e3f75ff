import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { inRoot, root } from './paths.mjs'

const { Client } = createRequire(inRoot('package.json'))('pg')

/** The last migration of an earlier version; installations in use stand there or later. */
const PREVIOUS = '20261128194339_memory_hears_the_database'

const examples = await createTestDatabase({ seeded: true })
const name = `test_${randomBytes(6).toString('hex')}`
const address = new URL(process.env.TEST_SERVER_URL)
address.pathname = `/${name}`

async function withClient(url, work) {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
const query = async (sql, values) =>
  withClient(address.href, async (client) => (await client.query(sql, values)).rows)
const onServer = (sql) => withClient(process.env.TEST_SERVER_URL, (client) => client.query(sql))

/** In its own process: Prisma's engine starts once per process. */
async function migrate(last) {
  const module = JSON.stringify(inRoot('scripts', 'runtime', 'schema-engine.mjs'))
  const script = `const { applyMigrations } = await import(${module}); console.log(JSON.stringify(await applyMigrations(...${JSON.stringify([address.href, ...(last === undefined ? [] : [last])])})))`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', script],
    { cwd: root, timeout: 240_000 },
  )
  return JSON.parse(stdout)
}

const TABLES = `SELECT table_name AS table, array_agg(column_name::text ORDER BY ordinal_position) AS columns
  FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
  WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND is_generated = 'NEVER' AND table_name <> '_prisma_migrations'
  GROUP BY table_name ORDER BY table_name`

async function copyRows(target) {
  await withClient(examples.url, async (source) => {
    const known = new Map(
      (await source.query(TABLES)).rows.map(({ table, columns }) => [table, columns]),
    )
    await target.query('SET session_replication_role = replica')
    for (const { table, columns } of (await target.query(TABLES)).rows) {
      const common = columns
        .filter((column) => known.get(table)?.includes(column))
        .map((column) => `"${column}"`)
      const { rows } = await source.query(
        `SELECT coalesce(json_agg(t), '[]')::text AS rows FROM "${table}" t`,
      )
      await target.query(`DELETE FROM "${table}"`)
      await target.query(
        `INSERT INTO "${table}" (${common.join(', ')}) OVERRIDING SYSTEM VALUE
         SELECT ${common.join(', ')} FROM json_populate_recordset(NULL::"${table}", $1::json)`,
        [rows[0].rows],
      )
    }
    await target.query('SET session_replication_role = origin')
  })
}

/** Columns whose content went to another one; a test below says to which. */
const REPLACED = ['mail_wish.wanted']

async function contentOf(tables) {
  const content = {}
  for (const { table, columns } of tables) {
    const list = columns
      .filter((column) => !REPLACED.includes(`${table}.${column}`))
      .map((column) => `"${column}"`)
      .join(', ')
    const [row] = await query(
      `SELECT count(*)::int AS rows, md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) AS digest FROM (SELECT ${list} FROM "${table}") t`,
    )
    content[table] = row
  }
  return content
}

beforeAll(async () => {
  await onServer(`CREATE DATABASE ${name}`)
  await migrate(PREVIOUS)
  await withClient(address.href, async (client) => {
    await copyRows(client)
    await client.query('SET session_replication_role = replica')
    await client.query(`UPDATE initiative_revision SET success_factors_note = 'Begin klein; zie workingElements voor wat volgens de beschrijving helpt.'
      WHERE id = (SELECT published_revision_id FROM initiative WHERE slug = 'rangeerterrein')`)
    await client.query(
      `UPDATE initiative_revision SET return_reason = 'Noem het jaar.' WHERE status = 'submitted'`,
    )
    await client.query('SET session_replication_role = origin')
    await client.query(`INSERT INTO mail (id, to_address, kind, key, subject, text, path, status, claimed_at)
      VALUES (gen_random_uuid(), 'a@voorbeeld.example', 'contact-request', 'a', 'A', 'A', '/', 'sending', now()),
             (gen_random_uuid(), 'b@voorbeeld.example', 'contact-request', 'b', 'B', 'B', '/', 'queued', NULL)`)
    await client.query(`INSERT INTO user_session (id, user_id, expires_at, device)
      SELECT gen_random_uuid(), id, now() + interval '1 hour', 'Firefox' FROM app_user`)
    await client.query(`INSERT INTO mail_wish (user_id, kind, wanted, updated_at)
      SELECT u.id, w.kind, w.wanted, now()
      FROM app_user u, (VALUES ('digest', true), ('contact-request', false), ('panel-reminder', true)) w (kind, wanted)
      WHERE u.email = 'beoordelaar.limburg@voorbeeld.nl'`)
    await client.query(
      `UPDATE app_user SET disabled_at = now() WHERE email = 'beoordelaar.limburg@voorbeeld.nl'`,
    )
  })
})

afterAll(async () => {
  await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await examples.drop()
})

describe('an installation with data', () => {
  it('comes to this version with all that it held', async () => {
    const tables = await query(TABLES)
    const before = await contentOf(tables)
    expect(before.initiative.rows).toBeGreaterThan(5)
    expect(before.observation.rows).toBeGreaterThan(100)
    expect((await migrate()).length).toBeGreaterThan(0)
    const after = await contentOf(tables)
    const changed = Object.keys(before).filter(
      (table) => before[table].digest !== after[table].digest,
    )
    // A note with our own wording, the news as a choice of its own, and sessions of someone who may not sign in.
    expect(changed.toSorted()).toEqual(['initiative_revision', 'mail_wish', 'user_session'])
    for (const table of Object.keys(before))
      expect(after[table].rows, table).toBe(before[table].rows + (table === 'mail_wish' ? 1 : 0))
  })

  it('keeps what people chose about mail', async () => {
    const chosen = await query(
      `SELECT kind, mode::text FROM mail_wish w JOIN app_user u ON u.id = w.user_id
       WHERE u.email = 'beoordelaar.limburg@voorbeeld.nl' AND kind IN ('digest', 'contact-request', 'panel-reminder')
       ORDER BY kind`,
    )
    expect(chosen).toEqual([
      { kind: 'contact-request', mode: 'never' },
      { kind: 'digest', mode: 'weekly' },
      { kind: 'panel-reminder', mode: 'now' },
    ])
  })

  it('has what the migrations promise', async () => {
    const [note] = await query(
      `SELECT success_factors_note AS note FROM initiative_revision r JOIN initiative i ON i.published_revision_id = r.id WHERE i.slug = 'rangeerterrein'`,
    )
    expect(note.note).toBe(
      'Begin klein; wat volgens de beschrijving helpt, staat bij ‘Wat deze aanpak bijzonder maakt’.',
    )
    expect(
      await query(
        `SELECT count(*)::int AS open FROM user_session s JOIN app_user u ON u.id = s.user_id WHERE u.disabled_at IS NOT NULL AND s.revoked_at IS NULL`,
      ),
    ).toEqual([{ open: 0 }])
    expect(
      await query(`SELECT count(*)::int AS open FROM user_session WHERE revoked_at IS NULL`),
    ).not.toEqual([{ open: 0 }])
    expect(
      await query(
        `SELECT DISTINCT t.reason FROM revision_return t JOIN initiative_revision r ON r.id = t.revision_id WHERE r.status = 'submitted' AND t.reason = r.return_reason`,
      ),
    ).toEqual([{ reason: 'Noem het jaar.' }])
    expect(await query(`SELECT status::text FROM mail ORDER BY key`)).toEqual([
      { status: 'sending' },
      { status: 'queued' },
    ])
    expect(
      await query(
        `SELECT count(*)::int AS found FROM initiative_search WHERE title_words @@ to_tsquery('praktijk', 'rangeerterrein')`,
      ),
    ).toEqual([{ found: 1 }])
    expect(
      await query(
        `SELECT count(*) > 0 AS entered, bool_and(afterwards) AS afterwards,
           count(*) = (SELECT count(*) FROM measurement)
             + (SELECT count(*) FROM verdict_reading)
             + (SELECT count(*) FROM policy_verdict WHERE signed_at IS NOT NULL)
             + (SELECT count(*) FROM policy_expectation WHERE signed_at IS NOT NULL)
             + (SELECT count(*) FROM assessment WHERE status = 'submitted') AS whole
         FROM ledger_entry`,
      ),
    ).toEqual([{ entered: true, afterwards: true, whole: true }])
    // Without a comparison the direction is known at once; the rest is computed before the application answers.
    expect(
      await query(
        `SELECT count(*)::int AS rows, count(*) FILTER (WHERE direction = 'niet-vergeleken')::int AS known,
           (SELECT sum(count)::int FROM search_tag WHERE facet = 'richting') AS counted FROM initiative_search`,
      ),
    ).toEqual([{ rows: 6, known: 6, counted: 6 }])
  })
})
