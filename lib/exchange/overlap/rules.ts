/**
 * Initiatives look alike by tags, by title words or by distinctive words of the text; rarer words
 * weigh more. Drafts are named only to those who may open them. Nothing ever blocks submitting.
 * Source: docs/adr/0010-likeness-by-shared-words.md; docs/adr/0021-the-words-of-a-draft.md;
 * docs/model.md, "Exchange".
 */
import { FAIR_SIMILARITY, rarity } from '@/lib/exchange/comparison/rules'
import type { DraftContent } from '@/lib/knowledge/revisions/types'
import { plain } from '@/lib/base/words/rules'
import type { Joining, JoinState, Lookalike, DistinctiveTerm } from './types'

export const MAX_LOOKALIKES = 5
const MIN_LETTERS = 4
const STOP_WORDS: ReadonlySet<string> = new Set([
  'voor',
  'naar',
  'door',
  'over',
  'onder',
  'deze',
  'onze',
  'meer',
  'zijn',
  'niet',
  'maar',
  'zonder',
  'tussen',
  'from',
  'with',
  'their',
])
const MAX_TITLE_WORDS = 12
const MIN_SHARED = 2
const MIN_SHARE = 0.5
/** Enough words to know a text by, few enough to stay quick. */
export const MAX_TEXT_WORDS = 40
const MAX_TEXT_LETTERS = 30
export const MIN_TEXT_SHARE = 0.2
export const MIN_TEXT_WORDS = 5
/** More is a list nobody reads. */
export const SHOWN_TEXT_WORDS = 5
const COMMON_SHARE = 0.05
const COMMON_LEAST = 3

/** The distinctive words of a title: four letters or more, without accents and stop words. */
export function titleTerms(title: string): string[] {
  return [...new Set(wordsOf(title))].slice(0, MAX_TITLE_WORDS)
}

const wordsOf = (text: string) =>
  plain(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= MIN_LETTERS && !STOP_WORDS.has(word))

/** The whole text of an initiative. */
export function textOf(content: DraftContent): string {
  const { title, summary, problem, story, steps, workingElements, goals, impact, expectedImpact } =
    content
  return [
    title,
    summary,
    problem,
    story,
    ...steps.flatMap(({ name, description }) => [name, description]),
    ...workingElements,
    ...goals,
    ...impact,
    ...expectedImpact,
  ].join('\n')
}

/** The most frequent words of a text, then the earliest. */
export function textTerms(text: string): string[] {
  const counts = new Map<string, number>()
  for (const word of wordsOf(text))
    if (word.length <= MAX_TEXT_LETTERS && /[a-z]/.test(word))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MAX_TEXT_WORDS)
    .map(([word]) => word)
}

/** A word in more texts than this weighs nothing. */
export function commonFrom(total: number): number {
  return Math.max(COMMON_LEAST, Math.floor(total * COMMON_SHARE))
}

/** The distinctive words with their weight; one that no text has yet may still be in a draft. */
export function distinctiveTerms(
  words: readonly { word: string; expression: string; count: number }[],
  total: number,
): DistinctiveTerm[] {
  return words
    .filter(({ count }) => count <= commonFrom(total))
    .map((one) => ({ ...one, weight: rarity(one.count, total) }))
}

/** The share of the weight of these words in another text, from 0 to 1. */
export function textShare(
  shared: readonly string[],
  distinctive: readonly DistinctiveTerm[],
): number {
  const sum = (words: readonly DistinctiveTerm[]) =>
    words.reduce((total, { weight }) => total + weight, 0)
  const all = sum(distinctive)
  return all === 0 ? 0 : sum(distinctive.filter(({ word }) => shared.includes(word))) / all
}

/** Shared words, most distinctive first. */
export function orderShared(
  shared: readonly string[],
  distinctive: readonly DistinctiveTerm[],
): string[] {
  return distinctive
    .filter(({ word }) => shared.includes(word))
    .toSorted((a, b) => b.weight - a.weight || a.word.localeCompare(b.word))
    .map(({ word }) => word)
}

/** True when the other title has enough of the words. */
export function sharesTitle(shared: number, words: number): boolean {
  return shared >= MIN_SHARED && words > 0 && shared / words >= MIN_SHARE
}

/** True for one that must be named. */
export function isLookalike({
  similarity,
  shared,
  words,
  text,
  textTerms: inText,
}: {
  similarity: number
  shared: number
  words: number
  text: number
  textTerms: number
}): boolean {
  return (
    similarity >= FAIR_SIMILARITY ||
    sharesTitle(shared, words) ||
    (text >= MIN_TEXT_SHARE && inText >= MIN_TEXT_WORDS)
  )
}

/** Undecided first, then nearby, then the most alike. */
export function orderLookalikes(found: readonly Lookalike[]): Lookalike[] {
  const alike = ({ similarity, text }: Lookalike) => Math.max(similarity, text)
  return found.toSorted(
    (a, b) =>
      Number(a.decided !== null) - Number(b.decided !== null) ||
      Number(b.near) - Number(a.near) ||
      b.titleTerms.length - a.titleTerms.length ||
      alike(b) - alike(a) ||
      a.slug.localeCompare(b.slug),
  )
}

/** The state of a wish to join: a later choice withdraws it, an answer is final. */
export function joinState({ reply, isLast }: Pick<Joining, 'reply' | 'isLast'>): JoinState {
  if (reply) return reply.welcome ? 'welcome' : 'declined'
  return isLast ? 'pending' : 'withdrawn'
}

/** To the owner, when someone wants to join. */
export function joinEmail(input: {
  title: string
  organisation: string
  own: string
  name: string
  words: string
}): { subject: string; text: string } {
  const { title, organisation, own, name, words } = input
  return {
    subject: `${organisation} wil aansluiten bij "${title}"`,
    text: [
      `${name} van ${organisation} legt "${own}" vast en zag dat het lijkt op uw initiatief "${title}". Het bericht:`,
      words,
      `U antwoordt ${name} op de pagina hieronder.`,
    ].join('\n\n'),
  }
}

/** To the asker. */
export function replyEmail(input: {
  title: string
  organisation: string
  welcome: boolean
  words: string
}): { subject: string; text: string } {
  const { title, organisation, welcome, words } = input
  const outcome = welcome
    ? `U kunt aansluiten bij "${title}"`
    : `Aansluiten bij "${title}" kan nu niet`
  return { subject: outcome, text: [`${outcome}. ${organisation} schrijft:`, words].join('\n\n') }
}
