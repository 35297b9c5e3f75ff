import 'server-only'
import { daysBefore } from '@/lib/base/text/calendar'
import { randomUUID } from 'node:crypto'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import type { MembershipRole } from '@/lib/people/accounts/types'
import { notifyPeople } from '@/lib/people/follows/mutations'
import { inviteOne } from '@/lib/people/invitations/mutations'
import { queueAddressMail } from '@/lib/people/messages/mutations'
import { listDeciders } from './data'
import { refusedEmail, requestedEmail } from './rules'
import type { NewAccessRequest } from './types'

/**
 * Saves a request and tells whoever decides. An open one stays as it is: whoever asks has not proven
 * the address. Returns its id.
 */
export async function saveAccessRequest(request: NewAccessRequest): Promise<string> {
  const { email, name, organisationId, organisationName, role, reason } = request
  return db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ id: string; fresh: boolean }[]>`
      INSERT INTO access_request (id, email, name, organisation_id, organisation_name, role, reason)
      VALUES (
        ${randomUUID()}::uuid, ${email}, ${name}, ${organisationId}::uuid, ${organisationName},
        ${role}::membership_role, ${reason}
      )
      ON CONFLICT (email, coalesce(organisation_id::text, lower(organisation_name)))
      WHERE state = 'open'
      DO UPDATE SET email = excluded.email
      RETURNING id::text, xmax = 0 AS fresh`
    if (!row) throw new AppError('CONFLICT')
    if (row.fresh) await tellDeciders(tx, row.id, request)
    await saveAuditEvent(tx, {
      actorId: null,
      action: 'access.request',
      objectType: 'access_request',
      objectId: row.id,
    })
    return row.id
  })
}

async function tellDeciders(
  tx: Transaction,
  id: string,
  { name, organisationId, organisationName }: NewAccessRequest,
): Promise<void> {
  const deciders = await listDeciders(tx, organisationId)
  const path = pagePath('/workspace/admin/requests')
  const organisation =
    organisationId === null
      ? organisationName
      : (
          await tx.organisation.findUniqueOrThrow({
            where: { id: organisationId },
            select: { name: true },
          })
        ).name
  await notifyPeople(
    tx,
    {
      kind: 'access-requested',
      key: id,
      title: `${name}, ${organisation}`,
      path,
      mail: { ...requestedEmail(), key: id },
    },
    { people: deciders, subjects: [], actorId: null },
  )
}

interface Decision {
  id: string
  actor: { id: string; name: string }
}

async function decide(
  tx: Transaction,
  { id, actor }: Decision,
  state: 'accepted' | 'refused',
  answer: string,
): Promise<{ email: string } | null> {
  const [row] = await tx.accessRequest.updateManyAndReturn({
    where: { id, state: 'open' },
    data: { state, answer, decidedById: actor.id, decidedAt: new Date() },
    select: { email: true },
  })
  if (!row) return null
  await saveAuditEvent(tx, {
    actorId: actor.id,
    action: state === 'accepted' ? 'access.accept' : 'access.refuse',
    objectType: 'access_request',
    objectId: id,
  })
  return row
}

/** Accepts a request by inviting its address. False when it was decided already. */
export async function acceptRequest(
  decision: Decision,
  offered: { organisationId: string; role: MembershipRole },
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const row = await decide(tx, decision, 'accepted', '')
    if (!row) return false
    const { actor } = decision
    const invitation = { email: row.email, offered: { ...offered, platformRole: null } }
    await inviteOne(tx, invitation, actor.id, actor.name)
    return true
  })
}

/** Refuses a request and mails the reason. False when it was decided already. */
export async function refuseRequest(decision: Decision, reason: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const row = await decide(tx, decision, 'refused', reason)
    if (!row) return false
    await queueAddressMail(tx, {
      address: row.email,
      kind: 'access-answered',
      key: decision.id,
      ...refusedEmail(reason),
      path: pagePath('/'),
    })
    return true
  })
}

/** Deletes requests that were decided more than `days` ago. Returns how many. */
export async function deleteOldRequests(now: Date, days: number): Promise<number> {
  const before = daysBefore(now, days)
  return (
    await db.accessRequest.deleteMany({
      where: { OR: [{ decidedAt: { lt: before } }, { createdAt: { lt: before } }] },
    })
  ).count
}
