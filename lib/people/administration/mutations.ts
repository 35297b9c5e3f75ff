import 'server-only'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { roleWords } from '@/lib/people/accounts/roles.rules'
import { lockAdministrators } from '@/lib/people/accounts/mutations'
import { endLinks, endSessions } from '@/lib/people/accounts/sessions.mutations'
import type { MembershipRole, PlatformRoleName } from '@/lib/people/accounts/types'
import { grantRole } from '@/lib/people/invitations/accepting.mutations'
import { queueMail } from '@/lib/people/messages/mutations'
import { mayLoseAdministrator } from './rules'

interface MembershipKey {
  userId: string
  organisationId: string
  role: MembershipRole
}

async function tellRole(
  tx: Transaction,
  userId: string,
  { before, after }: { before: string | null; after: string | null },
): Promise<void> {
  const text =
    after === null
      ? `U bent geen ${before ?? ''} meer op de Praktijkbank.`
      : before === null
        ? `U bent nu ${after} op de Praktijkbank.`
        : `U was ${before} op de Praktijkbank. U bent nu ${after}.`
  await queueMail(tx, {
    recipientId: userId,
    kind: 'account-role',
    key: `${userId} ${new Date().toISOString()}`,
    subject: 'Uw rol op de Praktijkbank is veranderd',
    text: `${text}\n\nKlopt dat niet? Vraag het dan aan wie in uw organisatie de mensen beheert.`,
    path: pagePath('/workspace/account'),
  })
}

const organisationName = async (tx: Transaction, id: string) =>
  (await tx.organisation.findUniqueOrThrow({ where: { id }, select: { name: true } })).name

/** Ends the open invitations that someone sent, in one organisation or everywhere. */
async function revokeSent(
  tx: Transaction,
  invitedById: string,
  organisationId?: string,
): Promise<void> {
  await tx.invitation.updateMany({
    where: {
      invitedById,
      acceptedAt: null,
      revokedAt: null,
      ...(organisationId !== undefined && { organisationId }),
    },
    data: { revokedAt: new Date() },
  })
}

/** Gives someone another role in the same organisation. False when the old role is gone. */
export async function changeRole(
  actorId: string,
  { newRole, ...key }: MembershipKey & { newRole: MembershipRole },
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.membership.deleteMany({ where: key })
    if (count !== 1) return false
    const { userId, organisationId } = key
    await grantRole(tx, userId, { organisationId, role: newRole, platformRole: null })
    if (key.role === 'manager') await revokeSent(tx, userId, organisationId)
    const name = await organisationName(tx, key.organisationId)
    await tellRole(tx, key.userId, {
      before: roleWords(key.role, name),
      after: roleWords(newRole, name),
    })
    await saveAuditEvent(tx, {
      actorId,
      action: 'membership.change',
      objectType: 'user',
      objectId: key.userId,
      detail: { organisationId: key.organisationId, before: key.role, after: newRole },
    })
    return true
  })
}

/** Takes a role in an organisation away. False when it is gone. */
export async function removeRole(actorId: string, key: MembershipKey): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.membership.deleteMany({ where: key })
    if (count !== 1) return false
    if (key.role === 'manager') await revokeSent(tx, key.userId, key.organisationId)
    const name = await organisationName(tx, key.organisationId)
    await tellRole(tx, key.userId, { before: roleWords(key.role, name), after: null })
    await saveAuditEvent(tx, {
      actorId,
      action: 'membership.remove',
      objectType: 'user',
      objectId: key.userId,
      detail: { organisationId: key.organisationId, role: key.role },
    })
    return true
  })
}

async function wouldLoseAdministrator(tx: Transaction, userId: string): Promise<boolean> {
  const administrators = await lockAdministrators(tx)
  return administrators.includes(userId) && !mayLoseAdministrator(administrators.length)
}

