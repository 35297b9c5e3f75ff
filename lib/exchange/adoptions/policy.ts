import { hasRight } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import type { AdoptionSides } from './types'

export function canAdopt(
  actor: Actor | null,
  { organisationId, ownerOrganisationId }: AdoptionSides,
): boolean {
  return (
    organisationId !== ownerOrganisationId &&
    hasRight(actor, 'initiative.write', { organisationId })
  )
}

export function canAnswer(actor: Actor | null, { ownerOrganisationId }: AdoptionSides): boolean {
  return hasRight(actor, 'initiative.write', { organisationId: ownerOrganisationId })
}

/** May read question and answer: both sides only. */
export function canReadWork(actor: Actor | null, sides: AdoptionSides): boolean {
  return canAdopt(actor, sides) || canAnswer(actor, sides)
}
