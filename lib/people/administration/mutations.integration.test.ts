import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import type { PeopleQuery } from './types'

const database = await createTestDatabase()
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getPerson, listColleagues, listPeople, losesOwnSide } = await import('./data')
const work = await import('./mutations')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

let organisationId: string
let actorId: string
let userId: string

const person = async (name = 'Kim Kok') =>
  (
    await db.user.create({
      data: { email: `${randomUUID()}@voorbeeld.nl`, name },
      select: { id: true },
    })
  ).id
const administrator = async () => {
  const id = await person('Beheerder')
  await db.platformRole.create({ data: { userId: id, role: 'administrator' } })
  return id
}
const query = { text: '', organisationId: null, role: null, filter: null, page: 1 }

beforeEach(async () => {
  await db.platformRole.deleteMany()
  organisationId = (
    await db.organisation.create({
      data: { slug: randomUUID(), name: 'Werkcentrum Oost', kind: 'work_centre' },
    })
  ).id
  actorId = await administrator()
  userId = await person()
  await db.membership.create({ data: { userId, organisationId, role: 'editor' } })
})

describe('people', () => {
  it('are those of the own organisations for a manager, without roles elsewhere', async () => {
    const elsewhere = await db.organisation.create({
      data: { slug: randomUUID(), name: 'Elders', kind: 'municipality' },
    })
    await db.membership.create({
      data: { userId, organisationId: elsewhere.id, role: 'manager' },
    })
    await person('Niemand')
    const { people, total } = await listPeople(query, [organisationId])
    expect(total).toBe(1)
    expect(people[0]?.roles.map((one) => one.organisationName)).toEqual(['Werkcentrum Oost'])
    expect(await getPerson(userId, [elsewhere.id], new Date())).not.toBeNull()
    expect(await getPerson(userId, [], new Date())).toBeNull()
  })

  it('are found by part of a name, by role and by whether they ever came', async () => {
    const find = (change: Partial<PeopleQuery>) =>
      listPeople({ ...query, organisationId, ...change }, null)
    expect((await find({ text: 'KIM' })).total).toBe(1)
    expect((await find({ text: '%' })).total).toBe(0)
    expect((await find({ role: 'editor' })).total).toBe(1)
    expect((await find({ role: 'assessor' })).total).toBe(0)
    expect((await find({ filter: 'never' })).total).toBe(1)
    expect((await find({ filter: 'disabled' })).total).toBe(0)
  })

  it('are shown with their second step, which counts when it was proven once', async () => {
    const show = async (filter: PeopleQuery['filter']) => {
      const { people } = await listPeople({ ...query, organisationId, filter }, null)
      return people.map(({ hasFactor }) => hasFactor)
    }
    expect([await show('withFactor'), await show('withoutFactor')]).toEqual([[], [false]])
    await db.totpSecret.create({
      data: { userId, pendingSecret: 'sealed', pendingAt: new Date() },
      select: { userId: true },
    })
    expect([await show('withFactor'), await show('withoutFactor')]).toEqual([[], [false]])
    await db.passkey.create({
      data: {
        userId,
        credentialId: randomUUID(),
        publicKey: new Uint8Array([1]),
        counter: 0,
        name: 'Telefoon',
      },
      select: { id: true },
    })
    expect([await show('withFactor'), await show('withoutFactor')]).toEqual([[true], []])
    await db.passkey.deleteMany({ where: { userId } })
    await db.totpSecret.update({
      where: { userId },
      data: { secret: 'sealed', addedAt: new Date() },
      select: { userId: true },
    })
    expect([await show('withFactor'), await show('withoutFactor')]).toEqual([[true], []])
  })
})

describe('a role', () => {
  it('changes once, and the person is told', async () => {
    const key = { userId, organisationId, role: 'editor' as const }
    const change = () => work.changeRole(actorId, { ...key, newRole: 'manager' })
    expect((await Promise.all([change(), change()])).toSorted()).toEqual([false, true])
    expect(await db.membership.findMany({ where: { userId } })).toMatchObject([{ role: 'manager' }])
    const mail = await db.mail.findFirstOrThrow({ where: { recipientId: userId } })
    expect(mail.text).toContain('U bent nu manager van Werkcentrum Oost')
    expect(await work.removeRole(actorId, { ...key, role: 'manager' })).toBe(true)
    expect(await work.removeRole(actorId, { ...key, role: 'manager' })).toBe(false)
  })
})

