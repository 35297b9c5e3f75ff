import { hasRole, isAdministrator } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'

/** The organisations whose people someone manages; null for all of them. */
export function managedOrganisations(actor: Actor): string[] | null {
  if (isAdministrator(actor)) return null
  const ids = actor.memberships
    .map(({ organisationId }) => organisationId)
    .filter((id) => hasRole(actor, id, ['manager']))
  return [...new Set(ids)]
}

/** Whether someone sees the administration at all. */
export function canAdminister(actor: Actor | null): boolean {
  if (!actor) return false
  const managed = managedOrganisations(actor)
  return managed === null || managed.length > 0
}
