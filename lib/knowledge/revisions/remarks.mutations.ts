import 'server-only'
import type { Transaction } from '@/lib/base/db/db'
import type { Remarks } from './types'

/** Notes that a version was given back. Earlier times stay, so that all reasons can be read. */
export async function saveReturn(
  tx: Transaction,
  { revisionId, reason, remarks = {} }: { revisionId: string; reason: string; remarks?: Remarks },
): Promise<void> {
  await tx.revisionReturn.create({
    data: {
      revisionId,
      reason,
      remarks: {
        create: Object.entries(remarks).map(([field, text]) => ({ field, text })),
      },
    },
    select: { id: true },
  })
}
