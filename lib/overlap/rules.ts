/**
 * While someone writes an initiative down, published initiatives that look like it are named: those that are at least fairly alike by
 * their tags (the measure of the page of an initiative), and those with half or more of the words of the title, two at least, in their own
 * title. Nearby (same labour-market region or province) comes first, then the most alike. The editor joins the owner, links the two
 * as variants, or goes on and says why. Nothing is ever held up: handing in works without an answer.
 *
 * Source: docs/adr/0010-likeness-by-shared-words.md; issue "exchange", overlap radar.
 */
import { FAIR_SIMILARITY } from '@/lib/comparison/rules'
import type { Lookalike } from './types'

export const MAX_LOOKALIKES = 5
const MIN_LETTERS = 4
/** Of four letters and more, and in titles of anything. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(['voor', 'naar', 'door', 'over', 'onder', 'deze', 'onze', 'meer', 'zijn', 'niet', 'maar', 'zonder', 'tussen', 'from', 'with', 'their'])
const MAX_TITLE_WORDS = 12
const MIN_SHARED = 2
const MIN_SHARE = 0.5

/** The words of a title that can tell it from others: letters and digits, without accents, four or more, and no word that any title may have. */
export function titleWords(title: string): string[] {
  const words = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[^a-z0-9]+/).filter((word) => word.length >= MIN_LETTERS && !EMPTY_WORDS.has(word))
  return [...new Set(words)].slice(0, MAX_TITLE_WORDS)
}

/** True when enough of the words stand in the other title. */
export function sharesTitle(shared: number, words: number): boolean {
  return shared >= MIN_SHARED && words > 0 && shared / words >= MIN_SHARE
}

/** True for one that has to be named. */
export function isLookalike({ similarity, shared, words }: { similarity: number; shared: number; words: number }): boolean {
  return similarity >= FAIR_SIMILARITY || sharesTitle(shared, words)
}

/** Undecided before decided, nearby before elsewhere, the most alike first. */
export function orderLookalikes(found: readonly Lookalike[]): Lookalike[] {
  return found.toSorted(
    (a, b) =>
      Number(a.decided !== null) - Number(b.decided !== null) || Number(b.near) - Number(a.near) || b.titleWords.length - a.titleWords.length ||
      b.similarity - a.similarity || a.slug.localeCompare(b.slug),
  )
}

/** What the owner reads when someone wants to join. */
export function joinLetter(input: { title: string; organisation: string; own: string; name: string; email: string; words: string }): { subject: string; text: string } {
  const { title, organisation, own, name, email, words } = input
  return {
    subject: `${organisation} wil aansluiten bij "${title}"`,
    text: [`${name} van ${organisation} legt "${own}" vast en zag dat het lijkt op uw initiatief "${title}". Het bericht:`, words, `U kunt ${name} antwoorden via ${email}.`].join('\n\n'),
  }
}
