import { hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import type { AdoptionSides } from './types'

/** May adopt: editors and managers of this organisation, unless it is the owner. */
export function canAdopt(
  actor: Actor | null,
  { organisationId, ownerOrganisationId }: AdoptionSides,
): boolean {
  return (
    organisationId !== ownerOrganisationId &&
    hasRight(actor, 'initiative.write', { organisationId })
  )
}

/** May answer: editors and managers of the owner. */
export function canAnswer(actor: Actor | null, { ownerOrganisationId }: AdoptionSides): boolean {
  return hasRight(actor, 'initiative.write', { organisationId: ownerOrganisationId })
}

/** May read question and answer: both sides only. */
export function canReadWork(actor: Actor | null, sides: AdoptionSides): boolean {
  return canAdopt(actor, sides) || canAnswer(actor, sides)
}
