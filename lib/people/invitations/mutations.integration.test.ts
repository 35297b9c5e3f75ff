import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import type { OfferedRole } from './types'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
process.env.NEXTAUTH_SECRET = 'x'.repeat(32)
const { db } = await import('@/lib/base/db/db')
const { getOpenedInvitation, invitationToken } = await import('./data')
const { resendInvitation, revokeInvitation, saveInvitations } = await import('./mutations')
const { acceptAsActor, acceptAsNewPerson } = await import('./accepting.mutations')

const PASSWORD = 'zeilboot klaver wortel gracht'
const now = new Date()

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

let inviter: { actorId: string; name: string }
let offered: OfferedRole
let email: string

beforeEach(async () => {
  email = `${randomUUID()}@voorbeeld.nl`
  const user = await db.user.create({
    data: { email: `beheer-${randomUUID()}@voorbeeld.nl`, name: 'Anja de Wit' },
    select: { id: true },
  })
  inviter = { actorId: user.id, name: 'Anja de Wit' }
  const organisation = await db.organisation.findFirstOrThrow({ where: { endsOn: null } })
  offered = { organisationId: organisation.id, role: 'editor', platformRole: null }
})

const stored = () => db.invitation.findMany({ where: { email }, orderBy: { createdAt: 'asc' } })
const mails = () => db.mail.findMany({ where: { toAddress: email }, orderBy: { createdAt: 'asc' } })
const tokenOf = async () => {
  const [row] = await stored()
  return invitationToken(row!.id, row!.sentAt)
}
const accept = (token: string, change: { password?: string; name?: string } = {}) =>
  acceptAsNewPerson({
    token,
    name: 'Bo Bakker',
    password: PASSWORD,
    constituency: null,
    device: 'Firefox, Windows',
    ...change,
  })

describe('inviting', () => {
  it('queues one mail with a link, without telling whether the address is known', async () => {
    await db.user.create({ data: { email, name: 'Bekend' } })
    expect(await saveInvitations(inviter, [{ email, offered }])).toBe(1)
    const [mail] = await mails()
    expect(mail).toMatchObject({ kind: 'account-invitation', recipientId: null })
    expect(mail?.path).toContain('/uitnodiging?token=')
    expect(await getOpenedInvitation(await tokenOf(), now)).toMatchObject({
      state: 'open',
      hasAccount: true,
    })
  })

  it('twice, and by two people at once, leaves one invitation whose latest link works', async () => {
    await saveInvitations(inviter, [{ email, offered }])
    const first = await tokenOf()
    await Promise.all([
      saveInvitations(inviter, [{ email, offered }]),
      saveInvitations(inviter, [{ email, offered }]),
    ])
    expect(await stored()).toHaveLength(1)
    expect(await getOpenedInvitation(first, now)).toMatchObject({ state: 'withdrawn' })
    expect(await getOpenedInvitation(await tokenOf(), now)).toMatchObject({ state: 'open' })
  })

  it('sends again and withdraws', async () => {
    await saveInvitations(inviter, [{ email, offered }])
    const { id } = (await stored())[0]!
    expect(await resendInvitation(inviter, id)).toBe(true)
    expect(await mails()).toHaveLength(2)
    expect(await revokeInvitation(inviter.actorId, id)).toBe(true)
    expect(await revokeInvitation(inviter.actorId, id)).toBe(false)
    expect(await resendInvitation(inviter, id)).toBe(false)
  })
})

describe('accepting', () => {
  it('makes one account with the role, signs in, and tells the inviter', async () => {
    await saveInvitations(inviter, [{ email, offered }])
    const token = await tokenOf()
    const outcomes = await Promise.all([accept(token), accept(token)])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['exists', 'ok'])
    const user = await db.user.findUniqueOrThrow({
      where: { email },
      include: { memberships: true, sessions: true },
    })
    expect(user).toMatchObject({
      name: 'Bo Bakker',
      memberships: [{ role: 'editor', organisationId: offered.organisationId }],
    })
    expect(user.sessions).toHaveLength(1)
    expect(
      await db.notification.count({
        where: { userId: inviter.actorId, kind: 'invitation-accepted' },
      }),
    ).toBe(1)
    expect(await accept(token)).toEqual({ status: 'gone' })
  })

  it('refuses a weak password, a missing constituency, and a link that is no longer right', async () => {
    const assessor: OfferedRole = { ...offered, role: 'assessor' } as OfferedRole
    await saveInvitations(inviter, [{ email, offered: assessor }])
    const token = await tokenOf()
    expect(await accept(token)).toEqual({ status: 'constituency' })
    expect(await accept('geen.token')).toEqual({ status: 'gone' })
    await db.invitation.updateMany({ where: { email }, data: { expiresAt: now } })
    expect(await accept(token)).toEqual({ status: 'gone' })
    expect(await db.user.count({ where: { email } })).toBe(0)
  })

  it('refuses a password of words that anyone would try', async () => {
    await saveInvitations(inviter, [{ email, offered }])
    expect(await accept(await tokenOf(), { password: 'praktijkbank2026' })).toMatchObject({
      status: 'weak',
    })
  })

  it('lets nobody publish whose own region is not known', async () => {
    const moderator = { organisationId: null, role: null, platformRole: 'moderator' } as const
    await saveInvitations(inviter, [{ email, offered: moderator }])
    expect(await accept(await tokenOf())).toEqual({ status: 'region' })
    const { id: userId } = await db.user.create({ data: { email, name: 'Bekend' } })
    const actor = { userId, email, constituency: null }
    const input = { token: await tokenOf(), constituency: null }
    expect(await acceptAsActor(actor, input)).toBe('region')
    const { id: organisationId } = await db.organisation.findFirstOrThrow({
      where: { regionId: { not: null } },
    })
    await db.membership.create({ data: { userId, organisationId, role: 'editor' } })
    expect(await acceptAsActor(actor, input)).toBe('ok')
  })

  it('adds the role to the account of this address, and to no other', async () => {
    const known = await db.user.create({ data: { email, name: 'Bekend' } })
    await saveInvitations(inviter, [{ email, offered }])
    const token = await tokenOf()
    const actor = { userId: known.id, email, constituency: null }
    const input = { token, constituency: null }
    expect(await acceptAsActor({ ...actor, email: 'ander@voorbeeld.nl' }, input)).toBe('other')
    expect(await acceptAsActor(actor, input)).toBe('ok')
    expect(await acceptAsActor(actor, input)).toBe('gone')
    expect(await db.membership.count({ where: { userId: known.id, role: 'editor' } })).toBe(1)
    expect(await db.user.count({ where: { email } })).toBe(1)
  })
})
