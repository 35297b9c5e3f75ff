import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { startFactorWorld } from '@/lib/base/testing/second-factor'
import { createAccount } from '@/lib/base/testing/account'
const world = await startFactorWorld()
const {
  db,
  factors,
  lastAudit,
  mails,
  makeAdministrator,
  owner,
  person,
  session,
  setUpApp,
  signIn,
} = world
const { getPendingSession } = await import('@/lib/people/accounts/stage.data')
const { passSecondStep } = await import('./mutations')
const { codeAt } = await import('./rules')

const code = (secret: string) => ({ how: 'code' as const, code: codeAt(secret, new Date()) })
const passWaits = () => db.rateLimit.updateMany({ data: { nextAt: new Date(Date.now() - 1_000) } })

afterAll(world.stop)
beforeEach(world.begin)

describe('the first session of whoever must have a second factor', () => {
  it('opens nothing until a factor is set up, and then is complete', async () => {
    await makeAdministrator()
    const who = await owner()
    expect(who.stage).toBe('enrol')
    expect(await session(who.sessionId)).toBeNull()
    expect(await getPendingSession(who.sessionId, person.userId, new Date())).toMatchObject({
      stage: 'enrol',
    })
    expect(await factors.finishEnrolment(who)).toBeNull()
    const { codes } = await setUpApp(who)
    expect(codes).toHaveLength(10)
    expect(await session(who.sessionId)).toBeNull()
    const end = await factors.finishEnrolment(who)
    expect(end!.getTime() - Date.now()).toBeGreaterThan(11.9 * 3_600_000)
    expect(await session(who.sessionId)).toMatchObject({ actor: { userId: person.userId } })
    expect(await getPendingSession(who.sessionId, person.userId, new Date())).toBeNull()
    expect(await factors.finishEnrolment(who)).toEqual(end)
    expect(await lastAudit('session.secondStep')).toMatchObject({
      actorId: person.userId,
      detail: { how: 'enrol' },
    })
  })

  it('shows a secret that waits to the session that asked for it alone', async () => {
    const { getTotpSetUp } = await import('./data')
    await makeAdministrator()
    const [who, stranger] = [await owner(), await owner()]
    await factors.startTotp(who)
    const now = new Date()
    expect(await getTotpSetUp(who, person.email, now)).not.toBeNull()
    expect(await getTotpSetUp(stranger, person.email, now)).toBeNull()
    expect(await factors.confirmTotp(stranger, '000000')).toEqual({ status: 'ended' })
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
    await db.totpSecret.update({ where: { userId: person.userId }, data: { lastStep: 0 } })
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
    const row = await db.totpSecret.findUniqueOrThrow({ where: { userId: person.userId } })
    expect(row.secret).not.toContain(secret)
    const other = await createAccount(db)
    await db.totpSecret.create({ data: { userId: other.userId, secret: row.secret } })
    Object.assign(person, other)
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
