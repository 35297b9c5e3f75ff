import { actsForOrganisation, hasRight, isModerator } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import type { ObstacleTarget } from './types'

/** May add: editors and managers of this organisation. */
export function canAdd(actor: Actor | null, organisationId: string): boolean {
  return hasRight(actor, 'initiative.write', { organisationId })
}

/** May link and unlink initiatives of this organisation. */
export function canLink(actor: Actor | null, organisationId: string): boolean {
  return hasRight(actor, 'initiative.write', { organisationId })
}

/** May merge duplicates and make an advice: moderators and writers of a SER secretariat. */
export function canCurate(
  actor: Actor | null,
  { councilIds }: Pick<ObstacleTarget, 'councilIds'>,
): boolean {
  return (
    isModerator(actor) ||
    councilIds.some((id) => actsForOrganisation(actor, id, ['editor', 'manager']))
  )
}

/** May edit: the organisation that added it, and whoever may curate. */
export function canEdit(actor: Actor | null, target: ObstacleTarget): boolean {
  return (
    canCurate(actor, target) ||
    (target.organisationId !== null && canAdd(actor, target.organisationId))
  )
}
