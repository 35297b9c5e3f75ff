import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { sessionEnd } from './rules'

export interface NewSession {
  userId: string
  sessionId: string
  expiresAt: Date
  /** Of the account at this moment; what is given out with it ends when it is raised. */
  sessionVersion: number
}

/** Begins a session of this account on a device. The caller writes the audit row. */
export async function createSession(
  tx: Transaction,
  userId: string,
  device: string,
  now: Date,
): Promise<Omit<NewSession, 'sessionVersion'>> {
  const expiresAt = sessionEnd(now)
  const { id } = await tx.userSession.create({
    data: { userId, device, createdAt: now, lastSeenAt: now, expiresAt },
    select: { id: true },
  })
  return { userId, sessionId: id, expiresAt }
}

/** Notes that a session was used. Only forward, so that two requests at once do no harm. */
export async function saveSessionSeen(sessionId: string, now: Date): Promise<void> {
  await db.userSession.updateMany({
    where: { id: sessionId, revokedAt: null, lastSeenAt: { lt: now } },
    data: { lastSeenAt: now },
  })
}

/**
 * Ends one session of this person; signing out and ending another device are the same act. False when it is not
 * theirs or has ended already.
 */
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

/** Ends all sessions of this person, the one that asks included, and forgets on which devices they signed in. Returns how many ended. */
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

/** Ends all sessions of this account. Returns how many; the caller writes the audit row. */
export async function endSessions(tx: Transaction, userId: string): Promise<number> {
  const { count } = await tx.userSession.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: new Date() },
  })
  return count
}
