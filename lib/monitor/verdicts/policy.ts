import { RIGHTS } from '@/lib/people/accounts/policy'
import { actingRegions, type ActingRegions } from '@/lib/people/accounts/regions.rules'
import type { Actor, Constituency, MembershipRole } from '@/lib/people/accounts/types'
import { regionFamily, type RegionGraph } from '@/lib/base/regions/rules'

export interface Reader {
  constituency: Constituency | null
  memberships: readonly (ActingRegions & { role: MembershipRole })[]
}

/** A municipality belongs to its labour-market region here, not to its province. */
export function readableRegions(
  { constituency, memberships }: Reader,
  graph: RegionGraph,
): Set<string> {
  if (constituency === null) return new Set()
  const allowed = RIGHTS['reaction.write']
  const own = memberships.flatMap(({ role, ...membership }) =>
    allowed[role]?.includes('own') ? actingRegions(membership) : [],
  )
  return new Set(
    own.flatMap((regionId) => {
      const family = [...regionFamily(graph, [regionId])]
      return graph.nodes.get(regionId)?.type === 'municipality'
        ? family.filter((id) => graph.nodes.get(id)?.type !== 'province')
        : family
    }),
  )
}

/** May react: a member of an organisation of the region, for their own constituency only. */
export function canAddOwnReaction(
  actor: Actor | null,
  target: { regionId: string },
  graph: RegionGraph,
): actor is Actor & { constituency: Constituency } {
  return actor !== null && readableRegions(actor, graph).has(target.regionId)
}
