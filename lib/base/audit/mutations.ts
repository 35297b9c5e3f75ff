import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { db, type Transaction } from '@/lib/base/db/db'
import type { AuditAction, AuditObject } from './types'

export interface AuditEntry {
  actorId: string | null
  action: AuditAction
  objectType: AuditObject
  objectId: string | null
  result?: 'ok' | 'refused'
  /** Ids, numbers and codes only: never typed text, addresses or secrets. */
  detail?: Prisma.InputJsonObject
}

/** Writes the audit row in the transaction of the change, so that both exist or neither does. */
export async function saveAuditEvent(tx: Transaction, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({ data: entry, select: { id: true } })
}

/**
 * Writes the audit row of a form that saves itself: one per person, object and sitting of an hour,
 * in the transaction of the change. The first row of a sitting says when it began.
 */
export async function saveSittingEvent(
  tx: Transaction,
  entry: AuditEntry & { actorId: string; objectId: string },
): Promise<void> {
  const { actorId, action, objectType, objectId } = entry
  const since = new Date(Date.now() - SITTING_MINUTES * 60_000)
  const earlier = await tx.auditEvent.findFirst({
    where: { actorId, action, objectType, objectId, at: { gt: since } },
    select: { id: true },
  })
  if (!earlier) await saveAuditEvent(tx, entry)
}

export interface Reading {
  actorId: string
  action: Extract<AuditAction, `${string}.${'read' | 'export'}`>
  objectType: AuditObject
  objectId?: string
}

/** Pages read within this time of a noted one belong to the same sitting. */
const SITTING_MINUTES = 60

/** Notes that someone read sensitive data, once per sitting of an hour and not per page. */
export async function saveReading(reading: Reading): Promise<void> {
  const { actorId, action, objectType, objectId = null } = reading
  await db.$executeRaw`
    INSERT INTO audit_event (actor_id, action, object_type, object_id)
    SELECT ${actorId}::uuid, ${action}, ${objectType}, ${objectId}
    WHERE NOT EXISTS (
      SELECT FROM audit_event
      WHERE actor_id = ${actorId}::uuid
        AND at > now() - make_interval(mins => ${SITTING_MINUTES}::int)
        AND action = ${action}
        AND object_type = ${objectType}
        AND object_id IS NOT DISTINCT FROM ${objectId}::text
    )`
}
