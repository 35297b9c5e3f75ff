import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Transaction } from '@/lib/base/db/db'

export interface AuditEntry {
  /** Null for the system itself and for people who are not signed in. */
  actorId: string | null
  /** Noun and verb, such as "initiative.publish". */
  action: string
  objectType: string
  objectId: string | null
  result?: 'ok' | 'refused'
  /** Ids, numbers and codes only: never texts that people typed, addresses or secrets. */
  detail?: Prisma.InputJsonObject
}

/** Writes the audit row of a change in the same transaction, so that both exist or neither does. */
export async function saveAuditEvent(tx: Transaction, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({ data: entry, select: { id: true } })
}
