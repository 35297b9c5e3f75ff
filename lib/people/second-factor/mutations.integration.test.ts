import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createAccount } from '@/lib/base/testing/account'
import { createAuthenticator } from '@/lib/base/testing/authenticator'
import { createTestDatabase } from '@/lib/base/testing/database'
import { signInSteps } from '@/lib/base/testing/sign-in'
import type { FactorOwner } from '@/lib/people/accounts/types'

const SITE = 'https://praktijkbank.test'
const database = await createTestDatabase()
Object.assign(process.env, {
  DATABASE_URL: database.url,
  NEXTAUTH_SECRET: 'x'.repeat(40),
  NEXTAUTH_URL: SITE,
})
const { db } = await import('@/lib/base/db/db')
const signInMutations = await import('@/lib/people/accounts/sign-in.mutations')
const accounts = await import('@/lib/people/accounts/data')
const { getPendingSession } = await import('@/lib/people/accounts/stage.data')
const { getFactors, getTotpSetUp } = await import('./data')
const factors = await import('./factors.mutations')
const passkeys = await import('./passkeys.mutations')
const { renewCodes } = await import('./recovery.mutations')
const { passSecondStep } = await import('./mutations')
const { codeAt } = await import('./rules')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

let email: string
let userId: string
let network: string
const { session, signIn, lastAudit } = signInSteps(db, { ...signInMutations, ...accounts }, () => ({
  email,
  userId,
  network,
}))

beforeEach(async () => {
  ;({ email, userId } = await createAccount(db))
  network = randomUUID()
})

const makeAdministrator = () => db.platformRole.create({ data: { userId, role: 'administrator' } })
const owner = async (): Promise<FactorOwner> => {
  const { sessionId, stage } = await signIn()
  if (stage === 'second_factor') throw new Error('has a factor')
  return { userId, sessionId, stage, email }
}
/** Sets an app up and returns its secret; the code that was used is one of two minutes ago. */
const setUpApp = async (who: FactorOwner) => {
  await factors.startTotp(who)
  const { secret } = (await getTotpSetUp(userId, email, new Date()))!
  const outcome = await factors.confirmTotp(who, codeAt(secret, new Date()))
  await db.totpSecret.update({ where: { userId }, data: { lastStep: 0 } })
  return { secret, outcome, codes: outcome.status === 'ok' ? (outcome.codes ?? []) : [] }
}
const code = (secret: string) => ({ how: 'code' as const, code: codeAt(secret, new Date()) })
const passWaits = () => db.rateLimit.updateMany({ data: { nextAt: new Date(Date.now() - 1_000) } })
const mails = async () =>
  (
    await db.mail.findMany({
      where: { recipientId: userId },
      orderBy: { id: 'asc' },
      select: { kind: true, subject: true },
    })
  ).map(({ kind, subject }) => `${kind}: ${subject}`)

describe('the first session of whoever must have a second factor', () => {
  it('opens nothing until a factor is set up, and then is complete', async () => {
    await makeAdministrator()
    const who = await owner()
    expect(who.stage).toBe('enrol')
    expect(await session(who.sessionId)).toBeNull()
    expect(await getPendingSession(who.sessionId, userId, new Date())).toMatchObject({
      stage: 'enrol',
    })
    expect(await factors.finishEnrolment(who)).toBeNull()
    const { codes } = await setUpApp(who)
    expect(codes).toHaveLength(10)
    expect(await session(who.sessionId)).toBeNull()
    const end = await factors.finishEnrolment(who)
    expect(end!.getTime() - Date.now()).toBeGreaterThan(11.9 * 3_600_000)
    expect(await session(who.sessionId)).toMatchObject({ actor: { userId } })
    expect(await getPendingSession(who.sessionId, userId, new Date())).toBeNull()
    expect(await factors.finishEnrolment(who)).toEqual(end)
    expect(await lastAudit('session.secondStep')).toMatchObject({
      actorId: userId,
      detail: { how: 'enrol' },
    })
  })

  it('ends when the owner sets a factor up elsewhere: a stranger who knows the password stays out', async () => {
    await makeAdministrator()
    const stranger = await owner()
    await factors.startTotp(stranger)
    const who = await owner()
    await setUpApp(who)
    expect(await factors.finishEnrolment(stranger)).toBeNull()
    expect(await factors.confirmTotp(stranger, '000000')).toEqual({ status: 'ended' })
    expect(await passSecondStep(stranger, { how: 'recovery', code: 'x' })).toEqual({
      status: 'ended',
    })
  })

  it('is not asked of whoever has no such role, and of nobody else in the middle of a session', async () => {
    const who = await owner()
    expect(who.stage).toBe('complete')
    await makeAdministrator()
    expect(await session(who.sessionId)).not.toBeNull()
    expect((await signIn()).stage).toBe('enrol')
  })
})

