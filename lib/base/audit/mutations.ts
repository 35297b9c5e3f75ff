import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Transaction } from '@/lib/base/db/db'

export interface AuditEntry {
  actorId: string | null
  /** Noun and verb, such as "initiative.publish". */
  action: string
  objectType: string
  objectId: string | null
  result?: 'ok' | 'refused'
  /** Ids, numbers and codes only: never typed text, addresses or secrets. */
  detail?: Prisma.InputJsonObject
}

/** Writes the audit row in the transaction of the change, so that both exist or neither does. */
export async function saveAuditEvent(tx: Transaction, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({ data: entry, select: { id: true } })
}
