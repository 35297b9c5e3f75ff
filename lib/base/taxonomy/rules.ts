/**
 * A broader term outside the list counts as absent, so no term is lost.
 * Source: prisma/schema/base/taxonomy.prisma; SKOS broader and narrower.
 */
import type { TermNode, TermPage, TermView } from './types'

/** What a form offers: terms in use, and those that were chosen before they retired. */
export function offered<Term extends { slug: string; retired: boolean }>(
  terms: readonly Term[],
  chosen: readonly string[] = [],
): Term[] {
  return terms.filter(({ slug, retired }) => !retired || chosen.includes(slug))
}

/** The terms as a tree, in the given order. */
export function termTree(terms: readonly TermView[]): TermNode[] {
  const known = new Set(terms.map(({ slug }) => slug))
  const under = (parent: string | null): TermNode[] =>
    terms
      .filter(
        (term) => (term.parent !== null && known.has(term.parent) ? term.parent : null) === parent,
      )
      .map((term) => ({ ...term, children: under(term.slug) }))
  return under(null)
}

/** A term with those above it, broadest first, and right under it; null when unknown. */
export function termPage(terms: readonly TermView[], slug: string): TermPage | null {
  const find = (wanted: string | null) => terms.find((term) => term.slug === wanted)
  const term = find(slug)
  if (!term) return null
  const broader: TermView[] = []
  for (let above = find(term.parent); above && !broader.includes(above); above = find(above.parent))
    broader.unshift(above)
  return { ...term, broader, narrower: terms.filter(({ parent }) => parent === slug) }
}
