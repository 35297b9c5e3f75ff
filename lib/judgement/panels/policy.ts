import { hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

export interface PanelSide {
  organisationId: string
  /** True when the families of the regions of reader and initiative share a member. */
  sharesRegion: boolean
}

/** May ask for a round: an editor or manager of the owner, or a moderator. */
export function canRequestRound(
  actor: Actor | null,
  { organisationId }: Pick<PanelSide, 'organisationId'>,
): boolean {
  return (
    hasRight(actor, 'round.request', { organisationId }) ||
    canChooseAssessors(actor, { organisationId })
  )
}

/** May choose who is asked and end a round early: a moderator, never the owner, who would choose their own judges. */
export function canChooseAssessors(
  actor: Actor | null,
  { organisationId }: Pick<PanelSide, 'organisationId'>,
): boolean {
  return hasRight(actor, 'round.manage', { organisationId })
}

/** May answer a request or declare a conflict: whoever could judge. */
export function canAnswerInvitation(actor: Actor | null, side: PanelSide): boolean {
  return hasRight(actor, 'assessment.write', side)
}
