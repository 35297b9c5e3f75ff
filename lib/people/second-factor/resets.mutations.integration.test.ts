import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createAccount } from '@/lib/base/testing/account'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase()
Object.assign(process.env, { DATABASE_URL: database.url, NEXTAUTH_SECRET: 'x'.repeat(40) })
const { db } = await import('@/lib/base/db/db')
const { getFactors, getResetRequest, listResetRequests } = await import('./data')
const { confirmReset, requestReset, resetFromConsole, withdrawReset } =
  await import('./resets.mutations')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

let person: { email: string; userId: string }
let first: string
let second: string

beforeEach(async () => {
  await db.factorReset.deleteMany()
  person = await createAccount(db)
  first = (await createAccount(db)).userId
  second = (await createAccount(db)).userId
  const { userId } = person
  await db.totpSecret.create({ data: { userId, secret: 's', addedAt: new Date() } })
  await db.recoveryCode.create({ data: { userId, digest: 'd' } })
  await db.passkey.create({
    data: {
      userId,
      credentialId: userId,
      publicKey: Buffer.from('k'),
      counter: 0,
      transports: [],
      name: 'Sleutel',
    },
  })
  await db.userSession.create({
    data: { userId, device: '', expiresAt: new Date(Date.now() + 3_600_000) },
  })
})

const subjects = async () =>
  (
    await db.mail.findMany({
      where: { recipientId: person.userId, kind: 'account-security' },
      orderBy: { id: 'asc' },
      select: { subject: true },
    })
  ).map(({ subject }) => subject)
const has = async () => {
  const { totp, passkeys } = await getFactors(person.userId)
  return totp !== null || passkeys.length > 0
}

describe('taking someone’s second factor away', () => {
  it('takes two administrators: everything goes, sessions end, and the person is told twice', async () => {
    const { userId } = person
    expect(await requestReset(first, userId)).toBe('ok')
    expect(await listResetRequests(new Date())).toMatchObject([
      { userId, requestedById: first, name: 'Willemijn de Boer' },
    ])
    expect(await has()).toBe(true)
    expect(await confirmReset(second, userId)).toBe('ok')
    expect(await getFactors(userId)).toMatchObject({ totp: null, passkeys: [], codesLeft: 0 })
    expect(await db.userSession.count({ where: { userId, revokedAt: null } })).toBe(0)
    expect(await db.user.findUniqueOrThrow({ where: { id: userId } })).toMatchObject({
      sessionVersion: 1,
    })
    expect(await subjects()).toEqual([
      'Beheerder vraagt uw tweede stap weg te halen',
      'Uw tweede stap is weggehaald',
    ])
    expect(
      await db.auditEvent.findMany({
        where: { objectId: userId, action: { startsWith: 'factor.' } },
        orderBy: { id: 'asc' },
        select: { action: true, actorId: true },
      }),
    ).toEqual([
      { action: 'factor.requestReset', actorId: first },
      { action: 'factor.reset', actorId: second },
    ])
    expect(await confirmReset(second, userId)).toBe('gone')
  })

  it('is refused to whoever asked, to the person, and without a request', async () => {
    const { userId } = person
    expect(await confirmReset(second, userId)).toBe('gone')
    expect(await requestReset(userId, userId)).toBe('gone')
    await requestReset(first, userId)
    expect(await confirmReset(first, userId)).toBe('gone')
    expect(await confirmReset(userId, userId)).toBe('gone')
    expect(await has()).toBe(true)
    await expect(
      db.factorReset.update({ where: { userId }, data: { requestedById: userId } }),
    ).rejects.toThrow()
  })

  it('happens once when two confirm at once, and asking twice is one request of the first', async () => {
    const { userId } = person
    const third = (await createAccount(db)).userId
    await Promise.all([requestReset(first, userId), requestReset(first, userId)])
    expect(await requestReset(second, userId)).toBe('ok')
    expect(await getResetRequest(userId, new Date())).toMatchObject({ requestedById: first })
    const outcomes = await Promise.all([confirmReset(second, userId), confirmReset(third, userId)])
    expect(outcomes.toSorted()).toEqual(['gone', 'ok'])
    expect(await subjects()).toHaveLength(2)
  })

  it('ends after seven days, and then someone may ask anew', async () => {
    const { userId } = person
    await requestReset(first, userId)
    const { expiresAt } = (await getResetRequest(userId, new Date()))!
    expect(Math.round((expiresAt.getTime() - Date.now()) / 86_400_000)).toBe(7)
    await db.factorReset.update({ where: { userId }, data: { expiresAt: new Date() } })
    expect(await confirmReset(second, userId)).toBe('gone')
    expect(await listResetRequests(new Date())).toEqual([])
    expect(await requestReset(second, userId)).toBe('ok')
    expect(await getResetRequest(userId, new Date())).toMatchObject({ requestedById: second })
  })

  it('can be withdrawn, and says when there is nothing to take away', async () => {
    const { userId } = person
    await requestReset(first, userId)
    expect(await withdrawReset(second, userId)).toBe(true)
    expect(await withdrawReset(second, userId)).toBe(false)
    expect(await confirmReset(second, userId)).toBe('gone')
    expect(await requestReset(second, first)).toBe('none')
  })

  it('works from the command line for who administers alone, and is recorded', async () => {
    expect(await resetFromConsole('niemand@voorbeeld.nl')).toBe('none')
    expect(await resetFromConsole(person.email)).toBe('ok')
    expect(await has()).toBe(false)
    expect(await resetFromConsole(person.email)).toBe('none')
    expect(
      await db.auditEvent.findFirst({ where: { action: 'factor.reset', objectId: person.userId } }),
    ).toMatchObject({ actorId: null, detail: { by: 'console' } })
  })
})
