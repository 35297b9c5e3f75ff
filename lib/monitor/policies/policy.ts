import { hasRight, RIGHTS } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import { regionFamily, type RegionGraph } from '@/lib/base/regions/rules'

/** May pair the initiative with policy and change its monitor: editors and managers of the organisation that owns it. */
export function canEditMonitor(actor: Actor | null, target: { organisationId: string }): boolean {
  return hasRight(actor, 'policy.write', target)
}

/**
 * Regions whose goals and measures this person may write: those in the family of an organisation for which they are
 * editor or manager. A council writes for its provinces and labour-market regions, never the other way round. A
 * municipality writes along in its labour-market region, which is the cooperation of municipalities, not in its province.
 */
export function writableRegions(
  actor: Pick<Actor, 'memberships'> | null,
  graph: RegionGraph,
): Set<string> {
  const allowed = RIGHTS['policy.write']
  const regionIds = (actor?.memberships ?? []).flatMap(({ role, regionId }) =>
    regionId !== null && allowed[role]?.includes('own') ? [regionId] : [],
  )
  const writable = regionIds.flatMap((regionId) => {
    const family = [...regionFamily(graph, [regionId])]
    return graph.nodes.get(regionId)?.type === 'municipality'
      ? family.filter((id) => graph.nodes.get(id)?.type !== 'province')
      : family
  })
  return new Set(writable)
}

/** May write the goals and measures of this region. */
export function canEditRegionPolicy(
  actor: Pick<Actor, 'memberships'> | null,
  target: { regionId: string },
  graph: RegionGraph,
): boolean {
  return writableRegions(actor, graph).has(target.regionId)
}

/**
 * Whose goal a new goal is: the writer's organisation that acts for just this region, or else one that acts for a
 * larger region around it. Null when none of them writes policy here.
 */
export function owningOrganisation(
  actor: Actor,
  regionId: string,
  graph: RegionGraph,
): string | null {
  const writing = actor.memberships.filter((membership) =>
    writableRegions({ ...actor, memberships: [membership] }, graph).has(regionId),
  )
  return (
    (writing.find((membership) => membership.regionId === regionId) ?? writing[0])
      ?.organisationId ?? null
  )
}
