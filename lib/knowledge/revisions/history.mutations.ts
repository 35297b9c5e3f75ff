import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { copyVersion, lockOpenVersion } from './copying.mutations'
import { restoredReason } from './rules'

/**
 * Starts a version with the text of an older one, and says so in its reason of change. The contact
 * person stays the one of the public version: an older consent may be withdrawn. Returns 'open'
 * when another version is being written. Throws WRONG_STATE when that version is not an older one.
 */
export async function restoreVersion(input: {
  initiativeId: string
  number: number
  actorId: string
}): Promise<{ revisionId: string } | 'open'> {
  const { initiativeId, number, actorId } = input
  return db.$transaction(async (tx) => {
    if ((await lockOpenVersion(tx, initiativeId)) !== null) return 'open' as const
    const [older, published] = await Promise.all([
      tx.initiativeRevision.findFirst({
        where: { initiativeId, number, status: 'superseded' },
        select: { id: true },
      }),
      tx.initiativeRevision.findFirst({
        where: { publishedAs: { id: initiativeId } },
        select: { contactName: true, contactRole: true, contactEmail: true, contactConsent: true },
      }),
    ])
    if (!older || !published) throw new AppError('WRONG_STATE')
    const { id } = await copyVersion(tx, {
      sourceId: older.id,
      actorId,
      changes: { ...published, changeReason: restoredReason(number) },
    })
    await saveAuditEvent(tx, {
      actorId,
      action: 'revision.restore',
      objectType: 'revision',
      objectId: id,
      detail: { initiativeId, number },
    })
    return { revisionId: id }
  })
}
