import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import type { AuditAction } from '@/lib/base/audit/types'
import { db, type Transaction } from '@/lib/base/db/db'
import { endSessions } from '@/lib/people/accounts/sessions.mutations'
import { tellOwner } from './mails.mutations'
import { lockAccount } from './mutations'
import { RESET_MS } from './rules'

export type ResetOutcome =
  | 'ok'
  /** This person has no second factor, or no account. */
  | 'none'
  /** There is no request, it expired, or it is one's own. */
  | 'gone'

const factorsOf = async (tx: Transaction, userId: string) =>
  (await tx.totpSecret.count({ where: { userId, secret: { not: null } } })) +
  (await tx.passkey.count({ where: { userId } }))

/** Asks another administrator to take someone's second factor away. The person is told. */
export async function requestReset(actorId: string, userId: string): Promise<ResetOutcome> {
  if (actorId === userId) return 'gone'
  return db.$transaction(async (tx): Promise<ResetOutcome> => {
    await lockAccount(tx, userId)
    if ((await factorsOf(tx, userId)) === 0) return 'none'
    const now = new Date()
    await tx.factorReset.deleteMany({ where: { userId, expiresAt: { lte: now } } })
    const { count } = await tx.factorReset.createMany({
      data: [
        {
          userId,
          requestedById: actorId,
          requestedAt: now,
          expiresAt: new Date(now.getTime() + RESET_MS),
        },
      ],
      skipDuplicates: true,
    })
    // Asked already: the request that is there counts.
    if (count === 0) return 'ok'
    await tellOwner(tx, userId, { about: 'resetAsked' })
    await saveReset(tx, actorId, userId, 'factor.requestReset')
    return 'ok'
  })
}

/** Takes someone's second factor away, as another administrator asked. Ends their sessions. */
export async function confirmReset(actorId: string, userId: string): Promise<ResetOutcome> {
  if (actorId === userId) return 'gone'
  return db.$transaction(async (tx): Promise<ResetOutcome> => {
    await lockAccount(tx, userId)
    const { count } = await tx.factorReset.deleteMany({
      where: { userId, requestedById: { not: actorId }, expiresAt: { gt: new Date() } },
    })
    if (count !== 1) return 'gone'
    await takeFactors(tx, actorId, userId)
    return 'ok'
  })
}

/** Withdraws a request that waits. False when there is none. */
export async function withdrawReset(actorId: string, userId: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.factorReset.deleteMany({ where: { userId } })
    if (count === 1) await saveReset(tx, actorId, userId, 'factor.withdrawReset')
    return count === 1
  })
}

/** From the command line, for who administers alone and lost everything. */
export async function resetFromConsole(email: string): Promise<ResetOutcome> {
  return db.$transaction(async (tx): Promise<ResetOutcome> => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } })
    if (!user) return 'none'
    await lockAccount(tx, user.id)
    if ((await factorsOf(tx, user.id)) === 0) return 'none'
    await takeFactors(tx, null, user.id)
    return 'ok'
  })
}

async function takeFactors(tx: Transaction, actorId: string | null, userId: string): Promise<void> {
  await tx.totpSecret.deleteMany({ where: { userId } })
  await tx.passkey.deleteMany({ where: { userId } })
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.user.update({
    where: { id: userId },
    data: { sessionVersion: { increment: 1 } },
    select: { id: true },
  })
  const ended = await endSessions(tx, userId)
  await tellOwner(tx, userId, { about: 'resetDone' })
  await saveReset(tx, actorId, userId, 'factor.reset', ended)
}

const saveReset = (
  tx: Transaction,
  actorId: string | null,
  userId: string,
  action: AuditAction,
  ended = 0,
) =>
  saveAuditEvent(tx, {
    actorId,
    action,
    objectType: 'user',
    objectId: userId,
    detail: action === 'factor.reset' ? { ended, by: actorId === null ? 'console' : 'desk' } : {},
  })
