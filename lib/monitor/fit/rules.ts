/**
 * How well an initiative fits a labour-market region, as a sum of reasons that can each be said in words.
 *
 * - A target group that is counted in the region (or in the nearest larger region that is counted) gives 1, and up to 2
 *   more by its size beside the largest group that is counted there. Counts of CBS and UWV are never added up.
 * - A sector or challenge that the region works on itself gives 1.
 * - An initiative from the same province gives 1; one from a region with about as many registered jobseekers (at most a
 *   quarter more or fewer) gives 1.
 *
 * Popularity plays no part, nor does how often something was read. What is not known gives nothing; it never counts against.
 * Source: issue "find and compare"; docs/adr/0008-fit-with-a-region.md.
 */
import type { FitWeight, SearchHit } from '@/lib/knowledge/search/types'
import type { CountedGroup, FitReason, RegionTraits } from './types'

const SIZE_WEIGHT = 2
const SIMILAR_SIZE = 0.25

/** Regions whose number differs at most a quarter from that of this region; itself not included. */
export function similarInSize(slug: string, sizes: ReadonlyMap<string, number>): string[] {
  const own = sizes.get(slug)
  if (own === undefined) return []
  return [...sizes]
    .filter(([other, size]) => other !== slug && Math.abs(size - own) <= own * SIMILAR_SIZE)
    .map(([other]) => other)
}

/** Of several counts per group the one nearest to the region; `nearness` is 0 for the region itself. */
export function nearestCounts(
  counts: readonly (CountedGroup & { nearness: number })[],
): CountedGroup[] {
  const nearest = new Map<string, CountedGroup & { nearness: number }>()
  for (const count of counts) {
    const known = nearest.get(count.slug)
    if (known === undefined || count.nearness < known.nearness) nearest.set(count.slug, count)
  }
  return [...nearest.values()].map(({ slug, people, regionName, sourceName, periodLabel }) => ({
    slug,
    people,
    regionName,
    sourceName,
    periodLabel,
  }))
}

/** What each value of a filter adds to the fit with a region. */
export function fitWeights({
  groups,
  sectors,
  challenges,
  province,
  peers,
}: RegionTraits): FitWeight[] {
  const largest = (regionName: string) =>
    Math.max(
      ...groups.filter((group) => group.regionName === regionName).map(({ people }) => people),
      1,
    )
  return [
    ...groups.map(({ slug, people, regionName }) => ({
      facet: 'targetGroup' as const,
      slug,
      weight: 1 + (SIZE_WEIGHT * people) / largest(regionName),
    })),
    ...sectors.map((slug) => ({ facet: 'sector' as const, slug, weight: 1 })),
    ...challenges.map((slug) => ({ facet: 'challenge' as const, slug, weight: 1 })),
    ...(province === null ? [] : [{ facet: 'region' as const, slug: province, weight: 1 }]),
    ...peers.map((slug) => ({ facet: 'region' as const, slug, weight: 1 })),
  ]
}

/** The reasons why this initiative fits, in the order in which they weigh. Together they make its fit. */
export function fitReasons(
  hit: Pick<SearchHit, 'targetGroups' | 'sectors' | 'challenges' | 'regions'>,
  region: RegionTraits,
): FitReason[] {
  const plain = (
    kind: FitReason['kind'],
    slugs: readonly string[],
    own: readonly string[],
  ): FitReason[] =>
    slugs.filter((slug) => own.includes(slug)).map((slug) => ({ kind, slug, counted: null }))
  return [
    ...region.groups
      .toSorted((a, b) => b.people - a.people)
      .filter(({ slug }) => hit.targetGroups.includes(slug))
      .map((counted) => ({ kind: 'group' as const, slug: counted.slug, counted })),
    ...plain('sector', region.sectors, hit.sectors),
    ...plain('challenge', region.challenges, hit.challenges),
    ...plain('province', region.province === null ? [] : [region.province], hit.regions),
    ...plain('peer', region.peers, hit.regions),
  ]
}