describe('a code of the app', () => {
  it('completes a sign-in, once', async () => {
    const { secret } = await setUpApp(await owner())
    const pending = await signIn()
    expect(pending.stage).toBe('second_factor')
    expect(await session(pending.sessionId)).toBeNull()
    const proof = code(secret)
    expect(await passSecondStep(pending, proof)).toMatchObject({ status: 'ok' })
    expect(await session(pending.sessionId)).not.toBeNull()
    const later = await signIn()
    expect(await passSecondStep(later, proof)).toEqual({ status: 'wrong' })
    expect(await session(later.sessionId)).toBeNull()
    expect(await lastAudit('session.secondStep')).toMatchObject({
      actorId: null,
      objectId: later.sessionId,
      result: 'refused',
      detail: { how: 'code' },
    })
  })

  it('lets one of two sessions in that use it at once, and answers a second press as the first', async () => {
    const { secret } = await setUpApp(await owner())
    const both = [await signIn(), await signIn()]
    const proof = code(secret)
    const outcomes = await Promise.all(both.map((pending) => passSecondStep(pending, proof)))
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['ok', 'wrong'])
    const [again, more] = [await signIn(), await signIn()]
    await db.totpSecret.update({ where: { userId }, data: { lastStep: 0 } })
    const twice = await Promise.all([proof, proof].map((one) => passSecondStep(again, one)))
    expect(twice.map(({ status }) => status)).toEqual(['ok', 'ok'])
    expect(await passSecondStep(more, proof)).toEqual({ status: 'wrong' })
  })

  it('costs ever more time when wrong, together with recovery codes, and never closes', async () => {
    const { secret, codes } = await setUpApp(await owner())
    const pending = await signIn()
    const wrong = (how: 'code' | 'recovery') => passSecondStep(pending, { how, code: '000000' })
    for (let round = 0; round < 5; round += 1)
      expect(await wrong(round % 2 === 0 ? 'code' : 'recovery')).toEqual({ status: 'wrong' })
    for (let round = 0; round < 7; round += 1) {
      await passWaits()
      expect(await wrong('code')).toEqual({ status: 'wrong' })
    }
    expect(await passSecondStep(pending, code(secret))).toMatchObject({ status: 'limited' })
    expect(await passSecondStep(pending, { how: 'recovery', code: codes[0]! })).toMatchObject({
      status: 'limited',
    })
    await passWaits()
    expect(await passSecondStep(pending, code(secret))).toMatchObject({ status: 'ok' })
  })

  it('is of nobody else: an encrypted secret opens for its owner alone', async () => {
    const { secret } = await setUpApp(await owner())
    const row = await db.totpSecret.findUniqueOrThrow({ where: { userId } })
    expect(row.secret).not.toContain(secret)
    const other = await createAccount(db)
    await db.totpSecret.create({ data: { userId: other.userId, secret: row.secret } })
    ;({ email, userId } = other)
    const pending = await signIn()
    expect(await passSecondStep(pending, code(secret))).toEqual({ status: 'wrong' })
  })

  it('does nothing for a sign-in that took too long or was ended', async () => {
    const { secret } = await setUpApp(await owner())
    const [late, ended] = [await signIn(), await signIn()]
    await db.userSession.update({
      where: { id: late.sessionId },
      data: { expiresAt: new Date(Date.now() - 1) },
    })
    await db.userSession.update({
      where: { id: ended.sessionId },
      data: { revokedAt: new Date() },
    })
    for (const pending of [late, ended])
      expect(await passSecondStep(pending, code(secret))).toEqual({ status: 'ended' })
    expect(
      await passSecondStep({ ...(await signIn()), userId: randomUUID() }, code(secret)),
    ).toEqual({
      status: 'ended',
    })
  })

  it('of a new app ends the old app, when the first code is right and not before', async () => {
    const who = await owner()
    const old = await setUpApp(who)
    await factors.startTotp(who)
    expect(await factors.confirmTotp(who, '000000')).toEqual({ status: 'wrong' })
    expect(await passSecondStep(await signIn(), code(old.secret))).toMatchObject({ status: 'ok' })
    const fresh = await setUpApp(who)
    expect(fresh.outcome).toEqual({ status: 'ok', codes: null })
    expect(await passSecondStep(await signIn(), code(old.secret))).toEqual({ status: 'wrong' })
    expect(await mails()).toEqual([
      'account-security: Tweede stap bij het inloggen toegevoegd',
      'account-security: Nieuwe app voor het inloggen ingesteld',
    ])
  })
})

