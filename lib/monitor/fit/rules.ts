/**
 * Fit is a sum of reasons that can be explained: a counted target group gives 1 to 3, by its size;
 * a sector or challenge, the same province and a similar size give 1 each. Popularity plays no
 * part. What is unknown never counts against.
 * Source: docs/model.md, "Doors"; docs/adr/0008-fit-with-a-region.md.
 */
import type { FitWeight, SearchHit } from '@/lib/knowledge/search/types'
import type { CountedGroup, FitReason, RegionTraits } from './types'

const SIZE_WEIGHT = 2
const SIMILAR_SIZE = 0.25

/** Other regions whose number differs by at most a quarter. */
export function similarInSize(slug: string, sizes: ReadonlyMap<string, number>): string[] {
  const own = sizes.get(slug)
  if (own === undefined) return []
  return [...sizes]
    .filter(([other, size]) => other !== slug && Math.abs(size - own) <= own * SIMILAR_SIZE)
    .map(([other]) => other)
}

/** The nearest count per group; `nearness` is 0 for the region itself. */
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

/** The weight of each filter value for a region. */
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

/** The reasons why an initiative fits, heaviest first. Their sum is its fit. */
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
