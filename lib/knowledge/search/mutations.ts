import 'server-only'
import { listEvidence } from '@/lib/knowledge/evidence/data'
import type { Transaction } from '@/lib/base/db/db'

/** Rebuilds these search rows. Call it in the transaction of the change. */
export async function refreshSearch(
  tx: Transaction,
  initiativeIds: readonly string[],
): Promise<void> {
  if (initiativeIds.length === 0) return
  await tx.$executeRaw`SELECT search_refresh(${[...initiativeIds]}::uuid[])`
  const evidence = await listEvidence(initiativeIds, tx)
  const ids = [...evidence.keys()]
  const ranks = ids.map((id) => evidence.get(id)?.rank ?? 0)
  await tx.$executeRaw`
    UPDATE initiative_search s SET evidence_rank = v.rank
    FROM unnest(${ids}::uuid[], ${ranks}::int[]) AS v (id, rank)
    WHERE s.initiative_id = v.id AND s.evidence_rank <> v.rank`
  await tx.$executeRaw`SELECT search_retag(${[...initiativeIds]}::uuid[])`
}

/** Writes panel medians (null where provisional). Call it in the submitting transaction. */
export async function saveMedians(
  tx: Transaction,
  medians: ReadonlyMap<string, readonly (number | null)[]>,
): Promise<void> {
  for (const [id, row] of medians)
    await tx.$executeRaw`UPDATE initiative_search SET medians = ${[...row]}::real[] WHERE initiative_id = ${id}::uuid`
}