describe('a recovery code', () => {
  it('works once, however it is typed, and its owner is told how many are left', async () => {
    const { codes } = await setUpApp(await owner())
    const typed = codes[0]!.toLowerCase().replace(/(.{4})/g, '$1 ')
    const both = [await signIn(), await signIn()]
    const outcomes = await Promise.all(
      both.map((pending) => passSecondStep(pending, { how: 'recovery', code: typed })),
    )
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['ok', 'wrong'])
    expect((await getFactors(userId)).codesLeft).toBe(9)
    expect((await mails()).at(-1)).toBe('account-security: Ingelogd met een herstelcode')
    expect(await db.recoveryCode.count({ where: { digest: { contains: codes[1]! } } })).toBe(0)
  })

  it('of before ends when new ones are made, also when that is pressed twice at once', async () => {
    const { codes } = await setUpApp(await owner())
    const made = await Promise.all([renewCodes(userId), renewCodes(userId)])
    expect((await getFactors(userId)).codesLeft).toBe(10)
    const works = async (one: string) =>
      (await passSecondStep(await signIn(), { how: 'recovery', code: one })).status === 'ok'
    expect(await works(codes[0]!)).toBe(false)
    expect([await works(made[0][0]!), await works(made[1][0]!)].toSorted()).toEqual([false, true])
  })
})

describe('a passkey', () => {
  const key = () => createAuthenticator(SITE)
  const addKey = async (who: FactorOwner, made = key()) => {
    const { challenge } = (await passkeys.startNewPasskey(who))!
    const outcome = await factors.savePasskey(who, {
      name: 'Werklaptop',
      answer: made.make(challenge),
    })
    return { made, outcome }
  }
  const challengeOf = async (pending: { userId: string; sessionId: string }) =>
    (await passkeys.startPasskey(pending))!.challenge

  it('completes a sign-in with a challenge of that sign-in, which counts once', async () => {
    const { made, outcome } = await addKey(await owner())
    expect(outcome).toMatchObject({ status: 'ok' })
    const [pending, other] = [await signIn(), await signIn()]
    const answer = made.answer(await challengeOf(pending))
    expect(await passSecondStep(other, { how: 'passkey', answer })).toEqual({ status: 'wrong' })
    expect(await passSecondStep(pending, { how: 'passkey', answer })).toMatchObject({
      status: 'ok',
    })
    const later = await signIn()
    expect(await passSecondStep(later, { how: 'passkey', answer })).toEqual({ status: 'wrong' })
    const { passkeys: rows } = await getFactors(userId)
    expect(rows).toMatchObject([{ name: 'Werklaptop' }])
    expect(rows[0]!.lastUsedAt).not.toBeNull()
  })

  it('is refused from another site, after five minutes, as a copy, and of someone else', async () => {
    const { made } = await addKey(await owner())
    const pending = await signIn()
    const attempt = async (change: Parameters<typeof made.answer>[1], from = made) =>
      (
        await passSecondStep(pending, {
          how: 'passkey',
          answer: from.answer(await challengeOf(pending), change),
        })
      ).status
    expect(await attempt({ origin: 'https://praktijkbank.example' })).toBe('wrong')
    expect(await attempt({}, key())).toBe('wrong')
    const answer = made.answer(await challengeOf(pending))
    await db.userSession.update({
      where: { id: pending.sessionId },
      data: { challengeUntil: new Date(Date.now() - 1) },
    })
    expect(await passSecondStep(pending, { how: 'passkey', answer })).toEqual({ status: 'wrong' })
    await db.passkey.updateMany({ where: { userId }, data: { counter: 7 } })
    expect(await attempt({ counter: 7 })).toBe('wrong')
    expect(await attempt({ counter: 8 })).toBe('ok')
    for (const nonsense of [null, {}, { id: made.id }, 'x'])
      expect(await passSecondStep(await signIn(), { how: 'passkey', answer: nonsense })).toEqual({
        status: 'wrong',
      })
  })

  it('is made for the challenge of this session, and belongs to one account', async () => {
    const who = await owner()
    const { made } = await addKey(who)
    const { challenge } = (await passkeys.startNewPasskey(who))!
    const other = key()
    const save = (answer: unknown) => factors.savePasskey(who, { name: 'Sleutel', answer })
    expect(await save(other.make(challenge, { origin: 'https://elders.test' }))).toEqual({
      status: 'wrong',
    })
    expect(await save(other.make(challenge))).toEqual({ status: 'wrong' })
    ;({ email, userId } = await createAccount(db))
    expect((await addKey(await owner(), made)).outcome).toEqual({ status: 'wrong' })
    expect((await getFactors(userId)).passkeys).toEqual([])
  })
})

