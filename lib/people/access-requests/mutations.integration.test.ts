import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import type { NewAccessRequest } from './types'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
process.env.NEXTAUTH_SECRET = 'x'.repeat(32)
const { db } = await import('@/lib/base/db/db')
const { listOpenRequests } = await import('./data')
const { acceptRequest, deleteOldRequests, refuseRequest, saveAccessRequest } =
  await import('./mutations')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

let organisationId: string
let managerId: string
let administratorId: string

const person = async (name: string) =>
  (
    await db.user.create({
      data: { email: `${randomUUID()}@voorbeeld.nl`, name },
      select: { id: true },
    })
  ).id

beforeAll(async () => {
  const organisation = await db.organisation.create({
    data: { slug: randomUUID(), name: 'Werkcentrum Oost', kind: 'work_centre' },
  })
  organisationId = organisation.id
  managerId = await person('Manager')
  administratorId = await person('Beheerder')
  await db.membership.create({ data: { userId: managerId, organisationId, role: 'manager' } })
  await db.platformRole.create({ data: { userId: administratorId, role: 'administrator' } })
})

const request = (change: Partial<NewAccessRequest> = {}): NewAccessRequest => ({
  email: `${randomUUID()}@voorbeeld.nl`,
  name: 'Sam Smit',
  organisationId,
  organisationName: '',
  role: 'editor',
  reason: 'Wij hebben drie initiatieven.',
  ...change,
})
const told = (userId: string, key: string) =>
  db.notification.count({ where: { userId, key: `access-requested ${key}` } })
const actor = () => ({ id: managerId, name: 'Manager' })

describe('a request for access', () => {
  it('is told to the managers of the organisation, by inbox and mail', async () => {
    const id = await saveAccessRequest(request())
    expect([await told(managerId, id), await told(administratorId, id)]).toEqual([1, 0])
    expect(
      await db.mail.count({ where: { recipientId: managerId, kind: 'access-requested', key: id } }),
    ).toBe(1)
  })

  it('is told to the administrators when the organisation is not in the list', async () => {
    const id = await saveAccessRequest(
      request({ organisationId: null, organisationName: 'Stichting Nieuw' }),
    )
    expect([await told(managerId, id), await told(administratorId, id)]).toEqual([0, 1])
    expect((await listOpenRequests([organisationId])).map((one) => one.id)).not.toContain(id)
    expect((await listOpenRequests(null)).map((one) => one.id)).toContain(id)
  })

  it('twice, also at once, is one request that nobody else rewrites', async () => {
    const first = request()
    const ids = await Promise.all([saveAccessRequest(first), saveAccessRequest(first)])
    expect(new Set(ids).size).toBe(1)
    await saveAccessRequest({ ...first, reason: 'Van een ander.' })
    expect(await db.accessRequest.findMany({ where: { email: first.email } })).toMatchObject([
      { reason: first.reason, state: 'open' },
    ])
  })

  it('becomes an invitation once, when two managers accept at once', async () => {
    const asked = request()
    const id = await saveAccessRequest(asked)
    const decision = { id, actor: actor() }
    const offered = { organisationId, role: 'editor' as const }
    const outcomes = await Promise.all([
      acceptRequest(decision, offered),
      acceptRequest(decision, offered),
    ])
    expect(outcomes.toSorted()).toEqual([false, true])
    expect(await db.invitation.count({ where: { email: asked.email } })).toBe(1)
    expect(await refuseRequest(decision, 'Toch niet, sorry.')).toBe(false)
  })

  it('is refused with the reason, by mail that cannot be declined', async () => {
    const asked = request()
    const id = await saveAccessRequest(asked)
    expect(await refuseRequest({ id, actor: actor() }, 'U werkt er niet meer.')).toBe(true)
    const mail = await db.mail.findFirstOrThrow({ where: { toAddress: asked.email } })
    expect(mail).toMatchObject({ kind: 'access-answered' })
    expect(mail.text).toContain('U werkt er niet meer.')
  })

  it('is deleted half a year after it was decided', async () => {
    const id = await saveAccessRequest(request())
    await refuseRequest({ id, actor: actor() }, 'Nu even niet.')
    await deleteOldRequests(new Date(), 180)
    expect(await db.accessRequest.count({ where: { id } })).toBe(1)
    await deleteOldRequests(new Date(Date.now() + 181 * 24 * 3_600_000), 180)
    expect(await db.accessRequest.count({ where: { id } })).toBe(0)
  })
})
