import 'server-only'
import { listCriteriaProfiles } from '@/lib/assessments/data'
import { listEvidence } from '@/lib/evidence/data'
import type { Transaction } from '@/lib/platform/db'

/**
 * Rebuilds the search rows of these initiatives from what is published and measured now. Call it in the transaction that
 * changes either: a change is found at once and never half. Unpublished initiatives lose their row.
 */
export async function refreshSearch(tx: Transaction, initiativeIds: readonly string[]): Promise<void> {
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

/** Writes the panel medians of these initiatives into their search rows; call it in the transaction that hands in an assessment. */
export async function refreshMedians(tx: Transaction, initiativeIds: readonly string[]): Promise<void> {
  const profiles = await listCriteriaProfiles(initiativeIds, tx)
  for (const [id, profile] of profiles) {
    const medians = profile.map(({ median, provisional }) => (provisional ? null : median))
    await tx.$executeRaw`UPDATE initiative_search SET medians = ${medians}::real[] WHERE initiative_id = ${id}::uuid`
  }
}
