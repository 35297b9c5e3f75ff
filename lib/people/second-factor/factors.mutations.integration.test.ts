import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { startFactorWorld } from '@/lib/base/testing/second-factor'
import { randomUUID } from 'node:crypto'
import { createAccount } from '@/lib/base/testing/account'
const world = await startFactorWorld()
const { addKey, db, factors, mails, makeAdministrator, owner, person, setUpApp, signIn } = world
const { getFactors } = await import('./data')

afterAll(world.stop)
beforeEach(world.begin)

describe('removing a factor', () => {
  it('takes the codes with the last one, tells the owner, and leaves others alone', async () => {
    await setUpApp(await owner())
    expect(await factors.removeFactor(person.userId, { kind: 'passkey', id: randomUUID() })).toBe(
      'gone',
    )
    expect(await factors.removeFactor(person.userId, { kind: 'totp', id: '' })).toBe('ok')
    expect(await getFactors(person.userId)).toMatchObject({
      totp: null,
      passkeys: [],
      codesLeft: 0,
    })
    expect(await factors.removeFactor(person.userId, { kind: 'totp', id: '' })).toBe('gone')
    expect((await mails()).at(-1)).toBe('account-security: Tweede stap bij het inloggen weggehaald')
    expect((await signIn()).stage).toBe('complete')
  })

  it('leaves the last one to whom a role asks for it, also when two go at once', async () => {
    await makeAdministrator()
    const who = await owner()
    await setUpApp(who)
    expect(await factors.removeFactor(person.userId, { kind: 'totp', id: '' })).toBe('needed')
    await addKey(who)
    const { id } = (await getFactors(person.userId)).passkeys[0]!
    const outcomes = await Promise.all([
      factors.removeFactor(person.userId, { kind: 'totp', id: '' }),
      factors.removeFactor(person.userId, { kind: 'passkey', id }),
    ])
    expect(outcomes.toSorted()).toEqual(['needed', 'ok'])
  })

  it('asks for the password, or without one for a recent sign-in', async () => {
    const who = await owner()
    expect(await factors.refuseFactorOwner(who, 'verkeerd')).toEqual({ status: 'wrongPassword' })
    expect(await factors.refuseFactorOwner(who, 'zeilboot-klaver-wortel-gracht')).toBeNull()
    await db.user.update({ where: { id: person.userId }, data: { passwordHash: null } })
    expect(await factors.refuseFactorOwner(who, '')).toBeNull()
    await db.userSession.update({
      where: { id: who.sessionId },
      data: { createdAt: new Date(Date.now() - 16 * 60_000) },
    })
    expect(await factors.refuseFactorOwner(who, '')).toEqual({ status: 'signInAgain' })
    expect(await factors.refuseFactorOwner({ ...who, stage: 'enrol' }, '')).toBeNull()
  })

  it('and renaming work for the owner alone', async () => {
    const who = await owner()
    await addKey(who)
    const { id } = (await getFactors(person.userId)).passkeys[0]!
    const stranger = await createAccount(db)
    expect(await factors.renamePasskey(stranger.userId, id, 'Van mij')).toBe(false)
    expect(await factors.removeFactor(stranger.userId, { kind: 'passkey', id })).toBe('gone')
    expect(await factors.renamePasskey(person.userId, id, 'Telefoon')).toBe(true)
    expect((await getFactors(person.userId)).passkeys).toMatchObject([{ name: 'Telefoon' }])
  })
})
