import { hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

export interface PanelSide {
  organisationId: string
  sharesRegion: boolean
}

export function canRequestRound(
  actor: Actor | null,
  { organisationId }: Pick<PanelSide, 'organisationId'>,
): boolean {
  return (
    hasRight(actor, 'round.request', { organisationId }) ||
    canChooseAssessors(actor, { organisationId })
  )
}

/** A moderator, never the owner, who would choose their own judges. */
export function canChooseAssessors(
  actor: Actor | null,
  { organisationId }: Pick<PanelSide, 'organisationId'>,
): boolean {
  return hasRight(actor, 'round.manage', { organisationId })
}

export function canAnswerInvitation(actor: Actor | null, side: PanelSide): boolean {
  return hasRight(actor, 'assessment.write', side)
}
