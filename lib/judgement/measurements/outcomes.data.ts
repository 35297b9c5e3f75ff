import 'server-only'
import { overallOutcome } from '@/lib/knowledge/evidence/rules'
import type { Outcome } from '@/lib/knowledge/evidence/types'
import { listIndicatorsOf } from './data'
import { findingsOf } from './rules'

/** The direction of all comparisons of each initiative together; null when nothing was compared. */
export async function listOutcomes(
  initiativeIds: readonly string[],
): Promise<[string, Outcome | null][]> {
  return [...(await listIndicatorsOf(initiativeIds))].map(([id, indicators]) => [
    id,
    overallOutcome(findingsOf(indicators)),
  ])
}
