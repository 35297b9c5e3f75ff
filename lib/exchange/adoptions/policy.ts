import { hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import type { AdoptionSides } from './types'

/** May adopt for this organisation: its editors and managers, never where it is the owner itself. */
export function canAdopt(
  actor: Actor | null,
  { organisationId, ownerOrganisationId }: AdoptionSides,
): boolean {
  return (
    organisationId !== ownerOrganisationId &&
    hasRight(actor, 'initiative.write', { organisationId })
  )
}

/** May answer the question: editors and managers of the owner. */
export function canAnswer(actor: Actor | null, { ownerOrganisationId }: AdoptionSides): boolean {
  return hasRight(actor, 'initiative.write', { organisationId: ownerOrganisationId })
}

/** May read the question and the answer: both sides, nobody else. */
export function canReadWork(actor: Actor | null, sides: AdoptionSides): boolean {
  return canAdopt(actor, sides) || canAnswer(actor, sides)
}
