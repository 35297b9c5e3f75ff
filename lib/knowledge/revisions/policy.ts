import { regionFamily, sharesRegion, type RegionGraph } from '@/lib/base/regions/rules'
import { hasRight, isModerator, type RightsHolder } from '@/lib/people/accounts/policy'
import { actingRegions } from '@/lib/people/accounts/regions.rules'
import type { Actor } from '@/lib/people/accounts/types'
import { isEditable } from './rules'
import type { ReviewTarget, RevisionTarget } from './types'

export function canCreate(actor: Actor | null, organisationId: string): boolean {
  return hasRight(actor, 'initiative.write', { organisationId })
}

export function canRead(actor: Actor | null, target: RevisionTarget): boolean {
  if (canCreate(actor, target.organisationId)) return true
  return isModerator(actor) && target.status !== 'draft'
}

export function canEdit(actor: Actor | null, target: RevisionTarget): boolean {
  return isEditable(target.status) && canCreate(actor, target.organisationId)
}

export function canWithdraw(actor: Actor | null, target: RevisionTarget): boolean {
  return target.status === 'submitted' && canCreate(actor, target.organisationId)
}

/**
 * Whether someone decides on versions like this one: a moderator, never on one of their own hand,
 * organisation or region.
 */
export function canReview(
  person: (RightsHolder & { userId: string }) | null,
  { organisationId, createdById, regionIds }: ReviewTarget,
  graph: RegionGraph,
): boolean {
  if (!person || person.userId === createdById) return false
  const own = regionFamily(graph, person.memberships.flatMap(actingRegions))
  const shares = sharesRegion(own, regionFamily(graph, regionIds))
  return hasRight(person, 'initiative.review', { organisationId, sharesRegion: shares })
}

/** The same, of a version that waits for it now. */
export function canDecide(
  actor: Actor | null,
  target: RevisionTarget & ReviewTarget,
  graph: RegionGraph,
): boolean {
  return target.status === 'submitted' && canReview(actor, target, graph)
}
