/**
 * An idea of a few sentences is read with the rules for documents, as if all of it were a title:
 * each term and region that it names counts. What looks like it is chosen by what the idea says,
 * never by how strong or in which direction the evidence of the other is: what stopped or harmed
 * is just what its writer needs to know.
 * Source: docs/adr/0010-likeness-by-shared-words.md; docs/document-reading.md; docs/model.md.
 */
import { shortened } from '@/lib/base/text/text'
import { titleTerms } from '@/lib/exchange/overlap/rules'
import type { Profile } from '@/lib/exchange/comparison/types'
import { placeProposals } from '@/lib/knowledge/documents/places.rules'
import { termProposals } from '@/lib/knowledge/documents/terms.rules'
import type { Knowledge, KnownTerm, Proposal } from '@/lib/knowledge/documents/types'
import { passageOf, sentencesOf } from '@/lib/knowledge/documents/words.rules'
import type { FoundTerm, IdeaFacet, Named, ReadIdea, Reason } from './types'

/** Three sentences, generously; it also has to fit in a cookie during the sign-in. */
export const MAX_IDEA = 1_000
/** Fewer words than this say nothing to go by. */
export const MIN_IDEA_WORDS = 4
/** The cookie that carries a text past the sign-in, and how long. */
export const IDEA_COOKIE = 'idea'
export const IDEA_SECONDS = 60 * 60
export const MAX_ALIKE = 8
export const MAX_PER_BLOCK = 6
export const MAX_SHARED_WORDS = 5

const MAX_TITLE = 120
const MIN_COVERED = 0.5
const MIN_WORDS = 2
const MIN_TEXT_SHARE = 0.2

const FACET_OF: Record<KnownTerm['field'], IdeaFacet> = {
  targetGroups: 'targetGroup',
  instruments: 'instrument',
  challenges: 'challenge',
  sectors: 'sector',
}

function titleOf(sentence: string): string {
  const line = sentence.replace(/\s+/g, ' ').replace(/[.!?]$/, '')
  return shortened(line, MAX_TITLE)
}

const typed = (field: 'title' | 'summary', value: string, sentence: string): Proposal => ({
  field,
  value,
  passage: passageOf(sentence),
  rule: 'typed',
  because: '',
  strength: 'strong',
})

type Labels = Readonly<Record<IdeaFacet | 'region', readonly Named[]>>

/** The proposals for a draft, and the terms and regions by name with the word that named them. */
export function readIdea(text: string, knowledge: Knowledge, labels: Labels): ReadIdea {
  const [first = text] = sentencesOf(text)
  const said = [
    ...termProposals([], [], knowledge.terms, text),
    ...placeProposals([], [], knowledge.places, text),
  ]
  const found = said.flatMap(({ field, value, passage, because }): FoundTerm[] => {
    const known = knowledge.terms.find((term) => term.slug === value && term.field === field)
    const facet = field === 'regions' ? 'region' : known && FACET_OF[known.field]
    const named = facet && labels[facet].find(({ slug }) => slug === value)
    const [from, to] = passage.marks[0] ?? [0, 0]
    const { slug, labelNl, labelEn } = named ?? { slug: value, labelNl: because, labelEn: because }
    return facet
      ? [{ facet, slug, labelNl, labelEn, because: passage.text.slice(from, to) || because }]
      : []
  })
  const proposals = [typed('title', titleOf(first), first), typed('summary', text, text), ...said]
  return { text, proposals, found }
}

/** The terms of an idea with those above them, as the likeness of initiatives has them. */
export function profileOf(found: readonly FoundTerm[], terms: readonly KnownTerm[]): Profile {
  const upward = (facet: IdeaFacet): string[] => {
    const all = new Set<string>()
    const add = (slug: string | null) => {
      if (slug === null || all.has(slug)) return
      all.add(slug)
      add(
        terms.find((term) => term.slug === slug && FACET_OF[term.field] === facet)?.parent ?? null,
      )
    }
    for (const one of found) if (one.facet === facet) add(one.slug)
    return [...all]
  }
  return {
    targetGroup: upward('targetGroup'),
    instrument: upward('instrument'),
    challenge: upward('challenge'),
    sector: upward('sector'),
    style: [],
    driver: [],
  }
}

export interface Likely {
  initiativeId: string
  /** Share of the terms of the idea, from 0 to 1. */
  covered: number
  /** Share of the weight of its distinctive words. */
  text: number
  words: readonly string[]
  /** In the region that the idea names. */
  near: boolean
}

/** True for one that must be named. */
export function looksLikeIdea({ covered, text, words, near }: Likely): boolean {
  const enough = near ? 1 : MIN_WORDS
  return covered >= MIN_COVERED || (words.length >= enough && text >= MIN_TEXT_SHARE)
}

/** What shares most of the idea first. Evidence and direction do not count, on purpose. */
export function orderLikely<One extends Likely>(found: readonly One[]): One[] {
  return found
    .filter(looksLikeIdea)
    .toSorted(
      (a, b) =>
        b.covered + b.text - (a.covered + a.text) || a.initiativeId.localeCompare(b.initiativeId),
    )
    .slice(0, MAX_ALIKE)
}

/** Why a text with terms and a region is shown, the first that holds; null for no reason. */
export function reasonFor(
  found: readonly FoundTerm[],
  other: { terms: readonly string[]; region: string | null; title: string },
  ideaWords: readonly string[],
): Reason | null {
  const term = found.find(({ facet, slug }) => facet !== 'region' && other.terms.includes(slug))
  if (term) return { kind: 'term', labelNl: term.labelNl, labelEn: term.labelEn }
  const words = titleTerms(other.title).filter((word) => ideaWords.includes(word))
  if (words.length >= MIN_WORDS) return { kind: 'words', words: words.slice(0, MAX_SHARED_WORDS) }
  const region = found.find(({ facet, slug }) => facet === 'region' && slug === other.region)
  return region ? { kind: 'region', name: region.labelNl } : null
}

/**
 * Each once, at most MAX_PER_BLOCK, and in turns of their source, so that the first lookalike does
 * not push the others out.
 */
export function inTurns<One>(
  all: readonly One[],
  key: (one: One) => string,
  source: (one: One) => string,
): One[] {
  const once = new Map<string, One>()
  for (const one of all) if (!once.has(key(one))) once.set(key(one), one)
  const groups = [...Map.groupBy(once.values(), source).values()]
  const longest = Math.max(0, ...groups.map((group) => group.length))
  return Array.from({ length: longest }, (_, turn) => groups.flatMap((group) => group[turn] ?? []))
    .flat()
    .slice(0, MAX_PER_BLOCK)
}
