import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import type { AuditAction } from '@/lib/base/audit/types'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { hashPassword, verifyPassword } from '@/lib/base/security/password-hash'
import { createLimit } from '@/lib/base/http/rate-limit'
import { findPasswordProblem } from './passwords.data'
import { FRESH_SIGN_IN_MS, type PasswordProblem } from './rules'
import { createSession, endLinks, endSessions, type NewSession } from './sessions.mutations'

export const QUARTER_SECONDS = 15 * 60
const passwordLimit = createLimit({
  name: 'password-change',
  points: 10,
  windowSeconds: QUARTER_SECONDS,
})

export type PasswordRefusal =
  { status: 'wrongPassword' } | { status: 'limited'; retryAfterSeconds: number }

/** Asks for the password again before a sensitive act: an error, or null when it is right. */
export async function refusePassword(
  actorId: string,
  {
    passwordHash,
    typed,
    action,
  }: { passwordHash: string | null; typed: string; action: AuditAction },
): Promise<PasswordRefusal | null> {
  const allowance = await passwordLimit.consume(actorId)
  if (!allowance.allowed)
    return { status: 'limited', retryAfterSeconds: allowance.retryAfterSeconds }
  if (await verifyPassword(passwordHash, typed)) {
    await passwordLimit.reset(actorId)
    return null
  }
  await db.$transaction((tx) =>
    saveAuditEvent(tx, {
      actorId,
      action,
      objectType: 'user',
      objectId: actorId,
      result: 'refused',
    }),
  )
  return { status: 'wrongPassword' }
}

export type OwnerRefusal = PasswordRefusal | { status: 'signInAgain' }

/**
 * Asks the owner to prove who they are before a sensitive act: by the password, or for an account
 * without one by a sign-in of the last quarter of an hour. Null when fine.
 */
export async function refuseOwner(
  { userId, sessionId }: { userId: string; sessionId: string },
  typed: string,
  action: AuditAction,
): Promise<OwnerRefusal | null> {
  const session = await db.userSession.findUnique({
    where: { id: sessionId, userId },
    select: { createdAt: true, user: { select: { passwordHash: true } } },
  })
  if (!session) throw new AppError('NOT_FOUND')
  const { passwordHash } = session.user
  if (passwordHash !== null) return refusePassword(userId, { passwordHash, typed, action })
  const isFresh = Date.now() - session.createdAt.getTime() < FRESH_SIGN_IN_MS
  return isFresh ? null : { status: 'signInAgain' }
}

export type PasswordOutcome =
  ({ status: 'ok' } & NewSession) | { status: 'weak'; problem: PasswordProblem } | PasswordRefusal

/**
 * Saves a new password, ends all sessions and starts a new one for this device.
 * @throws AppError NOT_FOUND when the account is gone or disabled
 */
export async function savePassword(
  actorId: string,
  input: { currentPassword: string; newPassword: string; device: string },
): Promise<PasswordOutcome> {
  const user = await db.user.findUnique({
    where: { id: actorId, disabledAt: null },
    select: {
      email: true,
      name: true,
      passwordHash: true,
      memberships: { select: { organisation: { select: { name: true } } }, take: 100 },
    },
  })
  if (!user) throw new AppError('NOT_FOUND')
  const refusal = await refusePassword(actorId, {
    passwordHash: user.passwordHash,
    typed: input.currentPassword,
    action: 'user.changePassword',
  })
  if (refusal) return refusal
  const problem = await findPasswordProblem(input.newPassword, [
    user.name,
    user.email,
    ...user.memberships.map(({ organisation }) => organisation.name),
  ])
  if (problem) return { status: 'weak', problem }
  const passwordHash = await hashPassword(input.newPassword)
  return db.$transaction(async (tx) => {
    const [changed] = await tx.user.updateManyAndReturn({
      where: { id: actorId, disabledAt: null, passwordHash: user.passwordHash },
      data: { passwordHash, sessionVersion: { increment: 1 } },
      select: { sessionVersion: true },
    })
    if (!changed) throw new AppError('CONFLICT')
    const ended = await endSessions(tx, actorId)
    await endLinks(tx, actorId)
    const session = {
      ...(await createSession(tx, actorId, input.device, new Date(), 'complete')),
      ...changed,
    }
    await saveAuditEvent(tx, {
      actorId,
      action: 'user.changePassword',
      objectType: 'user',
      objectId: actorId,
      detail: { ended },
    })
    return { status: 'ok', ...session }
  })
}

/**
 * The enabled administrators, locked until the end of the transaction. Counted after the lock, so
 * that of several who go at once the later ones see the earlier.
 */
