import type * as Argon2 from '@node-rs/argon2'
import { hash, parseOptions, verify } from '@node-rs/argon2'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import type { KnownDevice } from './rules'

// The real work, counted.
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof Argon2>()
  return { ...real, verify: vi.fn(real.verify) }
})

const PASSWORD = 'zeilboot-klaver-wortel-gracht'
const OTHER_PASSWORD = 'kastanje fluister emmer noorden'
const WEAK = { memoryCost: 8_192, timeCost: 1, parallelism: 1 }

const database = await createTestDatabase()
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { isWeakHash } = await import('@/lib/base/security/password-hash')
const accounts = await import('./mutations')
const reads = await import('./data')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

let email: string
let userId: string
let network: string

const save = (data: { passwordHash?: string | null; disabledAt?: Date }) =>
  db.user.update({ where: { id: userId }, data })
const attempt = (
  changes: Partial<{
    email: string
    password: string
    network: string
    knownDevices: KnownDevice[]
  }> = {},
) =>
  accounts.authenticate({
    email,
    password: PASSWORD,
    network,
    device: 'Firefox, Linux',
    ...changes,
  })
const signIn = async () => {
  const outcome = await attempt()
  if (outcome.status !== 'ok') throw new Error(outcome.status)
  return outcome
}
const session = (sessionId: string, now = new Date()) => reads.getSession(sessionId, userId, now)
const lastAudit = (action: string) =>
  db.auditEvent.findFirst({ where: { action }, orderBy: { id: 'desc' } })

beforeEach(async () => {
  email = `${randomUUID()}@voorbeeld.nl`
  network = randomUUID()
  const user = await db.user.create({
    data: {
      email,
      name: 'Willemijn de Boer',
      passwordHash: await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }),
    },
  })
  userId = user.id
})

describe('signing in', () => {
  it('makes a session of 12 hours with an audit row', async () => {
    const { sessionId, expiresAt } = await signIn()
    expect(expiresAt.getTime() - Date.now()).toBeGreaterThan(11.9 * 3_600_000)
    expect(await session(sessionId)).toMatchObject({
      actor: { userId, email, memberships: [], platformRoles: [], regionIds: [] },
    })
    expect(await lastAudit('session.create')).toMatchObject({
      actorId: userId,
      objectId: sessionId,
      result: 'ok',
    })
  })

  it('answers an unknown account, a wrong password, a disabled account and one without password alike', async () => {
    const refused = { status: 'refused' }
    expect(await attempt({ email: 'niemand@voorbeeld.nl' })).toEqual(refused)
    expect(await lastAudit('session.create')).toMatchObject({
      actorId: null,
      objectId: null,
      result: 'refused',
      detail: { reason: 'unknown' },
    })
    expect(await attempt({ password: `${PASSWORD} ` })).toEqual(refused)
    expect(await lastAudit('session.create')).toMatchObject({
      objectId: userId,
      result: 'refused',
      detail: { reason: 'password' },
    })
    await save({ disabledAt: new Date() })
    expect(await attempt()).toEqual(refused)
    expect(await lastAudit('session.create')).toMatchObject({ detail: { reason: 'disabled' } })
    await db.user.update({ where: { id: userId }, data: { disabledAt: null, passwordHash: null } })
    expect(await attempt()).toEqual(refused)
    expect(await db.userSession.count({ where: { userId } })).toBe(0)
  })

  it('does the same work for an unknown account as for a wrong password, so that time tells nothing', async () => {
    const workOf = async (changes: { email?: string; password?: string }) => {
      vi.mocked(verify).mockClear()
      await attempt({ ...changes, network: randomUUID() })
      return vi.mocked(verify).mock.calls.map(([stored]) => {
        const { memoryCost, timeCost, parallelism } = parseOptions(String(stored))
        return { memoryCost, timeCost, parallelism }
      })
    }
    const known = await workOf({ password: 'verkeerd' })
    expect(known).toHaveLength(1)
    expect(await workOf({ email: `${randomUUID()}@voorbeeld.nl` })).toEqual(known)
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
    await db.userSession.create({
      data: { userId, device: '', createdAt: old, lastSeenAt: old, expiresAt: old },
    })
    const { sessionId } = await signIn()
    expect(await db.userSession.findMany({ where: { userId }, select: { id: true } })).toEqual([
      { id: sessionId },
    ])
  })
})

