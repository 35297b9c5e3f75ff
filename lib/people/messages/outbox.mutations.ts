import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db } from '@/lib/base/db/db'

/** Resends with the same Message-ID, to expose duplicates. False when unknown. */
export async function retryMail(id: string, actorId: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.mail.updateMany({
      where: { id, status: { in: ['failed', 'refused', 'doubt'] } },
      data: {
        status: 'queued',
        attempts: 0,
        claimedAt: null,
        nextAttemptAt: new Date(),
        createdAt: new Date(),
        lastError: null,
      },
    })
    if (count > 0)
      await saveAuditEvent(tx, { actorId, action: 'mail.retry', objectType: 'mail', objectId: id })
    return count > 0
  })
}

/** Marks a mail in doubt as sent, because it arrived. False when unknown. */
export async function settleMail(id: string, actorId: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const count = await tx.$executeRaw`
      UPDATE mail SET status = 'sent', sent_at = claimed_at, claimed_at = NULL, last_error = NULL
      WHERE id = ${id}::uuid AND status = 'doubt'`
    if (count > 0)
      await saveAuditEvent(tx, { actorId, action: 'mail.settle', objectType: 'mail', objectId: id })
    return count > 0
  })
}
