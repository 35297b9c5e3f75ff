import { Client } from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
process.env.DATABASE_POOL_MAX = '2'
const { db, LOCK_TIMEOUT_MS, POOL_WAIT_MS, STATEMENT_TIMEOUT_MS } = await import('./db')
const { isDatabaseUnavailable, sqlStateOf } = await import('@/lib/base/runtime/errors')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

describe('waiting for the database', () => {
  it('ends within five seconds, whatever one waits for', async () => {
    const [settings] = await db.$queryRaw<
      { lock: string; statement: string }[]
    >`SELECT current_setting('lock_timeout') AS lock, current_setting('statement_timeout') AS statement`
    expect(settings).toEqual({
      lock: `${LOCK_TIMEOUT_MS}ms`,
      statement: `${STATEMENT_TIMEOUT_MS / 1_000}s`,
    })
    expect(POOL_WAIT_MS + STATEMENT_TIMEOUT_MS).toBeLessThan(5_000)
  })

  it('for a lock, a slow statement and a connection is told apart from a fault', async () => {
    const holder = new Client({ connectionString: database.url })
    await holder.connect()
    await holder.query('BEGIN; LOCK TABLE region IN ACCESS EXCLUSIVE MODE')
    const readers = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(() => failure(db.region.findFirst({ select: { id: true } }))),
    )
    await holder.query('ROLLBACK')
    await holder.end()
    expect(readers.map(isDatabaseUnavailable)).toEqual([true, true, true, true, true, true])
    expect(readers.map(sqlStateOf)).toContain('55P03')
    const slow = await failure(db.$queryRaw`SELECT pg_sleep(30)::text`)
    expect([isDatabaseUnavailable(slow), sqlStateOf(slow)]).toEqual([true, '57014'])
    const fault = await failure(db.$queryRaw`SELECT 1 / 0`)
    expect([isDatabaseUnavailable(fault), sqlStateOf(fault)]).toEqual([false, '22012'])
    expect(await db.region.count()).toBeGreaterThan(0)
  })

  it('that is full says so, and nothing is written', async () => {
    const raise =
      "CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$"
    await db.$executeRawUnsafe(raise)
    await db.$executeRawUnsafe(
      'CREATE TRIGGER disk_full BEFORE UPDATE ON region FOR EACH ROW EXECUTE FUNCTION disk_full()',
    )
    const full = await failure(db.region.updateMany({ data: { name: 'x' } }))
    expect([isDatabaseUnavailable(full), sqlStateOf(full)]).toEqual([true, '53100'])
  })
})
