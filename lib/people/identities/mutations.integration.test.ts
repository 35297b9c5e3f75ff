import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createAccount } from '@/lib/base/testing/account'
import { createTestDatabase } from '@/lib/base/testing/database'
import type { ProviderPerson } from './types'

const ISSUER = 'https://idp.test'
const database = await createTestDatabase()
Object.assign(process.env, {
  DATABASE_URL: database.url,
  NEXTAUTH_SECRET: 'x'.repeat(40),
  OIDC_ISSUER: ISSUER,
  OIDC_CLIENT_ID: 'c',
  OIDC_CLIENT_SECRET: 's',
  OIDC_GROUP_CLAIM: 'groups',
  OIDC_LINK_DOMAINS: 'eigen.test',
  OIDC_GROUP_MAP: JSON.stringify({
    redactie: { organisation: 'ser-overijssel', role: 'editor' },
    leden: { organisation: 'ser-overijssel', role: 'member' },
    beheer: { platformRole: 'administrator' },
    weg: { organisation: 'bestaat-niet', role: 'editor' },
  }),
})
const { db } = await import('@/lib/base/db/db')
const { deleteAccount } = await import('@/lib/people/accounts/mutations')
const { linkIdentity, saveSignOnRefusal, signOn, unlinkIdentity } = await import('./mutations')
const { getOwnWayIn } = await import('./data')

