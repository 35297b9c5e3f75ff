import 'server-only'
import { listEvidence } from '@/lib/knowledge/evidence/data'
import type { Transaction } from '@/lib/base/db/db'

/**
 * Rebuilds the search rows of these initiatives from what is published and measured now. Call it in the transaction that
 * changes either: a change is found at once and never half. Unpublished initiatives lose their row.
 */
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

/**
 * Writes the panel medians of initiatives (per criterion in the order of the report, null where provisional) into their
 * search rows. Call it in the transaction that hands in an assessment.
 */
export async function saveMedians(
  tx: Transaction,
  medians: ReadonlyMap<string, readonly (number | null)[]>,
): Promise<void> {
  for (const [id, row] of medians)
    await tx.$executeRaw`UPDATE initiative_search SET medians = ${[...row]}::real[] WHERE initiative_id = ${id}::uuid`
}
