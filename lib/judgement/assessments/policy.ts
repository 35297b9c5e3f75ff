import { hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

export interface AssessmentSide {
  organisationId: string
  /** True when the families of the regions of reader and initiative share a member. */
  sharesRegion: boolean
  /** True when this person handed in an assessment in this round. */
  submitted: boolean
}

/** A panel seat depends on the round as well. */
export interface PanelSeat extends AssessmentSide {
  /** True when a round is open to this person: not a second look they took no part in, no conflict declared (lib/judgement/panels/rules.ts). */
  admitted: boolean
}

/** May judge: an assessor from another organisation and another region, once in a round that is open to them. */
export function canAssess(actor: Actor | null, side: PanelSeat): boolean {
  return side.admitted && !side.submitted && hasRight(actor, 'assessment.write', side)
}

/** May score the own initiative: an editor or manager of the organisation that owns it, once per published version. */
export function canSelfScore(actor: Actor | null, side: AssessmentSide): boolean {
  return !side.submitted && hasRight(actor, 'selfScore.write', side)
}

/** The organisation for which this person judges: where they are assessor; for a self-score the owner itself. */
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

/** May answer the scores of the panel in public: an editor or manager of the owner. */
export function canReply(
  actor: Actor | null,
  side: Pick<AssessmentSide, 'organisationId'>,
): boolean {
  return hasRight(actor, 'selfScore.write', { organisationId: side.organisationId })
}
