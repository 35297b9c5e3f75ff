import { hash } from '@node-rs/argon2'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/platform/testing/database'

const PASSWORD = 'zeilboot-klaver-wortel-gracht'
const OTHER_PASSWORD = 'kastanje fluister emmer noorden'
const WEAK = { memoryCost: 8_192, timeCost: 1, parallelism: 1 }

const database = await createTestDatabase()
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/platform/db')
const { isWeakHash } = await import('@/lib/platform/password-hash')
const accounts = await import('./mutations')
const reads = await import('./data')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

let email: string
let userId: string
let network: string

const save = (data: { passwordHash?: string | null; disabledAt?: Date }) => db.user.update({ where: { id: userId }, data })
const attempt = (changes: Partial<{ email: string; password: string; network: string }> = {}) =>
  accounts.authenticate({ email, password: PASSWORD, network, device: 'Firefox, Linux', ...changes })
const signIn = async () => {
  const outcome = await attempt()
  if (outcome.status !== 'ok') throw new Error(outcome.status)
  return outcome
}
const session = (sessionId: string, now = new Date()) => reads.getSession(sessionId, userId, now)
const lastAudit = (action: string) => db.auditEvent.findFirst({ where: { action }, orderBy: { id: 'desc' } })

beforeEach(async () => {
  email = `${randomUUID()}@voorbeeld.nl`
  network = randomUUID()
  const user = await db.user.create({ data: { email, name: 'Willemijn de Boer', passwordHash: await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }) } })
  userId = user.id
})

describe('signing in', () => {
  it('makes a session of 12 hours with an audit row', async () => {
    const { sessionId, expiresAt } = await signIn()
    expect(expiresAt.getTime() - Date.now()).toBeGreaterThan(11.9 * 3_600_000)
    expect(await session(sessionId)).toMatchObject({ actor: { userId, email, memberships: [], platformRoles: [], regionIds: [] } })
    expect(await lastAudit('session.create')).toMatchObject({ actorId: userId, objectId: sessionId, result: 'ok' })
  })

  it('answers an unknown account, a wrong password, a disabled account and one without password alike', async () => {
    const refused = { status: 'refused' }
    expect(await attempt({ email: 'niemand@voorbeeld.nl' })).toEqual(refused)
    expect(await lastAudit('session.create')).toMatchObject({ actorId: null, objectId: null, result: 'refused', detail: { reason: 'unknown' } })
    expect(await attempt({ password: `${PASSWORD} ` })).toEqual(refused)
    expect(await lastAudit('session.create')).toMatchObject({ objectId: userId, result: 'refused', detail: { reason: 'password' } })
    await save({ disabledAt: new Date() })
    expect(await attempt()).toEqual(refused)
    expect(await lastAudit('session.create')).toMatchObject({ detail: { reason: 'disabled' } })
    await db.user.update({ where: { id: userId }, data: { disabledAt: null, passwordHash: null } })
    expect(await attempt()).toEqual(refused)
    expect(await db.userSession.count({ where: { userId } })).toBe(0)
  })

  // The two take turns and the quickest of each counts: a busy machine slows some attempts, never speeds one up.
  it('takes about as long for an unknown account as for a wrong password', async () => {
    const time = async (changes: { email?: string; password?: string }) => {
      const start = performance.now()
      await attempt({ ...changes, network: randomUUID() })
      return performance.now() - start
    }
    let known = Infinity
    let unknown = Infinity
    for (let round = 0; round < 9; round += 1) {
      known = Math.min(known, await time({ password: 'verkeerd' }))
      unknown = Math.min(unknown, await time({ email: `${randomUUID()}@voorbeeld.nl` }))
    }
    expect(unknown).toBeGreaterThan(known / 2)
    expect(unknown).toBeLessThan(known * 2)
  })

  it('replaces a hash that was made with too little work', async () => {
    await save({ passwordHash: await hash(PASSWORD, WEAK) })
    await signIn()
    const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id: userId } })
    expect(isWeakHash(passwordHash!)).toBe(false)
    expect(await lastAudit('session.create')).toMatchObject({ detail: { hashUpgraded: true } })
    await signIn()
    expect(await lastAudit('session.create')).toMatchObject({ detail: { hashUpgraded: false } })
  })

  it('keeps a weak hash when the password is wrong', async () => {
    const weak = await hash(PASSWORD, WEAK)
    await save({ passwordHash: weak })
    await attempt({ password: 'verkeerd' })
    expect((await db.user.findUniqueOrThrow({ where: { id: userId } })).passwordHash).toBe(weak)
  })

  it('throws away sessions that ended long ago', async () => {
    const old = new Date(Date.now() - 40 * 24 * 3_600_000)
    await db.userSession.create({ data: { userId, device: '', createdAt: old, lastSeenAt: old, expiresAt: old } })
    const { sessionId } = await signIn()
    expect(await db.userSession.findMany({ where: { userId }, select: { id: true } })).toEqual([{ id: sessionId }])
  })
})

