import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import '@/lib/base/testing/action-request'
import { createTestDatabase } from '@/lib/base/testing/database'
import { formOf, idle } from '@/lib/base/testing/next-request'
import { OWNER, signInWith } from '@/lib/base/testing/people'

vi.mock('next/cache', () => import('@/lib/base/testing/next-cache'))

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
process.env.NEXTAUTH_SECRET = 'a secret of the test, long enough for it'
const { db } = await import('@/lib/base/db/db')
const session = await import('./session')
const become = signInWith(db, session)
const { actForAction } = await import('./acting.actions')
const { loadRevisionWork } = await import('@/lib/knowledge/revisions/loaders')
const { loadNewObstacle } = await import('@/lib/exchange/obstacles/loaders')
const { loadInviting, loadPeople } = await import('@/lib/people/administration/loaders')
const { canCreate } = await import('@/lib/knowledge/revisions/policy')

let own = ''
let second = ''
const choose = (organisationId: string) => actForAction(idle, formOf({ organisationId }))
/** As the next request reads it: React remembers the session per request. */
const actor = async () => {
  const { userSession } = db
  const { id, userId } = await userSession.findFirstOrThrow({
    where: { user: { email: OWNER }, revokedAt: null },
    orderBy: { createdAt: 'desc' },
    select: { id: true, userId: true },
  })
  return (await session.loadSession({ sessionId: id, userId }))!.actor
}
const drafts = async () =>
  new Set((await loadRevisionWork(await actor())).drafts.map((one) => one.organisationName))

beforeAll(async () => {
  const user = await db.user.findUniqueOrThrow({
    where: { email: OWNER },
    select: { id: true, memberships: { select: { organisationId: true } } },
  })
  own = user.memberships[0]!.organisationId
  const other = await db.organisation.findUniqueOrThrow({
    where: { slug: 'secretariaat-ser-overijssel' },
    select: { id: true },
  })
  second = other.id
  await db.membership.create({
    data: { userId: user.id, organisationId: second, role: 'editor' },
    select: { role: true },
  })
  await become(OWNER)
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('working for one organisation', () => {
  it('narrows lists and forms, not rights, until the session ends', async () => {
    expect((await drafts()).size).toBe(2)
    expect(await choose(own)).toMatchObject({ status: 'ok' })
    const working = await actor()
    expect(working.actingFor).toBe(own)
    expect((await drafts()).size).toBe(1)
    expect(canCreate(working, second)).toBe(true)
    await choose(second)
    expect((await loadNewObstacle('/')).organisations.map(({ id }) => id)).toEqual([second])
    await choose('')
    expect((await actor()).actingFor).toBeUndefined()
    expect((await drafts()).size).toBe(2)
    await choose(own)
    await become(OWNER)
    expect((await actor()).actingFor).toBeUndefined()
  })

  it('refuses an organisation of others and keeps the choice', async () => {
    await choose(own)
    const { id } = await db.organisation.findUniqueOrThrow({
      where: { slug: 'secretariaat-ser-zeeland' },
      select: { id: true },
    })
    expect(await choose(id)).toMatchObject({
      status: 'invalid',
      fieldErrors: { organisationId: ['unknownChoice'] },
    })
    expect((await actor()).actingFor).toBe(own)
  })

  it('narrows the lists of a manager of both, unless they ask for the other one', async () => {
    const where = { user: { email: OWNER } }
    await db.membership.updateMany({ where, data: { role: 'manager' } })
    await choose('')
    const { total: ofBoth } = await loadPeople({}, '/')
    await choose(second)
    const { total, people } = await loadPeople({}, '/')
    expect(total).toBeGreaterThan(0)
    expect(total).toBeLessThan(ofBoth)
    expect(people.every(({ roles }) => roles.some((one) => one.organisationId === second))).toBe(
      true,
    )
    expect((await loadPeople({ organisatie: own }, '/')).total).toBeGreaterThan(0)
    expect((await loadInviting('/', {})).chosen?.id).toBe(second)
    expect((await loadInviting('/', { organisatie: own })).chosen?.id).toBe(own)
    await db.membership.updateMany({ where, data: { role: 'editor' } })
  })

  it('counts for nothing once the role there ends', async () => {
    await choose(second)
    await db.membership.deleteMany({
      where: { organisationId: second, user: { email: OWNER } },
    })
    expect((await actor()).actingFor).toBeUndefined()
    expect((await drafts()).size).toBe(1)
  })

  it('is in the record with ids alone', async () => {
    const { detail, objectType } = await db.auditEvent.findFirstOrThrow({
      where: { action: 'session.actFor' },
      orderBy: { id: 'asc' },
      select: { detail: true, objectType: true },
    })
    expect({ detail, objectType }).toEqual({
      detail: { organisationId: own },
      objectType: 'session',
    })
  })
})
