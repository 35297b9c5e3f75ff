import 'server-only'
import { loadChainWork } from '@/lib/monitor/chains/loaders'
import { requireActor } from '@/lib/people/accounts/session'
import { getUndoable } from './data'
import { worksheetRows } from './rules'

/** The worksheet of a region with the forms around it, for who may change its policy. */
export async function loadWorksheet(...about: Parameters<typeof loadChainWork>) {
  const [, year] = about
  const work = await loadChainWork(...about)
  const { userId } = await requireActor()
  return {
    ...work,
    rows: worksheetRows(work.goals, year),
    undoable: await getUndoable(work.chain.region.id, userId),
  }
}