describe('limits', () => {
  it('slow down an account after ten wrong passwords, the right one included, from whatever network', async () => {
    const noted = () => db.auditEvent.count({ where: { result: 'refused', detail: { path: ['reason'], equals: 'limit-account' } } })
    const before = await noted()
    for (let round = 0; round < 10; round += 1) expect(await attempt({ password: 'verkeerd', network: randomUUID() })).toEqual({ status: 'refused' })
    const limited = await attempt({ network: randomUUID() })
    expect(limited).toMatchObject({ status: 'limited' })
    expect(limited.status === 'limited' && limited.retryAfterSeconds).toBeGreaterThan(800)
    expect(limited.status === 'limited' && limited.retryAfterSeconds).toBeLessThanOrEqual(900)
    await attempt({ network: randomUUID() })
    expect(await noted()).toBe(before + 1)
  })

  it('treat an account that does not exist the same', async () => {
    const unknown = `${randomUUID()}@voorbeeld.nl`
    for (let round = 0; round < 10; round += 1) await attempt({ email: unknown, network: randomUUID() })
    expect(await attempt({ email: unknown, network: randomUUID() })).toMatchObject({ status: 'limited' })
  })

  it('count attempts that arrive at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 15 }, () => attempt({ password: 'verkeerd', network: randomUUID() })))
    expect(outcomes.filter(({ status }) => status === 'refused')).toHaveLength(10)
  })

  it('forget an account when its password is right', async () => {
    for (let round = 0; round < 9; round += 1) await attempt({ password: 'verkeerd' })
    await signIn()
    expect(await attempt({ password: 'verkeerd' })).toEqual({ status: 'refused' })
  })

  it('slow down a network after sixty attempts on many accounts, but not for people who sign in well', async () => {
    for (let round = 0; round < 3; round += 1) await signIn()
    await Promise.all(Array.from({ length: 60 }, () => attempt({ email: `${randomUUID()}@voorbeeld.nl` })))
    expect(await attempt()).toMatchObject({ status: 'limited' })
    expect(await attempt({ network: randomUUID() })).toMatchObject({ status: 'ok' })
  })

  it('keep no addresses of people or networks', async () => {
    await attempt({ password: 'verkeerd', network: '192.0.2.7' })
    const rows = await db.rateLimit.findMany({ select: { key: true } })
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ key }) => key.includes('@') || key.includes('192.0.2.7'))).toEqual([])
  })
})

describe('a session', () => {
  it('is closed to other people and after its end, idle time or disabling', async () => {
    const { sessionId, expiresAt } = await signIn()
    const later = (ms: number) => new Date(Date.now() + ms)
    expect(await reads.getSession(sessionId, randomUUID(), new Date())).toBeNull()
    expect(await session(randomUUID())).toBeNull()
    expect(await session(sessionId, later(59 * 60_000))).not.toBeNull()
    expect(await session(sessionId, later(60 * 60_000 + 1_000))).toBeNull()
    await accounts.saveSessionSeen(sessionId, later(11.9 * 3_600_000))
    expect(await session(sessionId, later(11.95 * 3_600_000))).not.toBeNull()
    expect(await session(sessionId, expiresAt)).toBeNull()
    await save({ disabledAt: new Date() })
    expect(await session(sessionId)).toBeNull()
  })

  it('is noted as used, forward only and never after its end', async () => {
    const { sessionId } = await signIn()
    const soon = new Date(Date.now() + 120_000)
    await accounts.saveSessionSeen(sessionId, soon)
    await accounts.saveSessionSeen(sessionId, new Date())
    expect((await session(sessionId))?.lastSeenAt).toEqual(soon)
    await accounts.revokeSession(userId, sessionId)
    await accounts.saveSessionSeen(sessionId, new Date(soon.getTime() + 1))
    expect((await db.userSession.findUniqueOrThrow({ where: { id: sessionId } })).lastSeenAt).toEqual(soon)
  })

  it('ends when it is revoked, alone, and only by its owner', async () => {
    const [first, second] = [await signIn(), await signIn()]
    expect(await accounts.revokeSession(randomUUID(), first.sessionId)).toBe(false)
    expect(await session(first.sessionId)).not.toBeNull()
    expect(await accounts.revokeSession(userId, first.sessionId)).toBe(true)
    expect(await session(first.sessionId)).toBeNull()
    expect(await session(second.sessionId)).not.toBeNull()
    expect(await accounts.revokeSession(userId, first.sessionId)).toBe(false)
    expect(await db.auditEvent.count({ where: { action: 'session.revoke', objectId: first.sessionId } })).toBe(1)
    expect(await reads.listSessions(userId, second.sessionId, new Date())).toMatchObject([{ id: second.sessionId, isCurrent: true, device: 'Firefox, Linux' }])
  })

  it('ends with all others on signing out everywhere, and nobody else is signed out', async () => {
    const [first, second] = [await signIn(), await signIn()]
    const stranger = await db.user.create({ data: { email: `${randomUUID()}@voorbeeld.nl`, name: 'Ander' } })
    const times = { lastSeenAt: new Date(), expiresAt: new Date(Date.now() + 60_000), device: '' }
    const theirs = await db.userSession.create({ data: { userId: stranger.id, ...times } })
    expect(await accounts.revokeAllSessions(userId)).toBe(2)
    expect(await session(first.sessionId)).toBeNull()
    expect(await session(second.sessionId)).toBeNull()
    expect(await reads.getSession(theirs.id, stranger.id, new Date())).not.toBeNull()
    expect(await lastAudit('session.revokeAll')).toMatchObject({ actorId: userId, detail: { ended: 2 } })
  })
})