/** Gives a role on the platform; having it already is fine. */
export async function addPlatformRole(
  actorId: string,
  { userId, role }: { userId: string; role: PlatformRoleName },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.platformRole.createMany({
      data: [{ userId, role }],
      skipDuplicates: true,
    })
    if (count === 0) return
    await tellRole(tx, userId, { before: null, after: roleWords(role, null) })
    await saveAuditEvent(tx, {
      actorId,
      action: 'platformRole.add',
      objectType: 'user',
      objectId: userId,
      detail: { role },
    })
  })
}

/** Takes a role on the platform away, except when too few administrators would be left. */
export async function removePlatformRole(
  actorId: string,
  { userId, role }: { userId: string; role: PlatformRoleName },
): Promise<'ok' | 'gone' | 'lastAdministrators'> {
  return db.$transaction(async (tx) => {
    if (role === 'administrator' && (await wouldLoseAdministrator(tx, userId)))
      return 'lastAdministrators'
    const { count } = await tx.platformRole.deleteMany({ where: { userId, role } })
    if (count !== 1) return 'gone'
    if (role === 'administrator') await revokeSent(tx, userId)
    await tellRole(tx, userId, { before: roleWords(role, null), after: null })
    await saveAuditEvent(tx, {
      actorId,
      action: 'platformRole.remove',
      objectType: 'user',
      objectId: userId,
      detail: { role },
    })
    return 'ok'
  })
}

/** Disables an account and ends its sessions, except when too few administrators would be left. */
export async function disablePerson(
  actorId: string,
  userId: string,
): Promise<'ok' | 'gone' | 'lastAdministrators'> {
  return db.$transaction(async (tx) => {
    if (await wouldLoseAdministrator(tx, userId)) return 'lastAdministrators'
    const { count } = await tx.user.updateMany({
      where: { id: userId, disabledAt: null },
      data: { disabledAt: new Date() },
    })
    if (count !== 1) return 'gone'
    await endSessions(tx, userId)
    await endLinks(tx, userId)
    await revokeSent(tx, userId)
    await saveAuditEvent(tx, {
      actorId,
      action: 'user.disable',
      objectType: 'user',
      objectId: userId,
    })
    return 'ok'
  })
}

/** Lets a disabled person sign in again. False when the account was not disabled. */
export async function enablePerson(actorId: string, userId: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, disabledAt: { not: null } },
      data: { disabledAt: null },
    })
    if (count !== 1) return false
    await saveAuditEvent(tx, {
      actorId,
      action: 'user.enable',
      objectType: 'user',
      objectId: userId,
    })
    return true
  })
}

/** Signs a person out on all devices. Returns on how many. */
export async function endAllSessions(actorId: string, userId: string): Promise<number> {
  return db.$transaction(async (tx) => {
    await tx.user.updateMany({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } })
    const ended = await endSessions(tx, userId)
    await endLinks(tx, userId)
    await saveAuditEvent(tx, {
      actorId,
      action: 'session.revokeAll',
      objectType: 'user',
      objectId: userId,
      detail: { ended },
    })
    return ended
  })
}

/**
 * Hands what someone holds for an organisation over to a colleague: adoptions, calls, meetings and
 * collections. Returns how many. The caller checks that both act for the organisation.
 */
export async function handOver(
  actorId: string,
  { userId, toId, organisationId }: { userId: string; toId: string; organisationId: string },
): Promise<number> {
  return db.$transaction(async (tx) => {
    const counts = await Promise.all([
      tx.adoption.updateMany({
        where: { holderId: userId, organisationId },
        data: { holderId: toId },
      }),
      tx.call.updateMany({
        where: { authorId: userId, organisationId },
        data: { authorId: toId },
      }),
      tx.meeting.updateMany({
        where: { authorId: userId, organisationId },
        data: { authorId: toId },
      }),
      tx.collection.updateMany({
        where: { createdById: userId, organisationId },
        data: { createdById: toId },
      }),
    ])
    const moved = counts.reduce((sum, { count }) => sum + count, 0)
    await saveAuditEvent(tx, {
      actorId,
      action: 'user.handOver',
      objectType: 'user',
      objectId: userId,
      detail: { toId, organisationId, moved },
    })
    return moved
  })
}
