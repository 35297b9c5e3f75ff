import type { RegionGraph } from '@/lib/base/regions/rules'
import type { Actor } from '@/lib/people/accounts/types'
import { isOwner, isReviewer } from '@/lib/knowledge/closures/policy'
import type { ClosingTarget } from '@/lib/knowledge/closures/types'
import type { MergePair } from './types'

/** Whether someone may merge this one with some other. */
export function canStartMerge(
  actor: Actor | null,
  target: ClosingTarget,
  graph: RegionGraph,
): boolean {
  return target.isPublished && (isOwner(actor, target) || isReviewer(actor, target, graph))
}

/** The owner of both, or a moderator without a tie to either. */
export function canMerge(
  actor: Actor | null,
  { from, into }: MergePair,
  graph: RegionGraph,
): boolean {
  if (isOwner(actor, from) && isOwner(actor, into)) return true
  return isReviewer(actor, from, graph) && isReviewer(actor, into, graph)
}
