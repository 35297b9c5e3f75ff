import 'server-only'
import { daysBefore } from '@/lib/base/text/calendar'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db } from '@/lib/base/db/db'
import { ESSENTIAL_MAIL_KINDS } from './types'

/** Resends with the same Message-ID, to expose duplicates. False when unknown. */
export async function retryMail(id: string, actorId: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.mail.updateMany({
      // Without its text there is nothing to send.
      where: { id, status: { in: ['failed', 'refused', 'doubt'] }, text: { not: '' } },
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
      UPDATE mail
      SET status = 'sent', sent_at = claimed_at, claimed_at = NULL, last_error = NULL,
        path = CASE WHEN kind = ANY (${[...ESSENTIAL_MAIL_KINDS]}) THEN split_part(path, '?', 1) ELSE path END
      WHERE id = ${id}::uuid AND status = 'doubt'`
    if (count > 0)
      await saveAuditEvent(tx, { actorId, action: 'mail.settle', objectType: 'mail', objectId: id })
    return count > 0
  })
}

/**
 * Empties the text of mail that was settled more than `days` ago; the row stays, to know what was
 * sent to whom. Returns how many.
 */
export async function emptyOldMail(now: Date, days: number): Promise<number> {
  const { count } = await db.mail.updateMany({
    where: {
      createdAt: { lt: daysBefore(now, days) },
      status: { notIn: ['queued', 'sending'] },
      text: { not: '' },
    },
    data: { text: '' },
  })
  return count
}
