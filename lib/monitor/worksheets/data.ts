import 'server-only'
import { db } from '@/lib/base/db/db'
import type { UndoableBatch } from './types'

/** The last changes of this person in the worksheet of a region that can be undone; null for none. */
export async function getUndoable(
  regionId: string,
  actorId: string,
): Promise<UndoableBatch | null> {
  const last = await db.worksheetChange.findFirst({
    where: { regionId, actorId, undoneAt: null },
    select: { batchId: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  if (!last) return null
  const cells = await db.worksheetChange.count({ where: { batchId: last.batchId, undoneAt: null } })
  return { batchId: last.batchId, cells }
}
