import type { RegionGraph } from '@/lib/base/regions/rules'
import type { Actor } from '@/lib/people/accounts/types'
import { canReview } from '@/lib/knowledge/revisions/policy'
import type { ReviewTarget } from '@/lib/knowledge/revisions/types'

/** The moderators who would have decided beforehand. */
export function canLookAfter(
  actor: Actor | null,
  target: ReviewTarget,
  graph: RegionGraph,
): boolean {
  return canReview(actor, target, graph)
}
