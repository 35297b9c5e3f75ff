/**
 * While someone writes an initiative down, initiatives that look like it are named: those that are at least fairly alike by their tags
 * (the measure of the page of an initiative), those with half or more of the words of the title, two at least, in their own title, and
 * those whose text shares a fifth or more of what the words of this text tell, five words at least. A word tells more the fewer texts
 * have it; a word that more than a twentieth of the texts have tells nothing. A word also counts in another form, in the compounds in which it
 * stands, and as the two words it is made of (lib/base/words).
 *
 * Published initiatives are named to everyone who writes. One that is not published yet is named only to who may open it: its own
 * organisation, and a moderator once it is handed in (lib/exchange/overlap/policy.ts).
 *
 * Nearby (same labour-market region or province) comes first, then the most alike. The editor asks the owner to join, links the two as
 * variants, or goes on and says why. The owner answers a wish to join once. Nothing is ever held up: handing in works without a choice.
 *
 * Source: docs/adr/0010-likeness-by-shared-words.md; docs/adr/0021-the-words-of-a-draft.md; issue "exchange", overlap radar.
 */
import { FAIR_SIMILARITY, rarity } from '@/lib/exchange/comparison/rules'
import type { DraftContent } from '@/lib/knowledge/revisions/types'
import { plain } from '@/lib/base/words/rules'
import type { Joining, JoinState, Lookalike, DistinctiveTerm } from './types'

export const MAX_LOOKALIKES = 5
const MIN_LETTERS = 4
/** Of four letters and more, and in titles of anything. */
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
/** Words of a text that are looked up: enough to know it by, few enough to stay quick. */
export const MAX_TEXT_WORDS = 40
const MAX_TEXT_LETTERS = 30
export const MIN_TEXT_SHARE = 0.2
export const MIN_TEXT_WORDS = 5
/** Named as the reason; more is a list nobody reads. */
export const SHOWN_TEXT_WORDS = 5
const COMMON_SHARE = 0.05
const COMMON_LEAST = 3

/** The words of a title that can tell it from others: letters and digits, without accents, four or more, and no word that any title may have. */
export function titleTerms(title: string): string[] {
  return [...new Set(wordsOf(title))].slice(0, MAX_TITLE_WORDS)
}

const wordsOf = (text: string) =>
  plain(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= MIN_LETTERS && !STOP_WORDS.has(word))

/** Everything that tells what an initiative is about, as one text. */
export function textOf(content: DraftContent): string {
  const { title, summary, problem, steps, workingElements, goals, impact, expectedImpact } = content
  return [
    title,
    summary,
    problem,
    ...steps.flatMap(({ name, description }) => [name, description]),
    ...workingElements,
    ...goals,
    ...impact,
    ...expectedImpact,
  ].join('\n')
}

/** The words to know a text by: those that return most, and of those the ones that stand first. */
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

/** In more texts than this a word tells nothing. */
export function commonFrom(total: number): number {
  return Math.max(COMMON_LEAST, Math.floor(total * COMMON_SHARE))
}

/** The words that tell, with their weight; a word that no text has yet could still stand in a draft. */
export function distinctiveTerms(
  words: readonly { word: string; expression: string; count: number }[],
  total: number,
): DistinctiveTerm[] {
  return words
    .filter(({ count }) => count <= commonFrom(total))
    .map((one) => ({ ...one, weight: rarity(one.count, total) }))
}

/** Which part of what the words tell stands in the other text, from 0 to 1. */
export function textShare(
  shared: readonly string[],
  distinctive: readonly DistinctiveTerm[],
): number {
  const sum = (words: readonly DistinctiveTerm[]) =>
    words.reduce((total, { weight }) => total + weight, 0)
  const all = sum(distinctive)
  return all === 0 ? 0 : sum(distinctive.filter(({ word }) => shared.includes(word))) / all
}

/** Words that are shared, the most distinctive first. */
export function orderShared(
  shared: readonly string[],
  distinctive: readonly DistinctiveTerm[],
): string[] {
  return distinctive
    .filter(({ word }) => shared.includes(word))
    .toSorted((a, b) => b.weight - a.weight || a.word.localeCompare(b.word))
    .map(({ word }) => word)
}

/** True when enough of the words stand in the other title. */
export function sharesTitle(shared: number, words: number): boolean {
  return shared >= MIN_SHARED && words > 0 && shared / words >= MIN_SHARE
}

/** True for one that has to be named. */
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

/** Undecided before decided, nearby before elsewhere, the most alike first. */
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

/** How a wish to join stands. Who chose something else afterwards no longer asks; an answer that was given stays. */
export function joinState({ reply, isLast }: Pick<Joining, 'reply' | 'isLast'>): JoinState {
  if (reply) return reply.welcome ? 'welcome' : 'declined'
  return isLast ? 'pending' : 'withdrawn'
}

/** What the owner reads when someone wants to join. */
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

/** What the one who asked reads. */
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
