import { RIGHTS } from '@/lib/people/accounts/policy'
import type { Actor, Constituency, MembershipRole } from '@/lib/people/accounts/types'
import { regionFamily, type RegionGraph } from '@/lib/base/regions/rules'

export interface Reader {
  constituency: Constituency | null
  memberships: readonly { role: MembershipRole; regionId: string | null }[]
}

/** A municipality belongs to its labour-market region here, not to its province. */
export function readableRegions(
  { constituency, memberships }: Reader,
  graph: RegionGraph,
): Set<string> {
  if (constituency === null) return new Set()
  const allowed = RIGHTS['reaction.write']
  const own = memberships.flatMap(({ role, regionId }) =>
    regionId !== null && allowed[role]?.includes('own') ? [regionId] : [],
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
