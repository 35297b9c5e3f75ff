import type * as Argon2 from '@node-rs/argon2'
import { hash, parseOptions, verify } from '@node-rs/argon2'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { createAccount, OTHER_PASSWORD, PASSWORD } from '@/lib/base/testing/account'
import { signInSteps } from '@/lib/base/testing/sign-in'
import type { KnownDevice } from './rules'

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof Argon2>()
  return { ...real, verify: vi.fn(real.verify) }
})

const WEAK = { memoryCost: 8_192, timeCost: 1, parallelism: 1 }

const database = await createTestDatabase()
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { isWeakHash } = await import('@/lib/base/security/password-hash')
const accounts = await import('./mutations')
const signInMutations = await import('./sign-in.mutations')
const sessionsMutations = await import('./sessions.mutations')
const reads = await import('./data')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

let email: string
let userId: string
let network: string

const { attempt, lastAudit, save, session, signIn } = signInSteps(
  db,
  { ...signInMutations, ...reads },
  () => ({ email, userId, network }),
)

beforeEach(async () => {
  ;({ email, userId } = await createAccount(db))
  network = randomUUID()
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
})

const passWaits = () => db.rateLimit.updateMany({ data: { nextAt: new Date(Date.now() - 1_000) } })
const wrong = (changes: Parameters<typeof attempt>[0] = {}) =>
  attempt({ password: 'verkeerd', ...changes })
const waitOf = (outcome: Awaited<ReturnType<typeof attempt>>) =>
  outcome.status === 'limited' ? outcome.retryAfterSeconds : 0

/** Guesses until the next wait is half a minute or more: no machine is that slow. */
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
      await sessionsMutations.revokeAllSessions(userId)
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
