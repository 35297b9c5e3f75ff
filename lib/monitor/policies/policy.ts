import { hasRight, RIGHTS } from '@/lib/people/accounts/policy'
import { actingRegions } from '@/lib/people/accounts/regions.rules'
import type { Actor } from '@/lib/people/accounts/types'
import { regionFamily, type RegionGraph } from '@/lib/base/regions/rules'

export function canEditMonitor(actor: Actor | null, target: { organisationId: string }): boolean {
  return hasRight(actor, 'policy.write', target)
}

/**
 * A council writes for the regions under it, not the reverse; a municipality for its labour-market
 * region, not its province.
 */
export function writableRegions(
  actor: {
    memberships: readonly Pick<
      Actor['memberships'][number],
      'role' | 'regionId' | 'alsoRegionIds'
    >[]
  } | null,
  graph: RegionGraph,
): Set<string> {
  const allowed = RIGHTS['policy.write']
  const regionIds = (actor?.memberships ?? []).flatMap(({ role, ...membership }) =>
    allowed[role]?.includes('own') ? actingRegions(membership) : [],
  )
  const writable = regionIds.flatMap((regionId) => {
    const family = [...regionFamily(graph, [regionId])]
    return graph.nodes.get(regionId)?.type === 'municipality'
      ? family.filter((id) => graph.nodes.get(id)?.type !== 'province')
      : family
  })
  return new Set(writable)
}

export function canEditRegionPolicy(
  actor: Pick<Actor, 'memberships'> | null,
  target: { regionId: string },
  graph: RegionGraph,
): boolean {
  return writableRegions(actor, graph).has(target.regionId)
}

export function owningOrganisation(
  actor: Actor,
  regionId: string,
  graph: RegionGraph,
): string | null {
  const writing = actor.memberships.filter((membership) =>
    writableRegions({ ...actor, memberships: [membership] }, graph).has(regionId),
  )
  const chosen = writing.filter(({ organisationId }) => organisationId === actor.actingFor)
  const owners = chosen.length > 0 ? chosen : writing
  return (
    (owners.find((membership) => membership.regionId === regionId) ?? owners[0])?.organisationId ??
    null
  )
}