describe('whoever loses a role or the account', () => {
  const invite = (invitedById: string) =>
    db.invitation.create({
      data: {
        email: `${randomUUID()}@voorbeeld.nl`,
        organisationId,
        role: 'manager',
        invitedById,
        expiresAt: new Date(Date.now() + 60_000),
      },
      select: { id: true },
    })
  const isOpen = async ({ id }: { id: string }) =>
    (await db.invitation.count({ where: { id, revokedAt: null } })) === 1

  it('leaves no open invitation behind', async () => {
    await db.membership.create({ data: { userId, organisationId, role: 'manager' } })
    const first = await invite(userId)
    const key = { userId, organisationId, role: 'manager' as const }
    await work.changeRole(actorId, { ...key, newRole: 'member' })
    expect(await isOpen(first)).toBe(false)
    const second = await invite(userId)
    await work.disablePerson(actorId, userId)
    expect(await isOpen(second)).toBe(false)
  })

  it('keeps the own side while judging elsewhere', async () => {
    const key = { organisationId, role: 'editor' as const }
    expect(await losesOwnSide(userId, key)).toBe(false)
    await db.platformRole.create({ data: { userId, role: 'moderator' } })
    expect(await losesOwnSide(userId, key)).toBe(true)
    await db.membership.create({ data: { userId, organisationId, role: 'member' } })
    expect(await losesOwnSide(userId, key)).toBe(false)
  })
})

describe('administrators', () => {
  const input = () => ({ userId: actorId, role: 'administrator' as const })

  it('stay with two, also when two are removed at once', async () => {
    expect(await work.removePlatformRole(userId, input())).toBe('lastAdministrators')
    const [second, third] = [await administrator(), await administrator()]
    const outcomes = await Promise.all([
      work.removePlatformRole(actorId, { userId: second, role: 'administrator' }),
      work.disablePerson(actorId, third),
    ])
    expect(outcomes.toSorted()).toEqual(['lastAdministrators', 'ok'])
    expect(
      await db.platformRole.count({
        where: { role: 'administrator', user: { disabledAt: null } },
      }),
    ).toBe(2)
  })
})

describe('an account', () => {
  const openSession = () =>
    db.userSession.create({
      data: { userId, device: '', expiresAt: new Date(Date.now() + 60_000) },
    })
  const open = () => db.userSession.count({ where: { userId, revokedAt: null } })

  it('is disabled with its sessions, and enabled again', async () => {
    await openSession()
    expect(await work.disablePerson(actorId, userId)).toBe('ok')
    expect(await work.disablePerson(actorId, userId)).toBe('gone')
    expect(await open()).toBe(0)
    expect(await work.enablePerson(actorId, userId)).toBe(true)
    expect(await work.enablePerson(actorId, userId)).toBe(false)
  })

  it('is signed out everywhere', async () => {
    await Promise.all([openSession(), openSession()])
    expect(await work.endAllSessions(actorId, userId)).toBe(2)
    expect(await open()).toBe(0)
  })

  it('hands its work over to a colleague', async () => {
    const toId = await person('Opvolger')
    await db.membership.create({ data: { userId: toId, organisationId, role: 'manager' } })
    await db.collection.create({
      data: {
        slug: randomUUID(),
        title: 'Een verzameling',
        lead: 'Voor wie begint.',
        organisationId,
        createdById: userId,
      },
    })
    expect((await getPerson(userId, null, new Date()))?.owned.collections).toBe(1)
    expect(await listColleagues(userId, [organisationId])).toMatchObject([{ id: toId }])
    expect(await work.handOver(actorId, { userId, toId, organisationId })).toBe(1)
    expect((await getPerson(toId, null, new Date()))?.owned.collections).toBe(1)
  })
})
