import { actsForOrganisation } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import { canEditRegionPolicy } from '@/lib/monitor/policies/policy'
import type { RegionGraph } from '@/lib/base/regions/rules'
import type { RegionContact } from './types'

export function canContact(
  actor: Actor | null,
  target: { organisationId: string } | { userId: string },
): boolean {
  if (actor === null) return false
  return 'userId' in target
    ? target.userId !== actor.userId
    : !actsForOrganisation(actor, target.organisationId)
}

export function canManageContacts(
  actor: Actor | null,
  target: { regionId: string },
  graph: RegionGraph,
): boolean {
  return canEditRegionPolicy(actor, target, graph)
}

export function isStillContact(
  { about, memberships, isDisabled }: Pick<RegionContact, 'about' | 'memberships' | 'isDisabled'>,
  graph: RegionGraph,
): boolean {
  return !isDisabled && canEditRegionPolicy({ memberships }, { regionId: about.id }, graph)
}
