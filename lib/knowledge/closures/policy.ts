import type { RegionGraph } from '@/lib/base/regions/rules'
import { hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import { canReview } from '@/lib/knowledge/revisions/policy'
import { canComeBack, type ChosenKind } from './rules'
import type { ClosingTarget } from './types'

/** Whoever writes for the owner. */
export function isOwner(actor: Actor | null, target: { organisationId: string }): boolean {
  return hasRight(actor, 'initiative.write', target)
}

/** A moderator of another organisation and region, as for publishing. */
export function isReviewer(
  actor: Actor | null,
  target: Pick<ClosingTarget, 'organisationId' | 'createdById' | 'regionIds'>,
  graph: RegionGraph,
): boolean {
  return canReview(actor, target, graph)
}

/** The kinds by which someone may close what is public. Only the owner takes a text away. */
export function closingKinds(
  actor: Actor | null,
  target: ClosingTarget,
  graph: RegionGraph,
): ChosenKind[] {
  if (!target.isPublished) return []
  if (isOwner(actor, target)) return ['archived', 'withdrawn']
  return isReviewer(actor, target, graph) ? ['archived'] : []
}

export function canReopen(actor: Actor | null, target: ClosingTarget, graph: RegionGraph): boolean {
  if (!canComeBack(target)) return false
  if (isReviewer(actor, target, graph)) return target.closure?.kind === 'archived'
  return isOwner(actor, target) && target.closure?.organisationId !== null
}

/** Whether someone sees the page on which this is done. */
export function canSeeStanding(
  actor: Actor | null,
  target: ClosingTarget,
  graph: RegionGraph,
): boolean {
  return isOwner(actor, target) || isReviewer(actor, target, graph)
}
