/**
 * Per line what is the same, what differs and what nobody knows, for the region of a reader. No
 * total: lines are not worth the same, and being alike says nothing about doing well. "As many" is
 * that of the regions that are alike. Figures of different counters are never compared.
 * Source: docs/model.md, "The policy monitor"; docs/adr/0008 and 0014.
 */
import type { RegionTraits } from '@/lib/monitor/fit/types'
import { REGISTERED_GROUP, SURVEYED_GROUP } from '@/lib/monitor/gaps/rules'
import type { GroupCount } from '@/lib/monitor/gaps/types'
import { asMany } from '@/lib/monitor/peers/rules'
import type { PeerTraits } from '@/lib/monitor/peers/types'
import type { Described, Line, LineState } from './types'

/** Groups that stand for the whole region have a line of their own. */
const WHOLE = new Set<string>([REGISTERED_GROUP, SURVEYED_GROUP])

export interface Sides {
  initiative: Described
  own: PeerTraits
  fit: RegionTraits
  /** Labour-market regions of the initiative, the reader's own left out. */
  places: readonly PeerTraits[]
  /** Names of all its regions, as it says itself. */
  placeNames: readonly string[]
  /** The narrowest of its groups, sectors and challenges. */
  narrow: {
    groups: readonly string[]
    sectors: readonly string[]
    challenges: readonly string[]
  }
  /** The term above each sector and challenge that has one. */
  parents: ReadonlyMap<string, string>
}

const stateOf = (own: GroupCount | null, other: GroupCount | null): LineState =>
  own === null || other === null ? 'unknown' : asMany(own.value, other.value) ? 'same' : 'differs'

/** Counts of one group by the same counter and of the same unit, else what is known of the own. */
export function countsOf(
  group: string,
  own: PeerTraits,
  places: readonly PeerTraits[],
): { own: GroupCount | null; other: GroupCount | null } {
  const mine = own.counts.filter((count) => count.group === group)
  const theirs = places.flatMap(({ counts }) => counts.filter((count) => count.group === group))
  for (const count of mine) {
    const other = theirs.find(
      ({ counter, unit }) => counter === count.counter && unit === count.unit,
    )
    if (other) return { own: count, other }
  }
  return { own: mine[0] ?? null, other: mine.length > 0 ? null : (theirs[0] ?? null) }
}

function placeLine({ initiative, own, placeNames }: Sides): Line {
  const state: LineState = initiative.regions.includes(own.slug)
    ? 'same'
    : placeNames.length > 0
      ? 'differs'
      : 'unknown'
  return { kind: 'place', state, places: placeNames }
}

function groupLine(group: string, { own, fit, places }: Sides): Line {
  const counts = countsOf(group, own, places)
  const around =
    counts.own === null
      ? (fit.groups.find(({ slug, regionName }) => slug === group && regionName !== fit.name) ??
        null)
      : null
  return { kind: 'group', group, state: stateOf(counts.own, counts.other), ...counts, around }
}

/** True when the terms are the same, or one lies above the other. */
export function isRelated(a: string, b: string, parents: ReadonlyMap<string, string>): boolean {
  const above = (slug: string): string[] => {
    const parent = parents.get(slug)
    return parent === undefined ? [slug] : [slug, ...above(parent)]
  }
  return above(a).includes(b) || above(b).includes(a)
}

function termLine(
  kind: 'sectors' | 'challenges',
  said: readonly string[],
  ofRegion: readonly string[],
  parents: Sides['parents'],
): Line {
  const isShared = (slug: string) => ofRegion.some((one) => isRelated(one, slug, parents))
  const shared = said.filter(isShared)
  const missing = said.filter((slug) => !isShared(slug))
  const state: LineState =
    said.length === 0 || ofRegion.length === 0 ? 'unknown' : shared.length > 0 ? 'same' : 'differs'
  return { kind, state, shared, missing }
}

/** All lines, always in the same order, so that initiatives can stand side by side. */
export function suitabilityLines(sides: Sides): Line[] {
  const { own, fit, places, narrow, parents } = sides
  const size = countsOf(REGISTERED_GROUP, own, places)
  return [
    placeLine(sides),
    { kind: 'size', state: stateOf(size.own, size.other), ...size },
    ...narrow.groups.filter((group) => !WHOLE.has(group)).map((group) => groupLine(group, sides)),
    termLine('sectors', narrow.sectors, fit.sectors, parents),
    termLine('challenges', narrow.challenges, fit.challenges, parents),
  ]
}
