import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { createAccount, OTHER_PASSWORD, PASSWORD } from '@/lib/base/testing/account'
import { signInSteps } from '@/lib/base/testing/sign-in'

const database = await createTestDatabase()
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const accounts = await import('./mutations')
const signInMutations = await import('./sign-in.mutations')
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

  it('gets an account with that role, and must set up a second factor', async () => {
    const input = person()
    await accounts.saveAdministrator(input)
    // The first session sets up a second factor; it opens nothing yet.
    expect(await attempt({ email: input.email })).toMatchObject({ status: 'ok', stage: 'enrol' })
    expect(
      await db.user.findUniqueOrThrow({
        where: { email: input.email },
        select: { name: true, platformRoles: { select: { role: true } } },
      }),
    ).toEqual({ name: 'Anna Beheer', platformRoles: [{ role: 'administrator' }] })
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
