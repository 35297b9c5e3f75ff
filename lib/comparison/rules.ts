/**
 * Initiatives side by side: which ones, and where they differ.
 *
 * An address names at most four initiatives; a repeated one counts once, and the order is kept, because it is the order of
 * the columns. In a row the values of the initiatives that have any are laid beside each other: all equal is *same*, some
 * in common is *partly*, nothing in common is *different*. With one value known there is nothing to compare.
 *
 * Source: LOOK.md, "Compare"; PRODUCT.md, "Who uses it" (four side by side).
 */
import { isSlug } from '@/lib/platform/text'
import type { Agreement, Choice } from './types'

export const MAX_COMPARED = 4
/** Names in an address that are looked at; more is not something a person typed. */
const MAX_READ = 20
const MAX_SHOWN = 80

/** Reads `?i=`: slugs with commas between them, also when the part is repeated. */
export function readChoice(raw: string | readonly string[] | undefined): Choice {
  const names = [raw ?? []].flat().flatMap((part) => part.split(',')).map((part) => part.trim()).filter((part) => part !== '')
  const unique = [...new Set(names)].slice(0, MAX_READ)
  const slugs = unique.filter(isSlug)
  return { slugs: slugs.slice(0, MAX_COMPARED), over: slugs.slice(MAX_COMPARED), unusable: unique.filter((name) => !isSlug(name)).map((name) => name.slice(0, MAX_SHOWN)) }
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
  const kind = filled.every((cell) => cell.size === shared.length) ? 'same' : shared.length > 0 ? 'partly' : 'different'
  return { kind, shared, known: filled.length }
}
