/**
 * CBS, UWV and others count different people: never added up, never divided over regions. What
 * nobody counted is unknown, not zero. An initiative acts in a region when it names it, a part of
 * it, or only a larger region around it.
 * Source: docs/model.md, "The policy monitor"; docs/domain.md, 2.1 and 9, question 7.
 */
import { firstValue, pageNumber } from '@/lib/base/http/parameters'
import type { FacetValue } from '@/lib/knowledge/search/types'
import {
  COUNTERS,
  type ActingCount,
  type Counter,
  type Gap,
  type GapBase,
  type GapChoice,
  type GapRegion,
  type GroupCount,
  type RegionGap,
} from './types'

export const ALL_GROUPS = ''
export const SURVEYED_GROUP = 'cbs-onbenut-arbeidspotentieel'
export const REGISTERED_GROUP = 'gwu'
export const GAPS_PAGE = 25

type Raw = Readonly<Record<string, string | string[] | undefined>>

/** Parses the address; unknown values fall back to everything. A region sets the region type. */
export function readGapChoice(
  raw: Raw,
  regions: readonly GapRegion[],
  groups: readonly FacetValue[],
): GapChoice {
  const region = regions.find(({ slug }) => slug === firstValue(raw.regio))
  const named = firstValue(raw.doelgroep)
  const group = groups.find(({ slug, former = [] }) => [slug, ...former].includes(named))
  const asked = firstValue(raw.gebied) === 'provincie' ? 'province' : 'labour_market'
  return {
    type: region?.type ?? asked,
    region: region?.slug ?? null,
    group: group?.slug ?? null,
    page: pageNumber(raw.pagina, 1_000),
  }
}

/** The parameters of a choice, in a fixed order. */
export function gapParameters({ type, region, group, page }: GapChoice): URLSearchParams {
  const parameters = new URLSearchParams()
  if (type === 'province' && region === null) parameters.set('gebied', 'provincie')
  if (region !== null) parameters.set('regio', region)
  if (group !== null) parameters.set('doelgroep', group)
  if (page > 1) parameters.set('pagina', String(page))
  return parameters
}

/** The source family of a statistical group. */
export function counterOf(groupSlug: string): Counter {
  return COUNTERS.find((counter) => counter === groupSlug) ?? 'other'
}

const keyOf = (group: string, region: string) => `${group}|${region}`
const byKey = (counts: readonly ActingCount[]) =>
  new Map(counts.map(({ group, region, initiatives }) => [keyOf(group, region), initiatives]))

function index(base: GapBase) {
  const [own, wider] = [byKey(base.acting), byKey(base.wider)]
  const counted = new Map<string, GroupCount[]>()
  for (const count of base.counts)
    counted.set(keyOf(count.group, count.region.slug), [
      ...(counted.get(keyOf(count.group, count.region.slug)) ?? []),
      count,
    ])
  const at = (group: string, region: string, counter: Counter) =>
    counted.get(keyOf(group, region))?.find((count) => count.counter === counter) ?? null
  const around = (group: string, region: GapRegion) =>
    region.around.flatMap((slug) => counted.get(keyOf(group, slug)) ?? [])[0] ?? null
  const directions = new Map(
    base.acting.map(({ group, region, helps, noGain }) => [
      keyOf(group, region),
      { helps, noGain },
    ]),
  )
  const found = (group: string, region: string) =>
    directions.get(keyOf(group, region)) ?? { helps: 0, noGain: 0 }
  return { own, wider, at, around, found }
}

/** Every pair of these groups and regions. */
export function pairGaps(
  base: GapBase,
  regions: readonly GapRegion[],
  groups: readonly FacetValue[],
): Gap[] {
  const { own, wider, at, around, found } = index(base)
  return regions.flatMap((region) =>
    groups.map((group): Gap => {
      const counts = {
        cbs: at(group.slug, region.slug, 'cbs'),
        uwv: at(group.slug, region.slug, 'uwv'),
        other: at(group.slug, region.slug, 'other'),
      }
      const key = keyOf(group.slug, region.slug)
      return {
        region,
        group,
        counts,
        around: COUNTERS.every((counter) => counts[counter] === null)
          ? around(group.slug, region)
          : null,
        found: found(group.slug, region.slug),
        own: own.get(key) ?? 0,
        wider: wider.get(key) ?? 0,
      }
    }),
  )
}

/** The largest count of a pair; null when unknown. A sum would count people twice. */
export function knownSize({ counts }: Pick<Gap, 'counts'>): number | null {
  const known = COUNTERS.flatMap((counter) => counts[counter]?.value ?? [])
  return known.length === 0 ? null : Math.max(...known)
}

/** Sort order: biggest gaps first. */
export function compareGaps(
  a: Pick<Gap, 'counts' | 'own' | 'wider'>,
  b: Pick<Gap, 'counts' | 'own' | 'wider'>,
): number {
  const [sizeA, sizeB] = [knownSize(a), knownSize(b)]
  const [actingA, actingB] = [a.own + a.wider, b.own + b.wider]
  if ((sizeA === null) !== (sizeB === null)) return sizeA === null ? 1 : -1
  if ((actingA === 0) !== (actingB === 0)) return actingA === 0 ? -1 : 1
  if (sizeA === null || sizeB === null) return actingA - actingB
  return sizeB / Math.max(actingB, 1) - sizeA / Math.max(actingA, 1)
}

/** Each region of a type with both total counts, biggest gaps first. */
export function regionGaps(
  base: GapBase,
  type: GapRegion['type'],
  broadGroups: readonly FacetValue[],
): RegionGap[] {
  const { own, wider, at, around, found } = index(base)
  return base.regions
    .filter((region) => region.type === type)
    .map((region) => {
      const cbs = at(SURVEYED_GROUP, region.slug, 'cbs')
      const acts = (group: string) =>
        (own.get(keyOf(group, region.slug)) ?? 0) + (wider.get(keyOf(group, region.slug)) ?? 0)
      return {
        region,
        counts: { cbs, uwv: at(REGISTERED_GROUP, region.slug, 'uwv'), other: null },
        around: cbs === null ? around(SURVEYED_GROUP, region) : null,
        found: found(ALL_GROUPS, region.slug),
        own: own.get(keyOf(ALL_GROUPS, region.slug)) ?? 0,
        wider: wider.get(keyOf(ALL_GROUPS, region.slug)) ?? 0,
        quietGroups: broadGroups.filter(({ slug }) => acts(slug) === 0).length,
      }
    })
    .toSorted(compareGaps)
}

/** Groups without an initiative in any region of this type. */
export function groupsNowhere(
  base: GapBase,
  type: GapRegion['type'],
  groups: readonly FacetValue[],
): FacetValue[] {
  const regions = new Set(
    base.regions.filter((region) => region.type === type).map(({ slug }) => slug),
  )
  const served = new Set(
    [...base.acting, ...base.wider]
      .filter(({ region }) => regions.has(region))
      .map(({ group }) => group),
  )
  return groups.filter(({ slug }) => !served.has(slug))
}