describe('another password', () => {
  const change = (input: Partial<{ currentPassword: string; newPassword: string }> = {}) =>
    accounts.savePassword(userId, { currentPassword: PASSWORD, newPassword: OTHER_PASSWORD, device: 'Chrome, Android', ...input })

  it('ends all sessions and gives this device a new one', async () => {
    const [first, second] = [await signIn(), await signIn()]
    const outcome = await change()
    expect(outcome).toMatchObject({ status: 'ok', userId })
    expect(await session(first.sessionId)).toBeNull()
    expect(await session(second.sessionId)).toBeNull()
    expect(outcome.status === 'ok' && (await session(outcome.sessionId))).toMatchObject({ actor: { userId } })
    expect(await attempt()).toEqual({ status: 'refused' })
    expect(await attempt({ password: OTHER_PASSWORD })).toMatchObject({ status: 'ok' })
    expect(await lastAudit('user.changePassword')).toMatchObject({ actorId: userId, result: 'ok', detail: { ended: 2 } })
  })

  it('needs the present one, and slows down who guesses it', async () => {
    const { sessionId } = await signIn()
    for (let round = 0; round < 10; round += 1) expect(await change({ currentPassword: 'verkeerd' })).toEqual({ status: 'wrongPassword' })
    expect(await change()).toMatchObject({ status: 'limited' })
    expect(await session(sessionId)).not.toBeNull()
    expect(await attempt()).toMatchObject({ status: 'ok' })
  })

  it.each([
    ['kort', 'passwordTooShort'],
    ['Willemijn-2026-!!', 'passwordContext'],
    ['praktijkbank 2026', 'passwordContext'],
    ['wachtwoordwachtwoord', 'passwordContext'],
    ['qwertyuiop1234', 'passwordWeak'],
    ['Zomer2026Zomer', 'passwordWeak'],
    ['aaaaaaaaaaaaaaaa', 'passwordWeak'],
  ])('is refused when it is easy to guess: %s', async (newPassword, problem) => {
    expect(await change({ newPassword })).toEqual({ status: 'weak', problem })
    expect(await attempt()).toMatchObject({ status: 'ok' })
  })

  it('changes once when the form is sent twice', async () => {
    const outcomes = await Promise.allSettled([change(), change()])
    expect(outcomes.filter((one) => one.status === 'fulfilled' && one.value.status === 'ok')).toHaveLength(1)
    expect(await reads.listSessions(userId, '', new Date())).toHaveLength(1)
  })

  it('is not given to a disabled account', async () => {
    await save({ disabledAt: new Date() })
    await expect(change()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the first administrator', () => {
  const person = () => ({ email: `${randomUUID()}@voorbeeld.nl`, name: 'Anna Beheer', password: PASSWORD })

  it('gets an account with that role', async () => {
    const input = person()
    await accounts.saveAdministrator(input)
    const outcome = await attempt({ email: input.email })
    expect(outcome.status === 'ok' && (await reads.getSession(outcome.sessionId, outcome.userId, new Date()))).toMatchObject({
      actor: { name: 'Anna Beheer', platformRoles: ['administrator'] },
    })
  })

  it('is refused for an address that has an account, which stays as it was', async () => {
    await expect(accounts.saveAdministrator({ ...person(), email })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await db.platformRole.count({ where: { userId } })).toBe(0)
    expect(await attempt()).toMatchObject({ status: 'ok' })
  })

  it('needs a good password', async () => {
    expect(await accounts.saveAdministrator({ ...person(), password: 'beheer' })).toEqual({ problem: 'passwordTooShort' })
  })
})
