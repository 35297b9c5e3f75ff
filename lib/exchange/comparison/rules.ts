/**
 * Initiatives side by side: which ones, where they differ, and which are alike.
 *
 * An address names at most four initiatives; a repeated one counts once, and the order is kept, because it is the order of
 * the columns. In a row the values of the initiatives that have any are laid beside each other: all equal is *same*, some
 * in common is *partly*, nothing in common is *different*. With one value known there is nothing to compare.
 *
 * Two initiatives are as alike as the words they share. For each filter: the weight of the words both have, divided by the
 * weight of the words that at least one has. A word that few initiatives have weighs more than one that many have, and the
 * words above a word count as well, so that two narrow groups of the same broad group are a little alike. The filters are
 * then averaged by `FACET_WEIGHTS`; a filter on which neither says anything is left out. The outcome lies between 0 and 1,
 * is the same both ways, is 1 for the same words, and never falls when a word becomes shared. Region, phase and evidence are
 * left out on purpose: what works elsewhere, failed or was never measured may be exactly what someone looks for.
 *
 * Source: LOOK.md, "Compare"; PRODUCT.md, "Who uses it" (four side by side). The measure is our own: a weighted Jaccard
 * index per filter.
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
/** Names in an address that are looked at; more is not something a person typed. */
const MAX_READ = 20
const MAX_SHOWN = 80

/** Reads `?i=`: slugs with commas between them, also when the part is repeated. */
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

/** The same choice as it stands in an address. */
export function choiceValue(slugs: readonly string[]): string {
  return slugs.slice(0, MAX_COMPARED).join(',')
}

/** The choice with one more; unchanged when it is there already or when four are chosen. */
export function withChosen(slugs: readonly string[], slug: string): string[] {
  return slugs.includes(slug) || slugs.length >= MAX_COMPARED ? [...slugs] : [...slugs, slug]
}

/** How the values of a row relate, one list for each initiative; an empty list is not known. */
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

/** How much each filter says about being alike: for whom and how come first. Together they are 1. */
export const FACET_WEIGHTS: Readonly<Record<SimilarFacet, number>> = {
  targetGroup: 0.3,
  instrument: 0.25,
  challenge: 0.15,
  sector: 0.12,
  style: 0.1,
  driver: 0.08,
}
/** Under this there is too little in common to name. */
export const MIN_SIMILARITY = 0.1
export const STRONG_SIMILARITY = 0.5
export const FAIR_SIMILARITY = 0.25

/** Weight of a word by how many of all initiatives have it: about 1 for a word everyone has, more for a rarer one. */
export function rarity(count: number, total: number): number {
  return Math.log2(1 + Math.max(total, 1) / Math.min(Math.max(count, 1), Math.max(total, 1)))
}

type Weigh = (facet: SimilarFacet, slug: string) => number

/** How alike two initiatives are, from 0 to 1. */
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

/** What two initiatives share, most telling first, and on which filters nothing is shared. */
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

/** How alike in a word. */
export function similarityWord(value: number): 'strong' | 'fair' | 'slight' {
  return value >= STRONG_SIMILARITY ? 'strong' : value >= FAIR_SIMILARITY ? 'fair' : 'slight'
}

/**
 * Through which words to look for initiatives that are alike: the most telling ones, as long as together they lead to no
 * more than `budget` rows. At least one, so that something can always be found.
 */
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
