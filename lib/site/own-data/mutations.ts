import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db } from '@/lib/base/db/db'
import { zipFiles } from '@/lib/base/files/archive'
import { createLimit } from '@/lib/base/http/rate-limit'
import { AppError } from '@/lib/base/runtime/errors'
import { origin } from '@/lib/base/runtime/env'
import { listOwnData } from './data'
import { ownDataHtml, ownDataJson, readMe } from './file.rules'

const exports = createLimit({ name: 'own-data', points: 5, windowSeconds: 60 * 60 })
const MOST_MS = 20_000

/**
 * Everything about a person as a zip, with all tables at the same moment; null after five in an
 * hour. The export itself is in the audit record, and so in the file.
 * @throws AppError NOT_FOUND when the account is gone or disabled
 */
export async function exportOwnData(userId: string): Promise<Uint8Array | null> {
  if (!(await exports.consume(userId)).allowed) return null
  const sections = await db.$transaction(
    async (tx) => {
      const user = await tx.user.findUnique({
        where: { id: userId, disabledAt: null },
        select: { email: true },
      })
      if (!user) throw new AppError('NOT_FOUND')
      await saveAuditEvent(tx, {
        actorId: userId,
        action: 'user.export',
        objectType: 'user',
        objectId: userId,
      })
      return listOwnData(tx, { userId, email: user.email })
    },
    { isolationLevel: 'RepeatableRead', timeout: MOST_MS },
  )
  const data = { madeAt: new Date(), site: origin, sections }
  return zipFiles({
    'gegevens.json': ownDataJson(data),
    'gegevens.html': ownDataHtml(data),
    'LEESMIJ.txt': readMe(data),
  })
}
