import { hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

export interface AssessmentSide {
  organisationId: string
  sharesRegion: boolean
  submitted: boolean
}

/** A panel seat depends on the round as well. */
export interface PanelSeat extends AssessmentSide {
  /** The round is open to this person (lib/judgement/panels/rules.ts). */
  admitted: boolean
}

/** An assessor from another organisation and region, once per round. */
export function canAssess(actor: Actor | null, side: PanelSeat): boolean {
  return side.admitted && !side.submitted && hasRight(actor, 'assessment.write', side)
}

/** An editor or manager of the owner, once per published version. */
export function canSelfScore(actor: Actor | null, side: AssessmentSide): boolean {
  return !side.submitted && hasRight(actor, 'selfScore.write', side)
}

/** Where they are assessor; for a self-score the owner. */
export function judgingOrganisation(
  actor: Actor,
  kind: 'self' | 'panel',
  ownerId: string,
): { organisationId: string; regionId: string | null } | null {
  const membership = actor.memberships.find(({ organisationId, role }) =>
    kind === 'self'
      ? organisationId === ownerId
      : role === 'assessor' && organisationId !== ownerId,
  )
  return membership
    ? { organisationId: membership.organisationId, regionId: membership.regionId }
    : null
}

/** An editor or manager of the owner. */
export function canReply(
  actor: Actor | null,
  side: Pick<AssessmentSide, 'organisationId'>,
): boolean {
  return hasRight(actor, 'selfScore.write', { organisationId: side.organisationId })
}
