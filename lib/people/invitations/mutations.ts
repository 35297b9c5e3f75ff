import 'server-only'
import { daysBefore } from '@/lib/base/text/calendar'
import { randomUUID } from 'node:crypto'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { once, type Sender } from '@/lib/base/http/submission'
import { AppError } from '@/lib/base/runtime/errors'
import { queueAddressMail } from '@/lib/people/messages/mutations'
import { roleWords } from '@/lib/people/accounts/roles.rules'
import { invitationToken } from './data'
import { invitationEmail, invitationEnd, offeredRole } from './rules'
import type { NewInvitation, OfferedRole } from './types'

interface Inviter extends Sender {
  name: string
}

async function sendLink(
  tx: Transaction,
  invitation: { id: string; email: string; offered: OfferedRole; sentAt: Date; expiresAt: Date },
  inviter: string | null,
): Promise<void> {
  const { id, email, offered, sentAt, expiresAt } = invitation
  const organisation =
    offered.organisationId === null
      ? null
      : await tx.organisation.findUniqueOrThrow({
          where: { id: offered.organisationId },
          select: { name: true },
        })
  const role = roleWords(offered.role ?? offered.platformRole, organisation?.name ?? null)
  await queueAddressMail(tx, {
    address: email,
    kind: 'account-invitation',
    key: `${id} ${sentAt.toISOString()}`,
    ...invitationEmail({ role, inviter, expiresAt }),
    path: `${pagePath('/invitation')}?token=${invitationToken(id, sentAt)}`,
  })
}

/** Makes the open invitation of an address and role, or renews it. Returns its id. */
async function upsertInvitation(
  tx: Transaction,
  { email, offered }: NewInvitation,
  actorId: string | null,
  sentAt: Date,
): Promise<string> {
  const expiresAt = invitationEnd(sentAt)
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO invitation (
      id, email, organisation_id, role, platform_role, invited_by_id, sent_at, expires_at
    )
    VALUES (
      ${randomUUID()}::uuid, ${email}, ${offered.organisationId}::uuid,
      ${offered.role}::membership_role, ${offered.platformRole}::platform_role_name,
      ${actorId}::uuid, ${sentAt}, ${expiresAt}
    )
    ON CONFLICT (email, organisation_id, role, platform_role)
    WHERE accepted_at IS NULL AND revoked_at IS NULL
    DO UPDATE SET
      invited_by_id = excluded.invited_by_id,
      sent_at = excluded.sent_at,
      expires_at = excluded.expires_at
    RETURNING id::text`
  if (!row) throw new AppError('CONFLICT')
  return row.id
}

/**
 * Invites these addresses in one transaction, or sends those with an open invitation a new link.
 * Returns how many mails were queued.
 */
export async function saveInvitations(
  { name, ...sender }: Inviter,
  invitations: readonly NewInvitation[],
): Promise<number> {
  return once(
    sender,
    async (tx) => {
      for (const invitation of invitations) await inviteOne(tx, invitation, sender.actorId, name)
      return invitations.length
    },
    { timeout: 30_000 },
  )
}

/** The same for one address inside another transaction, such as an accepted request. */
export async function inviteOne(
  tx: Transaction,
  invitation: NewInvitation,
  actorId: string,
  inviter: string,
): Promise<void> {
  const sentAt = new Date()
  const id = await upsertInvitation(tx, invitation, actorId, sentAt)
  await sendLink(tx, { id, ...invitation, sentAt, expiresAt: invitationEnd(sentAt) }, inviter)
  await saveAuditEvent(tx, {
    actorId,
    action: 'invitation.send',
    objectType: 'invitation',
    objectId: id,
    detail: {
      organisationId: invitation.offered.organisationId,
      role: invitation.offered.role ?? invitation.offered.platformRole,
    },
  })
}

/** Sends a new link for an open invitation; the older link ends. False when there is none. */
export async function resendInvitation({ name, ...sender }: Inviter, id: string): Promise<boolean> {
  return once(sender, async (tx) => {
    const row = await tx.invitation.findUnique({
      where: { id, acceptedAt: null, revokedAt: null },
      select: { email: true, organisationId: true, role: true, platformRole: true },
    })
    const offered = row && offeredRole(row)
    if (!row || !offered) return false
    await inviteOne(tx, { email: row.email, offered }, sender.actorId, name)
    return true
  })
}

/** Ends an open invitation. False when there is none. */
export async function revokeInvitation(actorId: string, id: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count > 0)
      await saveAuditEvent(tx, {
        actorId,
        action: 'invitation.revoke',
        objectType: 'invitation',
        objectId: id,
      })
    return count > 0
  })
}

/** Deletes invitations that ended more than `days` ago. Returns how many. */
export async function deleteOldInvitations(now: Date, days: number): Promise<number> {
  const before = daysBefore(now, days)
  return (await db.invitation.deleteMany({ where: { expiresAt: { lt: before } } })).count
}
