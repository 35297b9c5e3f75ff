import { hasRight, PLATFORM } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

export function canEditOrganisation(actor: Actor | null, organisationId: string): boolean {
  return hasRight(actor, 'organisation.manage', { organisationId })
}

/** Regions decide who may judge what, so a manager does not change those of the own organisation. */
export function canChangeRegions(actor: Actor | null): boolean {
  return canRegisterOrganisations(actor)
}

/** May add an organisation, end it and reopen it. */
export function canRegisterOrganisations(actor: Actor | null): boolean {
  return hasRight(actor, 'organisation.register', PLATFORM)
}
