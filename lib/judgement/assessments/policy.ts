import { hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

export interface AssessmentSide {
  organisationId: string
  sharesRegion: boolean
  submitted: boolean
}

export interface PanelSeat extends AssessmentSide {
  admitted: boolean
}

export function canAssess(actor: Actor | null, side: PanelSeat): boolean {
  return side.admitted && !side.submitted && hasRight(actor, 'assessment.write', side)
}

export function canSelfScore(actor: Actor | null, side: AssessmentSide): boolean {
  return !side.submitted && hasRight(actor, 'selfScore.write', side)
}

export function judgingOrganisation(
  actor: Actor,
  kind: 'self' | 'panel',
  ownerId: string,
): { organisationId: string; regionId: string | null } | null {
  const own = actor.memberships.filter(({ organisationId, role }) =>
    kind === 'self'
      ? organisationId === ownerId
      : role === 'assessor' && organisationId !== ownerId,
  )
  const membership = own.find(({ organisationId }) => organisationId === actor.actingFor) ?? own[0]
  return membership
    ? { organisationId: membership.organisationId, regionId: membership.regionId }
    : null
}

export function canReply(
  actor: Actor | null,
  side: Pick<AssessmentSide, 'organisationId'>,
): boolean {
  return hasRight(actor, 'selfScore.write', { organisationId: side.organisationId })
}
