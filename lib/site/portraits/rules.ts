/**
 * Which initiatives a set of portraits is about, and which file of them is asked.
 * Source: docs/adr/0049-taking-initiatives-along.md.
 */
import { isSlug } from '@/lib/base/text/text'

/** A board folder with more than this is a list. */
export const MAX_PORTRAITS = 10

/** Parses `?i=`: slugs with commas, also when repeated; the first ones count. */
export function readPortraits(raw: string | readonly string[] | undefined): string[] {
  const names = [raw ?? []].flat().flatMap((part) => part.split(','))
  return [...new Set(names.map((name) => name.trim()))].filter(isSlug).slice(0, MAX_PORTRAITS)
}

/** Documents, then citations; `?soort=` names one. */
export const PORTRAIT_FILES = ['docx', 'pdf', 'pptx', 'bib', 'ris', 'csl', 'apa'] as const
export type PortraitFile = (typeof PORTRAIT_FILES)[number]

export const isPortraitFile = (name: string | null): name is PortraitFile =>
  PORTRAIT_FILES.some((file) => file === name)
