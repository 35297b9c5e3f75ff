/**
 * Something may happen without being published here, so a page says "not known here", never "does
 * not exist". A broader term includes its narrower ones.
 * Source: docs/model.md, "Doors" and "The policy monitor".
 */
import { narrowest } from '@/lib/knowledge/search/facets.rules'
import type { Counted, FacetValue } from './types'

type Counts = Readonly<Record<string, number>> | undefined

/** Values that occur, most first. */
export function countedValues(values: readonly FacetValue[], counts: Counts): Counted[] {
  return values
    .flatMap((value) => {
      const count = counts?.[value.slug] ?? 0
      return count > 0 ? [{ ...value, count }] : []
    })
    .toSorted((a, b) => b.count - a.count)
}

/** The same without terms that have a narrower one in the list. */
export function narrowCounted(values: readonly FacetValue[], counts: Counts): Counted[] {
  const counted = countedValues(values, counts)
  const narrow = new Set(
    narrowest(
      values,
      counted.map(({ slug }) => slug),
    ).map(({ slug }) => slug),
  )
  return counted.filter(({ slug }) => narrow.has(slug))
}

/** Recognized by the code that statistics use. */
export const isLabourMarketRegion = ({ code }: Pick<FacetValue, 'code'>): boolean =>
  code?.startsWith('AM') ?? false

/** Labour-market regions with and without an initiative. */
export function coverage(
  regions: readonly FacetValue[],
  counts: Counts,
): { active: Counted[]; quiet: FacetValue[] } {
  const own = regions.filter(isLabourMarketRegion)
  return {
    active: countedValues(own, counts),
    quiet: own.filter(({ slug, retired }) => retired !== true && (counts?.[slug] ?? 0) === 0),
  }
}

/** Top-level target groups without an initiative. */
export function unserved(groups: readonly FacetValue[], counts: Counts): FacetValue[] {
  return groups.filter(
    ({ slug, parent, retired }) =>
      parent === null && retired !== true && (counts?.[slug] ?? 0) === 0,
  )
}
