import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'

/** Records a confirmation; may be repeated. Throws WRONG_STATE when no longer public. */
export async function saveConfirmation(input: {
  initiativeId: string
  actorId: string
  now: Date
}): Promise<void> {
  const { initiativeId, actorId, now } = input
  await db.$transaction(async (tx) => {
    const { count } = await tx.initiative.updateMany({
      where: { id: initiativeId, publishedRevisionId: { not: null } },
      data: { confirmedAt: now },
    })
    if (count === 0) throw new AppError('WRONG_STATE')
    await saveAuditEvent(tx, {
      actorId,
      action: 'initiative.confirm',
      objectType: 'initiative',
      objectId: initiativeId,
    })
  })
}
