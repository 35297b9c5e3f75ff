import type { RegionGraph } from '@/lib/base/regions/rules'
import type { Actor } from '@/lib/people/accounts/types'
import { closingKinds, isOwner } from '@/lib/knowledge/closures/policy'
import type { ClosingTarget } from '@/lib/knowledge/closures/types'
import { canCreate, canDecide } from '@/lib/knowledge/revisions/policy'
import type { RevisionDraft } from '@/lib/knowledge/revisions/types'
import type { PlannedTarget } from './types'

/** Whoever decides on the version, and the editors whose text it is. */
export function canCancelPublication(
  actor: Actor | null,
  draft: RevisionDraft,
  graph: RegionGraph,
): boolean {
  return canCreate(actor, draft.organisationId) || canDecide(actor, draft, graph)
}

/** A closing in the name of the owner is theirs; one of the editors of the platform is theirs. */
export function canCancelClosing(
  actor: Actor | null,
  plan: Pick<PlannedTarget, 'organisationId'>,
  target: ClosingTarget,
  graph: RegionGraph,
): boolean {
  return plan.organisationId === null
    ? !isOwner(actor, target) && closingKinds(actor, target, graph).length > 0
    : isOwner(actor, target)
}
