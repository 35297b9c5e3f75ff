import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { SITE, startFactorWorld } from '@/lib/base/testing/second-factor'
import { createAuthenticator } from '@/lib/base/testing/authenticator'
const world = await startFactorWorld()
const { addKey, db, factors, mails, owner, passkeys, person, setUpApp, signIn } = world
const { getFactors } = await import('./data')
const { passSecondStep } = await import('./mutations')
const { renewCodes } = await import('./recovery.mutations')

afterAll(world.stop)
beforeEach(world.begin)

describe('a passkey', () => {
  const key = () => createAuthenticator(SITE)
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
    const { passkeys: rows } = await getFactors(person.userId)
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
    await db.passkey.updateMany({ where: { userId: person.userId }, data: { counter: 7 } })
    expect(await attempt({ counter: 7 })).toBe('wrong')
    expect(await attempt({ counter: 8 })).toBe('ok')
    for (const nonsense of [null, {}, { id: made.id }, 'x'])
      expect(await passSecondStep(await signIn(), { how: 'passkey', answer: nonsense })).toEqual({
        status: 'wrong',
      })
  })

  it('is refused without end, and recorded twenty times', async () => {
    await addKey(await owner())
    const pending = await signIn()
    for (let round = 0; round < 25; round += 1)
      expect(await passSecondStep(pending, { how: 'passkey', answer: {} })).toEqual({
        status: 'wrong',
      })
    expect(
      await db.auditEvent.count({
        where: { action: 'session.secondStep', objectId: pending.sessionId },
      }),
    ).toBe(20)
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
    await world.begin()
    expect((await addKey(await owner(), made)).outcome).toEqual({ status: 'wrong' })
    expect((await getFactors(person.userId)).passkeys).toEqual([])
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
    expect((await getFactors(person.userId)).codesLeft).toBe(9)
    expect((await mails()).at(-1)).toBe('account-security: Ingelogd met een herstelcode')
    expect(await db.recoveryCode.count({ where: { digest: { contains: codes[1]! } } })).toBe(0)
  })

  it('of before ends when new ones are made, also when that is pressed twice at once', async () => {
    const { codes } = await setUpApp(await owner())
    const made = await Promise.all([renewCodes(person.userId), renewCodes(person.userId)])
    expect((await getFactors(person.userId)).codesLeft).toBe(10)
    const works = async (one: string) =>
      (await passSecondStep(await signIn(), { how: 'recovery', code: one })).status === 'ok'
    expect(await works(codes[0]!)).toBe(false)
    expect([await works(made[0][0]!), await works(made[1][0]!)].toSorted()).toEqual([false, true])
  })
})
