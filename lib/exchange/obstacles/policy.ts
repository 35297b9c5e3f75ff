import { actsForOrganisation, hasRight, isModerator } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import type { ObstacleTarget } from './types'

/** May enter an obstacle for this organisation: its editors and managers. */
export function canAdd(actor: Actor | null, organisationId: string): boolean {
  return hasRight(actor, 'initiative.write', { organisationId })
}

/** May say that an initiative of this organisation names an obstacle, and take that back. */
export function canLink(actor: Actor | null, organisationId: string): boolean {
  return hasRight(actor, 'initiative.write', { organisationId })
}

/** May merge duplicates and make an advice: moderators, and those who write for a SER secretariat. */
export function canCurate(
  actor: Actor | null,
  { councilIds }: Pick<ObstacleTarget, 'councilIds'>,
): boolean {
  return (
    isModerator(actor) ||
    councilIds.some((id) => actsForOrganisation(actor, id, ['editor', 'manager']))
  )
}

/** May change the text and say how it stands: who entered it, and who may curate. */
export function canEdit(actor: Actor | null, target: ObstacleTarget): boolean {
  return (
    canCurate(actor, target) ||
    (target.organisationId !== null && canAdd(actor, target.organisationId))
  )
}
