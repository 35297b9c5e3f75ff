import 'server-only'
import { daysBefore } from '@/lib/base/text/calendar'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { sessionEnd } from './rules'
import { getFactorFacts, rolesWithSecondFactor } from './stage.data'
import { stageEnd, stageFor } from './stage.rules'
import type { SessionStage } from './types'

export interface NewSession {
  userId: string
  sessionId: string
  expiresAt: Date
  /** What comes next; until it is complete the session opens nothing. */
  stage: SessionStage
  /** Raising it on the account ends what was issued with it. */
  sessionVersion: number
}

/**
 * Starts a session on a device. The account's factors and roles decide its stage, unless the caller
 * knows that the second step was done. The caller writes the audit row.
 */
export async function createSession(
  tx: Transaction,
  userId: string,
  device: string,
  now: Date,
  known?: SessionStage,
): Promise<Omit<NewSession, 'sessionVersion'>> {
  const stage = known ?? stageFor(await getFactorFacts(tx, userId), await rolesWithSecondFactor())
  const expiresAt = stageEnd(stage, now, sessionEnd(now))
  const { id } = await tx.userSession.create({
    data: { userId, device, stage, createdAt: now, lastSeenAt: now, expiresAt },
    select: { id: true },
  })
  return { userId, sessionId: id, expiresAt, stage }
}

/**
 * Completes a sign-in. Returns when it ends, also when a second press completed it already; null
 * when it has ended. The caller writes the audit row.
 */
export async function completeSession(
  tx: Transaction,
  sessionId: string,
  now: Date,
): Promise<Date | null> {
  await tx.userSession.updateMany({
    where: { id: sessionId, revokedAt: null, stage: { not: 'complete' }, expiresAt: { gt: now } },
    data: { stage: 'complete', expiresAt: sessionEnd(now), lastSeenAt: now, challenge: null },
  })
  const row = await tx.userSession.findUnique({
    where: { id: sessionId, revokedAt: null, stage: 'complete' },
    select: { expiresAt: true },
  })
  return row?.expiresAt ?? null
}

/** Records the use of a session; only forward, so simultaneous requests are safe. */
export async function saveSessionSeen(sessionId: string, now: Date): Promise<void> {
  await db.userSession.updateMany({
    where: { id: sessionId, revokedAt: null, lastSeenAt: { lt: now } },
    data: { lastSeenAt: now },
  })
}

/**
 * Notes for which of their organisations someone works in this session; null for all. The caller
 * checked that it is one of theirs. False when the session is not theirs or has ended.
 */
export async function saveActingFor(
  { userId, sessionId }: { userId: string; sessionId: string },
  organisationId: string | null,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.userSession.updateMany({
      where: { id: sessionId, userId, revokedAt: null },
      data: { actingForId: organisationId },
    })
    if (count !== 1) return false
    await saveAuditEvent(tx, {
      actorId: userId,
      action: 'session.actFor',
      objectType: 'session',
      objectId: sessionId,
      detail: { organisationId: organisationId ?? '' },
    })
    return true
  })
}

/** Ends one of someone's sessions. False when it is not theirs or has ended. */
export async function revokeSession(actorId: string, sessionId: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.userSession.updateMany({
      where: { id: sessionId, userId: actorId, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count !== 1) return false
    await saveAuditEvent(tx, {
      actorId,
      action: 'session.revoke',
      objectType: 'session',
      objectId: sessionId,
    })
    return true
  })
}

/** Ends all sessions of this person and their known devices. Returns how many ended. */
export async function revokeAllSessions(actorId: string): Promise<number> {
  return db.$transaction(async (tx) => {
    await tx.user.updateMany({ where: { id: actorId }, data: { sessionVersion: { increment: 1 } } })
    const ended = await endSessions(tx, actorId)
    await saveAuditEvent(tx, {
      actorId,
      action: 'session.revokeAll',
      objectType: 'user',
      objectId: actorId,
      detail: { ended },
    })
    return ended
  })
}

/**
 * Ends the links by mail of an account, also a half of a change of address that was confirmed: what
 * was asked before a new password or address no longer counts. The caller writes the audit row.
 */
export async function endLinks(tx: Transaction, userId: string): Promise<void> {
  const now = new Date()
  await tx.accountLink.updateMany({
    where: { userId, expiresAt: { gt: now } },
    data: { expiresAt: now },
  })
}

/** Ends all sessions of an account. Returns how many; the caller writes the audit row. */
export async function endSessions(tx: Transaction, userId: string): Promise<number> {
  const { count } = await tx.userSession.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: new Date() },
  })
  return count
}

/** Deletes sessions that ended more than `days` ago. Returns how many. */
export async function deleteOldSessions(now: Date, days: number): Promise<number> {
  const before = daysBefore(now, days)
  return (await db.userSession.deleteMany({ where: { expiresAt: { lt: before } } })).count
}