const { id: organisationId } = await db.organisation.create({
  data: { slug: 'ser-overijssel', name: 'SER Overijssel', kind: 'ser_secretariat' },
  select: { id: true },
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

let person: ProviderPerson
beforeEach(() => {
  person = {
    issuer: ISSUER,
    subject: randomUUID(),
    email: `${randomUUID()}@elders.test`,
    name: 'Willemijn de Boer',
    amr: ['pwd'],
    groups: ['leden'],
  }
})

const enter = async (change: Partial<ProviderPerson> = {}) => {
  const outcome = await signOn({ ...person, ...change }, 'Firefox, Linux')
  if (outcome.status !== 'ok') throw new Error(outcome.reason)
  return outcome
}
const refused = async (change: Partial<ProviderPerson> = {}) => {
  const outcome = await signOn({ ...person, ...change }, '')
  return outcome.status === 'refused' ? outcome.reason : outcome.status
}
const rightsOf = async (userId: string) => ({
  places: (
    await db.membership.findMany({
      where: { userId },
      orderBy: { role: 'asc' },
      select: { role: true, fromProvider: true },
    })
  ).map(({ role, fromProvider }) => `${role}${fromProvider ? ' by group' : ''}`),
  roles: (await db.platformRole.findMany({ where: { userId }, select: { role: true } })).map(
    ({ role }) => role,
  ),
})

describe('someone who comes from the provider for the first time', () => {
  it('gets an account and what the group gives, and a session; the next time the same account', async () => {
    const first = await enter()
    expect(first.stage).toBe('complete')
    const user = await db.user.findUniqueOrThrow({ where: { id: first.userId } })
    expect(user).toMatchObject({ email: person.email, name: person.name, passwordHash: null })
    expect(await rightsOf(first.userId)).toEqual({ places: ['member by group'], roles: [] })
    expect((await enter({ email: 'een-ander-adres@elders.test' })).userId).toBe(first.userId)
    expect(
      await db.auditEvent.findFirst({
        where: { action: 'session.create', objectId: first.sessionId },
      }),
    ).toMatchObject({ actorId: first.userId, detail: { by: 'provider', secondFactor: false } })
  })

  it('gets one account when the answer comes twice at once', async () => {
    const both = await Promise.all([enter(), enter()])
    expect(both[0].userId).toBe(both[1].userId)
    expect(await db.user.count({ where: { email: person.email ?? '' } })).toBe(1)
  })

  it('gets no account without a group, with an unknown one, or without a verified address', async () => {
    expect(await refused({ groups: [] })).toBe('unknown')
    expect(await refused({ groups: ['elders'] })).toBe('unknown')
    expect(await refused({ groups: ['weg'] })).toBe('unknown')
    expect(await refused({ groups: null })).toBe('unknown')
    expect(await refused({ email: null })).toBe('noEmail')
    expect(await db.userIdentity.count({ where: { subject: person.subject } })).toBe(0)
    expect(
      await db.auditEvent.findFirst({
        where: { action: 'session.create', result: 'refused' },
        orderBy: { id: 'desc' },
      }),
    ).toMatchObject({ actorId: null, detail: { by: 'provider', reason: 'noEmail' } })
  })

  it('is not let into the account of who has the same address, unless the provider owns the domain', async () => {
    const { userId, email } = await createAccount(db)
    expect(await refused({ email })).toBe('linkFirst')
    const own = `${randomUUID()}@eigen.test`
    await db.user.update({ where: { id: userId }, data: { email: own } })
    expect((await enter({ email: own })).userId).toBe(userId)
    expect(
      await db.mail.findMany({
        where: { recipientId: userId },
        select: { kind: true, subject: true },
      }),
    ).toEqual([{ kind: 'account-security', subject: 'Uw account is gekoppeld' }])
    expect(await refused({ email: own, subject: randomUUID() })).toBe('taken')
    await db.user.update({ where: { id: userId }, data: { disabledAt: new Date() } })
    expect(await refused({ email: own })).toBe('disabled')
  })
})

describe('a refusal', () => {
  it('is recorded by a code, and one network cannot fill the record', async () => {
    const count = (reason: string) =>
      db.auditEvent.count({ where: { detail: { path: ['reason'], equals: reason } } })
    for (let round = 0; round < 25; round += 1) await saveSignOnRefusal('failed', null, '192.0.2.9')
    expect(await count('failed')).toBe(20)
    await saveSignOnRefusal('away', null, '192.0.2.10')
    expect(await count('away')).toBe(1)
  })
})

describe('the second step', () => {
  it('is done when the provider asked for it, and asked as usual when not', async () => {
    expect((await enter({ groups: ['beheer'] })).stage).toBe('enrol')
    const { userId, stage } = await enter({ groups: ['beheer'], amr: ['pwd', 'mfa'] })
    expect(stage).toBe('complete')
    await db.totpSecret.create({ data: { userId, secret: 's', addedAt: new Date() } })
    expect((await enter({ groups: ['beheer'] })).stage).toBe('second_factor')
    await db.platformRole.deleteMany({ where: { userId } })
  })
})

describe('groups', () => {
  it('give and take at each sign-in, and leave what people gave', async () => {
    const { userId } = await enter({ groups: ['leden', 'weg'] })
    await db.membership.create({ data: { userId, organisationId, role: 'manager' } })
    await enter({ groups: ['redactie'] })
    expect((await rightsOf(userId)).places).toEqual(['editor by group', 'manager'])
    await enter({ groups: null })
    expect((await rightsOf(userId)).places).toEqual(['editor by group', 'manager'])
    await enter({ groups: [] })
    expect((await rightsOf(userId)).places).toEqual(['manager'])
    expect(
      await db.auditEvent.count({
        where: { action: 'membership.fromProvider', objectId: userId },
      }),
    ).toBe(3)
  })

  it('do not take over what someone had: it stays when the group goes', async () => {
    const { userId } = await enter()
    await db.membership.create({ data: { userId, organisationId, role: 'editor' } })
    await enter({ groups: ['redactie'] })
    await enter({ groups: [] })
    expect((await rightsOf(userId)).places).toEqual(['editor'])
  })

  it('take the role of administrator, save from the last one', async () => {
    const { userId } = await enter({ groups: ['beheer'] })
    await enter({ groups: [] })
    expect((await rightsOf(userId)).roles).toEqual(['administrator'])
    const other = await createAccount(db)
    await db.platformRole.create({ data: { userId: other.userId, role: 'administrator' } })
    await enter({ groups: [] })
    expect((await rightsOf(userId)).roles).toEqual([])
  })
})

describe('linking', () => {
  it('joins one account with one person, once, and is told by mail', async () => {
    const { userId } = await createAccount(db)
    expect(await linkIdentity(userId, person)).toBe('ok')
    expect(await linkIdentity(userId, person)).toBe('ok')
    expect((await enter({ groups: [] })).userId).toBe(userId)
    const other = await createAccount(db)
    expect(await linkIdentity(other.userId, person)).toBe('taken')
    expect(await linkIdentity(userId, { ...person, subject: randomUUID() })).toBe('taken')
    expect(await unlinkIdentity(userId)).toBe(true)
    expect(await unlinkIdentity(userId)).toBe(false)
    expect(
      (await db.mail.findMany({ where: { recipientId: userId }, orderBy: { id: 'asc' } })).map(
        ({ subject }) => subject,
      ),
    ).toEqual(['Uw account is gekoppeld', 'De koppeling van uw account is weggehaald'])
  })

  it('stays when it is the only way in; without a password one leaves after a recent sign-in', async () => {
    const { userId, sessionId } = await enter()
    expect(await getOwnWayIn(userId)).toMatchObject({ hasPassword: false })
    expect(await unlinkIdentity(userId)).toBe(false)
    const long = new Date(Date.now() - 16 * 60_000)
    await db.userSession.update({ where: { id: sessionId }, data: { createdAt: long } })
    expect(await deleteAccount(userId, '', sessionId)).toEqual({ status: 'signInAgain' })
    expect(await deleteAccount(userId, '')).toEqual({ status: 'wrongPassword' })
    const { sessionId: fresh } = await enter()
    expect(await deleteAccount(userId, '', fresh)).toEqual({ status: 'ok' })
    expect(await db.userIdentity.count({ where: { subject: person.subject } })).toBe(0)
  })
})
