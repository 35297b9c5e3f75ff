import { hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import { isOwner } from '@/lib/knowledge/closures/policy'
import type { ClosingTarget } from '@/lib/knowledge/closures/types'

/** Whoever writes for the owner; what was merged has gone into another. */
export function canOffer(actor: Actor | null, target: ClosingTarget): boolean {
  return target.closure?.kind !== 'merged' && isOwner(actor, target)
}

/** Whoever writes for the organisation that it is offered to. */
export function canAnswer(actor: Actor | null, { toId }: { toId: string }): boolean {
  return hasRight(actor, 'initiative.write', { organisationId: toId })
}
