/**
 * A row is *same* when all known values are equal, *partly* when some are shared, *different* when
 * none are. Similarity is a symmetric weighted Jaccard index per filter, from 0 to 1; rare terms
 * weigh more. Region, phase and evidence are left out: what works elsewhere or failed may be just
 * what someone needs.
 * Source: docs/look.md, "Compare"; docs/model.md, "Who uses it".
 */
import { isSlug } from '@/lib/base/text/text'
import {
  SIMILAR_FACETS,
  type Agreement,
  type Choice,
  type Likeness,
  type Profile,
  type SimilarFacet,
} from './types'

export const MAX_COMPARED = 4
/** More names than this were not typed by a person. */
const MAX_READ = 20
const MAX_SHOWN = 80

/** Parses `?i=`: slugs with commas, also when repeated. */
export function readChoice(raw: string | readonly string[] | undefined): Choice {
  const names = [raw ?? []]
    .flat()
    .flatMap((part) => part.split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const unique = [...new Set(names)].slice(0, MAX_READ)
  const slugs = unique.filter(isSlug)
  return {
    slugs: slugs.slice(0, MAX_COMPARED),
    over: slugs.slice(MAX_COMPARED),
    unusable: unique.filter((name) => !isSlug(name)).map((name) => name.slice(0, MAX_SHOWN)),
  }
}

/** The choice as an address holds it. */
export function choiceValue(slugs: readonly string[]): string {
  return slugs.slice(0, MAX_COMPARED).join(',')
}

/** Adds one to the choice; unchanged when present or full. */
export function withChosen(slugs: readonly string[], slug: string): string[] {
  return slugs.includes(slug) || slugs.length >= MAX_COMPARED ? [...slugs] : [...slugs, slug]
}

/** How the values of a row relate, one list per initiative; an empty list is unknown. */
export function agreementOf(cells: readonly (readonly string[])[]): Agreement {
  const filled = cells.map((cell) => new Set(cell)).filter((cell) => cell.size > 0)
  const [first, ...rest] = filled
  if (first === undefined) return { kind: 'unknown', shared: [], known: 0 }
  if (rest.length === 0) return { kind: 'single', shared: [], known: 1 }
  const shared = [...first].filter((value) => rest.every((cell) => cell.has(value)))
  const kind = filled.every((cell) => cell.size === shared.length)
    ? 'same'
    : shared.length > 0
      ? 'partly'
      : 'different'
  return { kind, shared, known: filled.length }
}

/** Whom and how weigh most. The sum is 1. */
export const FACET_WEIGHTS: Readonly<Record<SimilarFacet, number>> = {
  targetGroup: 0.3,
  instrument: 0.25,
  challenge: 0.15,
  sector: 0.12,
  style: 0.1,
  driver: 0.08,
}
/** Below this there is too little in common to name. */
export const MIN_SIMILARITY = 0.1
export const STRONG_SIMILARITY = 0.5
export const FAIR_SIMILARITY = 0.25

/** Weight of a term: about 1 for one that everyone has, more for a rarer one. */
export function rarity(count: number, total: number): number {
  return Math.log2(1 + Math.max(total, 1) / Math.min(Math.max(count, 1), Math.max(total, 1)))
}

type Weigh = (facet: SimilarFacet, slug: string) => number

/** The similarity of two initiatives, from 0 to 1. */
export function similarity(a: Profile, b: Profile, weigh: Weigh): number {
  let score = 0
  let weights = 0
  for (const facet of SIMILAR_FACETS) {
    const [own, other] = [new Set(a[facet]), new Set(b[facet])]
    const sum = (slugs: Iterable<string>) =>
      [...slugs].reduce((total, slug) => total + weigh(facet, slug), 0)
    const union = sum(new Set([...own, ...other]))
    if (union === 0) continue
    weights += FACET_WEIGHTS[facet]
    score += (FACET_WEIGHTS[facet] * sum([...own].filter((slug) => other.has(slug)))) / union
  }
  return weights === 0 ? 0 : score / weights
}

/** The share of what one says that another has too, from 0 to 1; what it does not say is no fault. */
export function coverage(one: Profile, other: Profile, weigh: Weigh): number {
  const sum = (facet: SimilarFacet, slugs: readonly string[]) =>
    FACET_WEIGHTS[facet] * slugs.reduce((total, slug) => total + weigh(facet, slug), 0)
  let [said, shared] = [0, 0]
  for (const facet of SIMILAR_FACETS) {
    said += sum(facet, one[facet])
    shared += sum(
      facet,
      one[facet].filter((slug) => other[facet].includes(slug)),
    )
  }
  return said === 0 ? 0 : shared / said
}

/** What two initiatives share, most distinctive first, and the filters without overlap. */
export function likeness(a: Profile, b: Profile, weigh: Weigh): Likeness {
  const compared = SIMILAR_FACETS.map((facet) => {
    const slugs = a[facet]
      .filter((slug) => b[facet].includes(slug))
      .toSorted((one, other) => weigh(facet, other) - weigh(facet, one))
    return {
      facet,
      slugs,
      worth: FACET_WEIGHTS[facet] * slugs.reduce((sum, slug) => sum + weigh(facet, slug), 0),
    }
  })
  return {
    shared: compared
      .filter(({ slugs }) => slugs.length > 0)
      .toSorted((one, other) => other.worth - one.worth)
      .map(({ facet, slugs }) => ({ facet, slugs })),
    apart: compared
      .filter(
        ({ facet, slugs }) => slugs.length === 0 && a[facet].length > 0 && b[facet].length > 0,
      )
      .map(({ facet }) => facet),
  }
}

/** The similarity in a word. */
export function similarityWord(value: number): 'strong' | 'fair' | 'slight' {
  return value >= STRONG_SIMILARITY ? 'strong' : value >= FAIR_SIMILARITY ? 'fair' : 'slight'
}

/** The most distinctive terms that lead to at most `budget` rows together; at least one. */
export function searchThrough<Word extends { count: number; weight: number }>(
  words: readonly Word[],
  budget: number,
): Word[] {
  const chosen: Word[] = []
  let rows = 0
  for (const word of words.toSorted((a, b) => b.weight - a.weight || a.count - b.count)) {
    if (chosen.length > 0 && rows + word.count > budget) continue
    chosen.push(word)
    rows += word.count
  }
  return chosen
}
