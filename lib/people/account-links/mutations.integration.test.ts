import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createAccount, OTHER_PASSWORD, PASSWORD } from '@/lib/base/testing/account'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase()
process.env.DATABASE_URL = database.url
process.env.NEXTAUTH_SECRET = 'x'.repeat(32)
const { db } = await import('@/lib/base/db/db')
const { verifyPassword } = await import('@/lib/base/security/password-hash')
const { getAddressChange, linkToken } = await import('./data')
const { requestPasswordLink, savePasswordByLink } = await import('./mutations')
const { confirmAddress, requestAddressChange } = await import('./address.mutations')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

let email: string
let userId: string

beforeEach(async () => {
  ;({ email, userId } = await createAccount(db))
})

const links = (purpose: 'password' | 'email_new' | 'email_old') =>
  db.accountLink.findMany({ where: { userId, purpose }, orderBy: { createdAt: 'desc' } })
const tokenOf = async (purpose: Parameters<typeof links>[0]) =>
  linkToken((await links(purpose))[0]!.id)
const holds = async (password: string) => {
  const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id: userId } })
  return verifyPassword(passwordHash, password)
}

describe('a new password', () => {
  it('comes by a link that works once, ends all sessions and is told', async () => {
    await db.userSession.create({
      data: { userId, device: '', expiresAt: new Date(Date.now() + 60_000) },
    })
    await requestPasswordLink(email)
    const token = await tokenOf('password')
    expect(await db.mail.count({ where: { recipientId: userId, kind: 'account-reset' } })).toBe(1)
    const outcomes = await Promise.all([
      savePasswordByLink(token, OTHER_PASSWORD),
      savePasswordByLink(token, OTHER_PASSWORD),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['gone', 'ok'])
    expect(await holds(OTHER_PASSWORD)).toBe(true)
    expect(await db.userSession.count({ where: { userId, revokedAt: null } })).toBe(0)
    expect(await db.mail.count({ where: { recipientId: userId, kind: 'account-security' } })).toBe(
      1,
    )
  })

  it('keeps the old one for a weak word, an old link and a newer request', async () => {
    await requestPasswordLink(email)
    const first = await tokenOf('password')
    expect(await savePasswordByLink(first, 'kort')).toMatchObject({ status: 'weak' })
    await requestPasswordLink(email)
    expect(await savePasswordByLink(first, OTHER_PASSWORD)).toEqual({ status: 'gone' })
    await db.accountLink.updateMany({ where: { userId }, data: { expiresAt: new Date() } })
    expect(await savePasswordByLink(await tokenOf('password'), OTHER_PASSWORD)).toEqual({
      status: 'gone',
    })
    expect(await holds(PASSWORD)).toBe(true)
  })

  it('sends nothing to an unknown or disabled address, and three mails an hour at most', async () => {
    const before = await db.mail.count()
    await requestPasswordLink(`${randomUUID()}@voorbeeld.nl`)
    await db.user.update({ where: { id: userId }, data: { disabledAt: new Date() } })
    await requestPasswordLink(email)
    expect(await db.mail.count()).toBe(before)
    await db.user.update({ where: { id: userId }, data: { disabledAt: null } })
    for (let time = 0; time < 5; time += 1) await requestPasswordLink(email)
    expect(await db.mail.count()).toBe(before + 2)
    const audits = await db.auditEvent.groupBy({
      by: ['result'],
      where: { action: 'user.requestPassword', at: { gte: new Date(Date.now() - 60_000) } },
      _count: true,
    })
    expect(audits.map(({ result }) => result).toSorted()).toEqual(['ok', 'refused'])
  })
})

describe('a new address', () => {
  const fresh = () => `${randomUUID()}@voorbeeld.nl`

  it('counts when both mailboxes confirm, also at once', async () => {
    const next = fresh()
    expect(await requestAddressChange(userId, { email: next, password: PASSWORD })).toEqual({
      status: 'ok',
    })
    const [atNew, atOld] = [await tokenOf('email_new'), await tokenOf('email_old')]
    const outcomes = await Promise.all([confirmAddress(atNew), confirmAddress(atOld)])
    expect(outcomes.toSorted()).toEqual(['done', 'half'])
    expect(await db.user.findUniqueOrThrow({ where: { id: userId } })).toMatchObject({
      email: next,
    })
    expect(await confirmAddress(atNew)).toBe('gone')
  })

  it('waits for the other half and shows which', async () => {
    const next = fresh()
    await requestAddressChange(userId, { email: next, password: PASSWORD })
    expect(await confirmAddress(await tokenOf('email_new'))).toBe('half')
    expect(await getAddressChange(userId, new Date())).toEqual({
      email: next,
      confirmed: ['email_new'],
    })
    expect((await db.user.findUniqueOrThrow({ where: { id: userId } })).email).toBe(email)
  })

  it('counts no more after a new password, also when one half was confirmed', async () => {
    await requestAddressChange(userId, { email: fresh(), password: PASSWORD })
    const atOld = await tokenOf('email_old')
    expect(await confirmAddress(await tokenOf('email_new'))).toBe('half')
    await requestPasswordLink(email)
    expect(await savePasswordByLink(await tokenOf('password'), OTHER_PASSWORD)).toEqual({
      status: 'ok',
    })
    expect(await confirmAddress(atOld)).toBe('gone')
    expect((await db.user.findUniqueOrThrow({ where: { id: userId } })).email).toBe(email)
  })

  it('asks for the password and answers the same for an address that is taken', async () => {
    const { email: taken } = await createAccount(db)
    expect(await requestAddressChange(userId, { email: taken, password: 'anders' })).toEqual({
      status: 'wrongPassword',
    })
    expect(await requestAddressChange(userId, { email: taken, password: PASSWORD })).toEqual({
      status: 'ok',
    })
    const mail = await db.mail.findFirstOrThrow({ where: { toAddress: taken } })
    expect(mail.path).toBe('/inloggen')
    await confirmAddress(await tokenOf('email_old'))
    expect(await confirmAddress(await tokenOf('email_new'))).toBe('taken')
    expect((await db.user.findUniqueOrThrow({ where: { id: userId } })).email).toBe(email)
  })
})