export async function lockAdministrators(tx: Transaction): Promise<string[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('administrators'))`
  const rows = await tx.platformRole.findMany({
    where: { role: 'administrator', user: { disabledAt: null } },
    select: { userId: true },
    orderBy: { userId: 'asc' },
    take: 1_000,
  })
  return rows.map(({ userId }) => userId)
}

export type LeaveOutcome =
  { status: 'ok' } | { status: 'lastAdministrator' } | { status: 'example' } | OwnerRefusal

/**
 * Deletes an account and everything that is only about this person. Their texts stay under the
 * organisation's name, submitted assessments stay anonymously. Example accounts and the last
 * administrator cannot leave.
 * @throws AppError NOT_FOUND when the account is gone or disabled
 */
export async function deleteAccount(
  actorId: string,
  password: string,
  sessionId: string | null = null,
): Promise<LeaveOutcome> {
  const user = await db.user.findUnique({
    where: { id: actorId, disabledAt: null },
    select: { email: true, passwordHash: true, isExample: true },
  })
  if (!user) throw new AppError('NOT_FOUND')
  const { passwordHash, isExample } = user
  const refusal =
    passwordHash === null && sessionId !== null
      ? await refuseOwner({ userId: actorId, sessionId }, password, 'user.delete')
      : await refusePassword(actorId, { passwordHash, typed: password, action: 'user.delete' })
  if (refusal) return refusal
  if (isExample) return { status: 'example' }
  return db.$transaction(async (tx): Promise<LeaveOutcome> => {
    const administrators = await lockAdministrators(tx)
    if (administrators.length === 1 && administrators[0] === actorId)
      return { status: 'lastAdministrator' }
    await tx.invitation.deleteMany({
      where: { OR: [{ email: user.email }, { invitedById: actorId, acceptedAt: null }] },
    })
    await tx.mail.deleteMany({
      where: {
        toAddress: user.email,
        OR: [{ kind: { startsWith: 'account-' } }, { kind: { startsWith: 'enquiry-' } }],
      },
    })
    await tx.mailRefusal.deleteMany({ where: { address: user.email } })
    await tx.accessRequest.deleteMany({ where: { email: user.email } })
    await tx.enquiry.deleteMany({ where: { email: user.email } })
    await tx.$executeRaw`SELECT forget_account(${actorId}::uuid)`
    await saveAuditEvent(tx, {
      actorId: null,
      action: 'user.delete',
      objectType: 'user',
      objectId: actorId,
    })
    return { status: 'ok' }
  })
}

/**
 * Creates the first administrator of an installation.
 * @throws AppError CONFLICT when the address already has an account
 */
export async function saveAdministrator(input: {
  email: string
  name: string
  password: string
}): Promise<{ userId: string } | { problem: PasswordProblem }> {
  const problem = await findPasswordProblem(input.password, [input.name, input.email])
  if (problem) return { problem }
  const passwordHash = await hashPassword(input.password)
  return db.$transaction(async (tx) => {
    const { count } = await tx.user.createMany({
      data: { email: input.email, name: input.name, passwordHash },
      skipDuplicates: true,
    })
    if (count !== 1) throw new AppError('CONFLICT')
    const { id } = await tx.user.findUniqueOrThrow({
      where: { email: input.email },
      select: { id: true },
    })
    await tx.platformRole.create({
      data: { userId: id, role: 'administrator' },
      select: { userId: true },
    })
    await saveAuditEvent(tx, {
      actorId: null,
      action: 'user.createAdministrator',
      objectType: 'user',
      objectId: id,
    })
    return { userId: id }
  })
}

/** Replaces someone's expertise. False, without changes, for an unknown term. */
export async function saveExpertise(
  userId: string,
  { groups, sectors }: { groups: readonly string[]; sectors: readonly string[] },
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const terms = await tx.term.findMany({
      where: {
        OR: [
          { vocabulary: 'target_group', slug: { in: [...groups] } },
          { vocabulary: 'sector', slug: { in: [...sectors] } },
        ],
      },
      select: { id: true, replacedById: true },
      orderBy: { id: 'asc' },
      take: 200,
    })
    const termIds = [...new Set(terms.map(({ id, replacedById }) => replacedById ?? id))]
    if (terms.length !== new Set(groups).size + new Set(sectors).size) return false
    await tx.userExpertise.deleteMany({ where: { userId } })
    await tx.userExpertise.createMany({ data: termIds.map((termId) => ({ userId, termId })) })
    await saveAuditEvent(tx, {
      actorId: userId,
      action: 'user.expertise',
      objectType: 'user',
      objectId: userId,
      detail: { words: termIds.length },
    })
    return true
  })
}
