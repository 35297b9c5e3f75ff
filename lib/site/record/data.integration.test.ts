import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccount } from '@/lib/base/testing/account'
import { createTestDatabase } from '@/lib/base/testing/database'
import { initiativeId } from '@/lib/base/testing/demo-account'
import type { RecordQuery } from './types'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { Prisma } = await import('@/generated/prisma/client')
const { saveAuditEvent, saveReading } = await import('@/lib/base/audit/mutations')
const { eventsSql, listEvents, streamEvents } = await import('./data')
const { nameObjects } = await import('./names.data')
const { isObject, readQuery } = await import('./rules')
const words = (await import('@/messages/nl/base/audit.json')).default

const TODAY = new Date().toISOString().slice(0, 10)
const query = (over: Partial<RecordQuery> = {}): RecordQuery => ({
  ...readQuery({}, TODAY),
  until: '2099-01-01',
  ...over,
})
const page = { after: null, limit: 50 }
let readerId = ''

beforeAll(async () => {
  readerId = (await createAccount(db)).userId
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const list = async (over: Partial<RecordQuery>, options: object = {}) =>
  listEvents(query(over), { ...page, readerId, ...options })
const write = (
  entry: Omit<Parameters<typeof saveAuditEvent>[1], 'objectId'> & { objectId: string | null },
) => db.$transaction((tx) => saveAuditEvent(tx, entry))

describe('the record', () => {
  it('names people and objects as they are now, and knows who is gone', async () => {
    const { userId } = await createAccount(db)
    const id = await initiativeId(db, 'rangeerterrein')
    const revision = await db.initiativeRevision.findFirstOrThrow({ where: { initiativeId: id } })
    await write({
      actorId: userId,
      action: 'revision.publish',
      objectType: 'revision',
      objectId: revision.id,
    })
    await write({
      actorId: userId,
      action: 'revision.publish',
      objectType: 'revision',
      objectId: randomUUID(),
    })
    const { events } = await list({ personId: userId })
    expect(events.map(({ actor, objectName }) => [actor?.name, objectName])).toEqual([
      ['Willemijn de Boer', null],
      ['Willemijn de Boer', { name: revision.title, number: revision.number }],
    ])
    await db.user.delete({ where: { id: userId } })
    expect((await list({ personId: userId })).events[0]).toMatchObject({
      actorId: userId,
      actor: null,
    })
  })

  it('finds by name of a person, an organisation and an initiative', async () => {
    const { userId } = await createAccount(db)
    await db.user.update({ where: { id: userId }, data: { name: 'Quirijn 100%_zeker' } })
    const organisation = await db.organisation.create({
      data: { slug: randomUUID(), name: 'Ganzenveer Werkplaats', kind: 'other' },
    })
    await write({
      actorId: userId,
      action: 'organisation.save',
      objectType: 'organisation',
      objectId: organisation.id,
    })
    for (const text of ['quirijn', '100%_', 'GANZENVEER'])
      expect((await list({ text })).events.map(({ action }) => action)).toEqual([
        'organisation.save',
      ])
    expect((await list({ text: 'quirijn100' })).events).toEqual([])
  })

  it('keeps to the kind, the object and the days of the Netherlands', async () => {
    const objectId = randomUUID()
    const at = new Date('2026-03-31T22:30:00Z') // 1 April, half past midnight
    await db.auditEvent.create({
      data: { at, action: 'call.post', objectType: 'call', objectId },
    })
    const object = { type: 'call' as const, id: objectId }
    const on = async (from: string, until: string) =>
      (await list({ object, from, until })).events.length
    expect(await on('2026-04-01', '2026-04-01')).toBe(1)
    expect(await on('2026-03-31', '2026-03-31')).toBe(0)
    const period = { object, from: '2026-04-01', until: '2026-04-01' }
    expect((await list({ ...period, group: 'exchange' })).events).toHaveLength(1)
    expect((await list({ ...period, group: 'people' })).events).toEqual([])
  })

  it('leaves nothing out and shows nothing twice between pages, also at one moment', async () => {
    const objectId = randomUUID()
    const at = new Date('2026-05-05T10:00:00Z')
    await db.auditEvent.createMany({
      data: Array.from({ length: 7 }, () => ({
        at,
        action: 'call.edit',
        objectType: 'call',
        objectId,
      })),
    })
    const over = { object: { type: 'call' as const, id: objectId }, from: '2026-05-01' }
    const seen: string[] = []
    let after = null
    do {
      const { events, next }: Awaited<ReturnType<typeof list>> = await list(over, {
        after,
        limit: 3,
      })
      seen.push(...events.map(({ id }) => id))
      after = next
    } while (after)
    expect(new Set(seen).size).toBe(7)
    expect(seen).toHaveLength(7)
    const streamed = []
    for await (const batch of streamEvents(query(over), readerId)) streamed.push(...batch)
    expect(streamed.map(({ id }) => id)).toEqual(seen)
  })

  it('knows a name, or that there is none, for each kind of object', async () => {
    const keys = Object.keys(words.object).filter(isObject)
    const id = (type: string) => (type === 'dataset' ? '999999' : randomUUID())
    const names = await nameObjects(keys.map((type) => ({ type, id: id(type) })))
    expect([...names.keys()].map((key) => key.split(':')[0]).sort()).toEqual([
      'job',
      'outbox',
      'record',
      'sample',
      'saved_search',
      'seed',
      'session',
      'setting',
    ])
  })
})

describe('reading', () => {
  const noted = async (actorId: string) =>
    (await db.auditEvent.findMany({ where: { actorId }, orderBy: { id: 'asc' } })).map(
      ({ action, objectId }) => [action, objectId],
    )

  it('is noted once per sitting, per thing', async () => {
    const actorId = randomUUID()
    const [one, other] = [randomUUID(), randomUUID()]
    for (const objectId of [one, one, other])
      await saveReading({ actorId, action: 'user.read', objectType: 'user', objectId })
    await saveReading({ actorId, action: 'outbox.read', objectType: 'outbox' })
    await saveReading({ actorId, action: 'outbox.read', objectType: 'outbox' })
    expect(await noted(actorId)).toEqual([
      ['user.read', one],
      ['user.read', other],
      ['outbox.read', null],
    ])
  })

  it('is noted again in the next sitting', async () => {
    const actorId = randomUUID()
    await db.auditEvent.create({
      data: {
        at: new Date(Date.now() - 61 * 60_000),
        actorId,
        action: 'outbox.read',
        objectType: 'outbox',
      },
    })
    await saveReading({ actorId, action: 'outbox.read', objectType: 'outbox' })
    expect(await noted(actorId)).toHaveLength(2)
  })

  it('of the record is in the record', async () => {
    const { userId } = await createAccount(db)
    await listEvents(query(), { ...page, readerId: userId })
    await streamEvents(query(), userId).next()
    expect((await noted(userId)).map(([action]) => action)).toEqual([
      'record.read',
      'record.export',
    ])
  })
})

describe('a large record', () => {
  const personId = randomUUID()
  const object = { type: 'revision' as const, id: randomUUID() }

  beforeAll(async () => {
    // The application's own connection stops a statement that takes this long.
    const client = new Client({ connectionString: database.url })
    await client.connect()
    await client.query(
      `INSERT INTO audit_event (at, actor_id, action, object_type, object_id)
      SELECT now() - make_interval(mins => n * 3),
        CASE WHEN n % 2000 = 0 THEN $1::uuid ELSE gen_random_uuid() END,
        (ARRAY['session.create', 'revision.save', 'call.reply', 'goal.save'])[1 + n % 4],
        'revision',
        CASE WHEN n % 2000 = 7 THEN $2 ELSE gen_random_uuid()::text END
      FROM generate_series(1, 200000) n`,
      [personId, object.id],
    )
    await client.query('ANALYZE audit_event')
    await client.end()
  })

  const plan = async (
    over: Partial<RecordQuery>,
    found: Parameters<typeof eventsSql>[1] = null,
  ) => {
    const sql = eventsSql(query(over), found, {
      after: { at: new Date(Date.now() - 86_400_000), id: '1000000' },
      limit: 51,
    })
    const rows = await db.$queryRaw<{ 'QUERY PLAN': string }[]>(
      Prisma.sql`EXPLAIN (ANALYZE, BUFFERS) ${sql}`,
    )
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  }
  const bufferCount = (text: string) =>
    [...(text.split('\n').find((line) => line.includes('Buffers:')) ?? '').matchAll(/=(\d+)/g)]
      .map(([, count]) => Number(count))
      .reduce((sum, count) => sum + count, 0)

  it.each([
    ['of a period', {}, null],
    ['of long ago', { from: '2020-01-01', until: '2020-12-31' }, null],
    ['of a person', { personId, from: '2020-01-01' }, null],
    ['of an object', { object, from: '2020-01-01' }, null],
    ['of a rare kind', { group: 'figures' as const, from: '2020-01-01' }, null],
    ['of a common kind', { group: 'initiatives' as const, from: '2020-01-01' }, null],
    ['found by name', { from: '2020-01-01' }, { personIds: [personId], objects: [object] }],
  ])('is read by its index: %s', async (_what, over, found) => {
    const text = await plan(over, found)
    expect(text).not.toContain('Seq Scan')
    // 200,000 rows fill more than 2,000 pages.
    expect(bufferCount(text)).toBeLessThan(600)
  })
})