/** Lets the waits pass that were imposed so far. */
const passWaits = () => db.rateLimit.updateMany({ data: { nextAt: new Date(Date.now() - 1_000) } })
const wrong = (changes: Parameters<typeof attempt>[0] = {}) =>
  attempt({ password: 'verkeerd', ...changes })
const waitOf = (outcome: Awaited<ReturnType<typeof attempt>>) =>
  outcome.status === 'limited' ? outcome.retryAfterSeconds : 0

/** Guesses so often that the next attempt has to wait for half a minute or more: no machine is as slow as that. */
const guess = async (times: number, changes: () => Parameters<typeof attempt>[0] = () => ({})) => {
  for (let round = 0; round < times; round += 1) {
    await passWaits()
    expect(await wrong(changes())).toEqual({ status: 'refused' })
  }
}

describe('limits', () => {
  it('cost more time after five wrong passwords from one network, the right one included, and never close', async () => {
    const noted = () =>
      db.auditEvent.count({
        where: { result: 'refused', detail: { path: ['reason'], equals: 'limit-pair' } },
      })
    const before = await noted()
    for (let round = 0; round < 5; round += 1) expect(await wrong()).toEqual({ status: 'refused' })
    await guess(6)
    const limited = waitOf(await attempt())
    expect(limited).toBeGreaterThan(32)
    expect(limited).toBeLessThanOrEqual(64)
    await attempt()
    expect(await noted()).toBe(before + 1)
    await guess(20)
    expect(waitOf(await wrong())).toBeLessThanOrEqual(300)
    await passWaits()
    expect(await attempt()).toMatchObject({ status: 'ok' })
  })

  it('do not hold ten wrong passwords of somebody elsewhere against the owner', async () => {
    await guess(10, () => ({ network: 'elsewhere' }))
    expect(await attempt({ network: 'elsewhere' })).toMatchObject({ status: 'limited' })
    expect(await attempt()).toMatchObject({ status: 'ok' })
  })

  it('slow down wrong passwords from many networks together, by a minute at most', async () => {
    await guess(40, () => ({ network: randomUUID() }))
    const limited = waitOf(await attempt())
    expect(limited).toBeGreaterThan(30)
    expect(limited).toBeLessThanOrEqual(60)
  })

  it('treat an account that does not exist the same', async () => {
    const unknown = `${randomUUID()}@voorbeeld.nl`
    await guess(10, () => ({ email: unknown }))
    const one = waitOf(await attempt({ email: unknown }))
    await guess(10)
    const other = waitOf(await attempt())
    expect(Math.min(one, other)).toBeGreaterThan(10)
    expect(Math.max(one, other)).toBeLessThanOrEqual(32)
  })

  it('let one of those through that arrive at once after a wait', async () => {
    await guess(10)
    await passWaits()
    const outcomes = await Promise.all(Array.from({ length: 15 }, () => wrong()))
    expect(outcomes.filter(({ status }) => status === 'refused')).toHaveLength(1)
  })

  it('begin anew when the password is right, and after their window', async () => {
    await guess(10)
    await passWaits()
    await signIn()
    for (let round = 0; round < 5; round += 1) expect(await wrong()).toEqual({ status: 'refused' })
    await guess(6)
    expect(await attempt()).toMatchObject({ status: 'limited' })
    await db.rateLimit.updateMany({ data: { expire: new Date(Date.now() - 1_000) } })
    for (let round = 0; round < 5; round += 1) expect(await wrong()).toEqual({ status: 'refused' })
  })

  it('slow down a network after sixty attempts on many accounts, but not for people who sign in well', async () => {
    for (let round = 0; round < 3; round += 1) await signIn()
    await Promise.all(
      Array.from({ length: 60 }, () => attempt({ email: `${randomUUID()}@voorbeeld.nl` })),
    )
    await guess(7, () => ({ email: `${randomUUID()}@voorbeeld.nl` }))
    expect(await attempt()).toMatchObject({ status: 'limited' })
    expect(await attempt({ network: randomUUID() })).toMatchObject({ status: 'ok' })
  })

  describe('on a device where the owner signed in before', () => {
    const device = async (changes: Partial<KnownDevice> = {}) => {
      const { sessionVersion } = await db.user.findUniqueOrThrow({
        where: { id: userId },
        select: { sessionVersion: true },
      })
      return [{ userId, version: sessionVersion, deviceId: randomUUID(), ...changes }]
    }
    const beset = async () => {
      await guess(25)
      expect(await attempt()).toMatchObject({ status: 'limited' })
    }

    it('let the owner in at once, however often strangers on the same network try', async () => {
      const knownDevices = await device()
      await beset()
      expect(await attempt({ knownDevices })).toMatchObject({ status: 'ok' })
    })

    it('slow down whoever guesses on that device, for that device alone', async () => {
      const knownDevices = await device()
      await guess(10, () => ({ knownDevices }))
      expect(await attempt({ knownDevices })).toMatchObject({ status: 'limited' })
      expect(await attempt()).toMatchObject({ status: 'ok' })
    })

    it('hold for strangers after a new password, signing out everywhere and disabling', async () => {
      const knownDevices = await device()
      await beset()
      await accounts.revokeAllSessions(userId)
      expect(await attempt({ knownDevices })).toMatchObject({ status: 'limited' })
      const later = await device()
      const changed = await accounts.savePassword(userId, {
        currentPassword: PASSWORD,
        newPassword: OTHER_PASSWORD,
        device: '',
      })
      expect(await attempt({ knownDevices: later, password: OTHER_PASSWORD })).toMatchObject({
        status: 'limited',
      })
      const now = await device()
      expect(changed).toMatchObject({ status: 'ok', sessionVersion: now[0]?.version })
      await save({ disabledAt: new Date() })
      await db.user.update({ where: { id: userId }, data: { disabledAt: null } })
      expect(await attempt({ knownDevices: now, password: OTHER_PASSWORD })).toMatchObject({
        status: 'limited',
      })
    })

    it('hold for another account than the one that signed in there', async () => {
      await beset()
      expect(await attempt({ knownDevices: await device({ userId: randomUUID() }) })).toMatchObject(
        { status: 'limited' },
      )
    })
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

  it('stays ended when a disabled account is enabled again, by whatever means it was disabled', async () => {
    const before = await signIn()
    await db.$executeRaw`UPDATE app_user SET disabled_at = now() WHERE id = ${userId}::uuid`
    expect(await attempt()).toEqual({ status: 'refused' })
    await db.$executeRaw`UPDATE app_user SET disabled_at = NULL WHERE id = ${userId}::uuid`
    expect(await session(before.sessionId)).toBeNull()
    const after = await signIn()
    expect(await session(after.sessionId)).not.toBeNull()
    expect(after.sessionVersion).toBe(before.sessionVersion + 2)
  })

  it('is noted as used, forward only and never after its end', async () => {
    const { sessionId } = await signIn()
    const soon = new Date(Date.now() + 120_000)
    await accounts.saveSessionSeen(sessionId, soon)
    await accounts.saveSessionSeen(sessionId, new Date())
    expect((await session(sessionId))?.lastSeenAt).toEqual(soon)
    await accounts.revokeSession(userId, sessionId)
    await accounts.saveSessionSeen(sessionId, new Date(soon.getTime() + 1))
    expect(
      (await db.userSession.findUniqueOrThrow({ where: { id: sessionId } })).lastSeenAt,
    ).toEqual(soon)
  })

  it('ends when it is revoked, alone, and only by its owner', async () => {
    const [first, second] = [await signIn(), await signIn()]
    expect(await accounts.revokeSession(randomUUID(), first.sessionId)).toBe(false)
    expect(await session(first.sessionId)).not.toBeNull()
    expect(await accounts.revokeSession(userId, first.sessionId)).toBe(true)
    expect(await session(first.sessionId)).toBeNull()
    expect(await session(second.sessionId)).not.toBeNull()
    expect(await accounts.revokeSession(userId, first.sessionId)).toBe(false)
    expect(
      await db.auditEvent.count({ where: { action: 'session.revoke', objectId: first.sessionId } }),
    ).toBe(1)
    expect(await reads.listSessions(userId, second.sessionId, new Date())).toMatchObject([
      { id: second.sessionId, isCurrent: true, device: 'Firefox, Linux' },
    ])
  })

  it('ends with all others on signing out everywhere, and nobody else is signed out', async () => {
    const [first, second] = [await signIn(), await signIn()]
    const stranger = await db.user.create({
      data: { email: `${randomUUID()}@voorbeeld.nl`, name: 'Ander' },
    })
    const times = { lastSeenAt: new Date(), expiresAt: new Date(Date.now() + 60_000), device: '' }
    const theirs = await db.userSession.create({ data: { userId: stranger.id, ...times } })
    expect(await accounts.revokeAllSessions(userId)).toBe(2)
    expect(await session(first.sessionId)).toBeNull()
    expect(await session(second.sessionId)).toBeNull()
    expect(await reads.getSession(theirs.id, stranger.id, new Date())).not.toBeNull()
    expect(await lastAudit('session.revokeAll')).toMatchObject({
      actorId: userId,
      detail: { ended: 2 },
    })
  })
})

describe('another password', () => {
  const change = (input: Partial<{ currentPassword: string; newPassword: string }> = {}) =>
    accounts.savePassword(userId, {
      currentPassword: PASSWORD,
      newPassword: OTHER_PASSWORD,
      device: 'Chrome, Android',
      ...input,
    })

  it('ends all sessions and gives this device a new one', async () => {
    const [first, second] = [await signIn(), await signIn()]
    const outcome = await change()
    expect(outcome).toMatchObject({ status: 'ok', userId })
    expect(await session(first.sessionId)).toBeNull()
    expect(await session(second.sessionId)).toBeNull()
    expect(outcome.status === 'ok' && (await session(outcome.sessionId))).toMatchObject({
      actor: { userId },
    })
    expect(await attempt()).toEqual({ status: 'refused' })
    expect(await attempt({ password: OTHER_PASSWORD })).toMatchObject({ status: 'ok' })
    expect(await lastAudit('user.changePassword')).toMatchObject({
      actorId: userId,
      result: 'ok',
      detail: { ended: 2 },
    })
  })

  it('needs the present one, and slows down who guesses it', async () => {
    const { sessionId } = await signIn()
    for (let round = 0; round < 10; round += 1)
      expect(await change({ currentPassword: 'verkeerd' })).toEqual({ status: 'wrongPassword' })
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
    expect(
      outcomes.filter((one) => one.status === 'fulfilled' && one.value.status === 'ok'),
    ).toHaveLength(1)
    expect(await reads.listSessions(userId, '', new Date())).toHaveLength(1)
  })

  it('is not given to a disabled account', async () => {
    await save({ disabledAt: new Date() })
    await expect(change()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the first administrator', () => {
  const person = () => ({
    email: `${randomUUID()}@voorbeeld.nl`,
    name: 'Anna Beheer',
    password: PASSWORD,
  })

  it('gets an account with that role', async () => {
    const input = person()
    await accounts.saveAdministrator(input)
    const outcome = await attempt({ email: input.email })
    expect(
      outcome.status === 'ok' &&
        (await reads.getSession(outcome.sessionId, outcome.userId, new Date())),
    ).toMatchObject({
      actor: { name: 'Anna Beheer', platformRoles: ['administrator'] },
    })
  })

  it('is refused for an address that has an account, which stays as it was', async () => {
    await expect(accounts.saveAdministrator({ ...person(), email })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    expect(await db.platformRole.count({ where: { userId } })).toBe(0)
    expect(await attempt()).toMatchObject({ status: 'ok' })
  })

  it('needs a good password', async () => {
    expect(await accounts.saveAdministrator({ ...person(), password: 'beheer' })).toEqual({
      problem: 'passwordTooShort',
    })
  })
})