describe('removing a factor', () => {
  it('takes the codes with the last one, tells the owner, and leaves others alone', async () => {
    await setUpApp(await owner())
    expect(await factors.removeFactor(userId, { kind: 'passkey', id: randomUUID() })).toBe('gone')
    expect(await factors.removeFactor(userId, { kind: 'totp', id: '' })).toBe('ok')
    expect(await getFactors(userId)).toMatchObject({ totp: null, passkeys: [], codesLeft: 0 })
    expect(await factors.removeFactor(userId, { kind: 'totp', id: '' })).toBe('gone')
    expect((await mails()).at(-1)).toBe('account-security: Tweede stap bij het inloggen weggehaald')
    expect((await signIn()).stage).toBe('complete')
  })

  it('leaves the last one to whom a role asks for it, also when two go at once', async () => {
    await makeAdministrator()
    const who = await owner()
    await setUpApp(who)
    expect(await factors.removeFactor(userId, { kind: 'totp', id: '' })).toBe('needed')
    const made = createAuthenticator(SITE)
    const { challenge } = (await passkeys.startNewPasskey(who))!
    await factors.savePasskey(who, { name: 'Sleutel', answer: made.make(challenge) })
    const { id } = (await getFactors(userId)).passkeys[0]!
    const outcomes = await Promise.all([
      factors.removeFactor(userId, { kind: 'totp', id: '' }),
      factors.removeFactor(userId, { kind: 'passkey', id }),
    ])
    expect(outcomes.toSorted()).toEqual(['needed', 'ok'])
  })

  it('asks for the password, or without one for a recent sign-in', async () => {
    const who = await owner()
    expect(await factors.refuseOwner(who, 'verkeerd')).toEqual({ status: 'wrongPassword' })
    expect(await factors.refuseOwner(who, 'zeilboot-klaver-wortel-gracht')).toBeNull()
    await db.user.update({ where: { id: userId }, data: { passwordHash: null } })
    expect(await factors.refuseOwner(who, '')).toBeNull()
    await db.userSession.update({
      where: { id: who.sessionId },
      data: { createdAt: new Date(Date.now() - 16 * 60_000) },
    })
    expect(await factors.refuseOwner(who, '')).toEqual({ status: 'signInAgain' })
    expect(await factors.refuseOwner({ ...who, stage: 'enrol' }, '')).toBeNull()
  })

  it('and renaming work for the owner alone', async () => {
    const who = await owner()
    const made = createAuthenticator(SITE)
    const { challenge } = (await passkeys.startNewPasskey(who))!
    await factors.savePasskey(who, { name: 'Sleutel', answer: made.make(challenge) })
    const { id } = (await getFactors(userId)).passkeys[0]!
    const stranger = await createAccount(db)
    expect(await factors.renamePasskey(stranger.userId, id, 'Van mij')).toBe(false)
    expect(await factors.removeFactor(stranger.userId, { kind: 'passkey', id })).toBe('gone')
    expect(await factors.renamePasskey(userId, id, 'Telefoon')).toBe(true)
    expect((await getFactors(userId)).passkeys).toMatchObject([{ name: 'Telefoon' }])
  })
})
