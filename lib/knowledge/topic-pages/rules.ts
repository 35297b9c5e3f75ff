/**
 * An topic shows what is going on behind one word (a target group, sector, challenge, instrument or region), and just as
 * plainly what is not: the labour-market regions and the broad target groups without an initiative. A broader word counts
 * what its narrower words have. What is not published here may still happen; the page says "not known here", never "does
 * not exist".
 *
 * Source: issue "find and compare", topicPages; PRODUCT.md, the policy monitor (coverage-gap view).
 */
import { narrowest } from '@/lib/knowledge/search/facets.rules'
import type { Counted, FacetValue } from './types'

type Counts = Readonly<Record<string, number>> | undefined

/** The values that occur, most first, in the order of the vocabulary where they are equal. */
export function countedValues(values: readonly FacetValue[], counts: Counts): Counted[] {
  return values
    .flatMap((value) => {
      const count = counts?.[value.slug] ?? 0
      return count > 0 ? [{ ...value, count }] : []
    })
    .toSorted((a, b) => b.count - a.count)
}

/** The same without a word whose narrower word stands there as well: the narrow one says more. */
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

/** Labour-market regions, by the code that statistics use. */
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
    quiet: own.filter(({ slug }) => (counts?.[slug] ?? 0) === 0),
  }
}

/** Target groups at the top of the hierarchy that have nothing. */
export function unserved(groups: readonly FacetValue[], counts: Counts): FacetValue[] {
  return groups.filter(({ slug, parent }) => parent === null && (counts?.[slug] ?? 0) === 0)
}
