/** Source: docs/model.md, "Doors". */
import { NO_GAIN } from '@/lib/knowledge/evidence/direction.rules'
import {
  type Counts,
  type Facet,
  type FacetOptions,
  FACETS,
  type FacetValue,
  type SearchHit,
  type Selection,
  type WorthReading,
} from './types'
import { isSelected, MEASURED_RANK } from './rules'

/**
 * Finds the slug of a filter value; a region may be named by its code, a term by the address of one
 * that was merged into it.
 */
export function knownValue(
  values: Record<Facet, FacetValue[]>,
): (facet: Facet, value: string) => string | null {
  const index = new Map(
    FACETS.map((facet) => [
      facet,
      new Map(
        values[facet].flatMap(({ slug, code, former = [] }) =>
          [slug, ...(code === null ? [] : [code]), ...former].map((name): [string, string] => [
            name,
            slug,
          ]),
        ),
      ),
    ]),
  )
  return (facet, value) => index.get(facet)?.get(value) ?? null
}

/** The labour-market regions of an initiative, or larger ones when it names no smaller. */
export function namedRegions(
  regions: readonly FacetValue[],
  slugs: readonly string[],
): FacetValue[] {
  const named = narrowest(regions, slugs)
  const labourMarket = named.filter(({ code }) => code?.startsWith('AM'))
  return labourMarket.length > 0 ? labourMarket : named
}

/** The values without a narrower one in the list; search rows hold everything above a tag. */
export function narrowest(values: readonly FacetValue[], slugs: readonly string[]): FacetValue[] {
  const chosen = values.filter(({ slug }) => slugs.includes(slug))
  const broader = new Set(chosen.map(({ parent }) => parent))
  return chosen.filter(({ slug }) => !broader.has(slug))
}

/**
 * Three initiatives worth reading, each with the reason: best researched, most assessors, newest.
 * What harms or makes no difference never leads. `hits` are newest first.
 */
export function worthReading(
  hits: readonly SearchHit[],
  assessors: ReadonlyMap<string, number>,
): { hit: SearchHit; reason: WorthReading }[] {
  const chosen: { hit: SearchHit; reason: WorthReading }[] = []
  const noGain = ({ direction }: SearchHit) => NO_GAIN.includes(direction)
  const best = (reason: WorthReading, score: (hit: SearchHit) => number) => {
    const left = hits.filter((hit) => chosen.every((one) => one.hit !== hit) && score(hit) > 0)
    const [first] = left.toSorted((a, b) => score(b) - score(a))
    if (first) chosen.push({ hit: first, reason })
  }
  best('researched', (hit) =>
    hit.direction === 'helps' && hit.rank >= MEASURED_RANK ? hit.rank : 0,
  )
  best('judged', (hit) => (noGain(hit) ? 0 : (assessors.get(hit.initiativeId) ?? 0)))
  best('newest', (hit) => (noGain(hit) && chosen.length === 0 ? 0 : 1))
  return chosen
}

/** Filters with counts and labels in one language; values without initiatives only when chosen. */
export function facetOptions(
  { values: counts }: Counts,
  selection: Selection,
  values: Record<Facet, FacetValue[]>,
  language: 'nl' | 'en',
): FacetOptions {
  const options = (facet: Facet) =>
    values[facet]
      .map((value) => ({
        slug: value.slug,
        label: language === 'nl' ? value.labelNl : value.labelEn,
        parent: value.parent,
        count: counts[facet]?.[value.slug] ?? 0,
      }))
      .filter(({ slug, count }) => count > 0 || isSelected(selection, facet, slug))
  return {
    targetGroup: options('targetGroup'),
    region: options('region'),
    sector: options('sector'),
    instrument: options('instrument'),
    challenge: options('challenge'),
    driver: options('driver'),
    style: options('style'),
    phase: options('phase'),
    evidence: options('evidence'),
    direction: options('direction'),
    period: options('period'),
  }
}
