import 'server-only'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { hashPassword } from '@/lib/base/security/password-hash'
import { findPasswordProblem } from '@/lib/people/accounts/passwords.data'
import type { PasswordProblem } from '@/lib/people/accounts/rules'
import { createSession, type NewSession } from '@/lib/people/accounts/sessions.mutations'
import type { Actor, Constituency } from '@/lib/people/accounts/types'
import { notifyPeople } from '@/lib/people/follows/mutations'
import { findInvitation, hasOwnRegion } from './data'
import { asksConstituency, invitationState, offeredRole } from './rules'
import type { OfferedRole } from './types'

/**
 * Gives a role; having it already is fine. A role that came from a group of a provider is then given
 * by hand, and stays when the group goes. The caller writes the audit row.
 */
export async function grantRole(
  tx: Transaction,
  userId: string,
  offered: OfferedRole,
): Promise<void> {
  const data = { fromProvider: false }
  if (offered.organisationId === null) {
    const row = { userId, role: offered.platformRole }
    await tx.platformRole.createMany({ data: [row], skipDuplicates: true })
    await tx.platformRole.updateMany({ where: row, data })
  } else {
    const row = { userId, organisationId: offered.organisationId, role: offered.role }
    await tx.membership.createMany({ data: [row], skipDuplicates: true })
    await tx.membership.updateMany({ where: row, data })
  }
}

type Found = NonNullable<Awaited<ReturnType<typeof findInvitation>>>

/** Marks the invitation as used, unless someone was first or a newer link was sent. */
async function useInvitation(
  tx: Transaction,
  { id, sentAt }: Found,
  userId: string,
  now: Date,
): Promise<boolean> {
  const rows = await tx.invitation.updateManyAndReturn({
    where: { id, sentAt, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now },
    select: { invitedById: true, email: true, organisation: { select: { name: true } } },
  })
  const [used] = rows
  if (!used) return false
  await saveAuditEvent(tx, {
    actorId: userId,
    action: 'invitation.accept',
    objectType: 'invitation',
    objectId: id,
  })
  const { name } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { name: true },
  })
  if (used.invitedById !== null)
    await notifyPeople(
      tx,
      {
        kind: 'invitation-accepted',
        key: id,
        title: used.organisation === null ? name : `${name}, ${used.organisation.name}`,
        path: pagePath('/workspace/admin/people'),
      },
      { people: [used.invitedById], subjects: [], actorId: userId },
    )
  return true
}

export type AcceptOutcome =
  | ({ status: 'ok' } & NewSession)
  | { status: 'weak'; problem: PasswordProblem }
  /** The link does not work any more, or the address has an account by now. */
  | { status: 'gone' | 'exists' | 'constituency' | 'region' }

interface NewPerson {
  token: string
  name: string
  password: string
  constituency: Constituency | null
  device: string
}

/** Makes the account that an invitation offers, with its role, and signs it in on this device. */
export async function acceptAsNewPerson(input: NewPerson): Promise<AcceptOutcome> {
  const now = new Date()
  const found = await findInvitation(input.token)
  const offered = found && offeredRole(found)
  if (!found || !offered || invitationState(found, now) !== 'open') return { status: 'gone' }
  if (asksConstituency(offered.role ?? offered.platformRole) && input.constituency === null)
    return { status: 'constituency' }
  // A new person belongs nowhere yet, so the own region is not known.
  if (offered.platformRole === 'moderator') return { status: 'region' }
  const problem = await findPasswordProblem(input.password, [
    input.name,
    found.email,
    found.organisation?.name ?? '',
  ])
  if (problem) return { status: 'weak', problem }
  const passwordHash = await hashPassword(input.password)
  return db
    .$transaction(async (tx): Promise<AcceptOutcome> => {
      const [user] = await tx.user.createManyAndReturn({
        data: [
          {
            email: found.email,
            name: input.name,
            passwordHash,
            constituency: input.constituency,
          },
        ],
        skipDuplicates: true,
        select: { id: true, sessionVersion: true },
      })
      if (!user) return { status: 'exists' }
      await grantRole(tx, user.id, offered)
      if (!(await useInvitation(tx, found, user.id, now))) throw new InvitationGone()
      await saveAuditEvent(tx, {
        actorId: user.id,
        action: 'user.create',
        objectType: 'user',
        objectId: user.id,
      })
      const session = await createSession(tx, user.id, input.device, now)
      return { status: 'ok', ...session, sessionVersion: user.sessionVersion }
    })
    .catch((error: unknown): AcceptOutcome => {
      if (error instanceof InvitationGone) return { status: 'gone' }
      throw error
    })
}

/** Rolls the new account back: the invitation was used while the form was open. */
class InvitationGone extends Error {}

/** Gives the signed-in person the role that an invitation to their address offers. */
export async function acceptAsActor(
  actor: Pick<Actor, 'userId' | 'email' | 'constituency'>,
  input: { token: string; constituency: Constituency | null },
): Promise<'ok' | 'gone' | 'other' | 'constituency' | 'region'> {
  const now = new Date()
  return db.$transaction(async (tx) => {
    const found = await findInvitation(input.token, tx)
    const offered = found && offeredRole(found)
    if (!found || !offered || invitationState(found, now) !== 'open') return 'gone'
    if (found.email !== actor.email) return 'other'
    if (offered.platformRole === 'moderator' && !(await hasOwnRegion(actor.email))) return 'region'
    const isAsked =
      actor.constituency === null && asksConstituency(offered.role ?? offered.platformRole)
    if (isAsked && input.constituency === null) return 'constituency'
    if (!(await useInvitation(tx, found, actor.userId, now))) return 'gone'
    await grantRole(tx, actor.userId, offered)
    if (isAsked)
      await tx.user.update({
        where: { id: actor.userId },
        data: { constituency: input.constituency },
        select: { id: true },
      })
    return 'ok'
  })
}
