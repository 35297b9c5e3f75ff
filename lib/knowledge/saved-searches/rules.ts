/**
 * A saved search is the address of a list under a name, for one person. Equal addresses are one search; each person keeps
 * at most twenty, so that the list stays a list. New is what was published or renewed since its owner last opened it;
 * looking at the workspace does not count as opening.
 *
 * Source: issue "find and compare"; prisma/schema/knowledge/saved-searches.prisma.
 */
import {
  cleanQuery,
  isNarrowed,
  parseSearch,
  searchParameters,
  type RawParameters,
} from '@/lib/knowledge/search/rules'
import { FACETS, type Facet, type FacetValue } from '@/lib/knowledge/search/types'

export const MAX_SAVED = 20
export const MAX_NAME = 80
/** The database holds the same bound. */
export const MAX_PARAMETERS = 2_000
/** Above this the exact number of new results says nothing more. */
export const MAX_NEW = 20

type Known = (facet: Facet, value: string) => string | null

/** An address part as the pages read it: a repeated key gives a list. */
export function rawParameters(parameters: string): RawParameters {
  const raw: RawParameters = {}
  const read = new URLSearchParams(parameters)
  for (const key of new Set(read.keys())) {
    const values = read.getAll(key)
    raw[key] = values.length > 1 ? values : values[0]
  }
  return raw
}

/** The search in its fixed form, without the page; null when nothing narrows it or it cannot be kept. */
export function storedParameters(parameters: string, known: Known): string | null {
  const { query } = parseSearch(rawParameters(parameters), known)
  if (!isNarrowed(query)) return null
  const stored = searchParameters({ ...query, page: 1 }).toString()
  return stored.length > MAX_PARAMETERS ? null : stored
}

/** What a search is about, in words: what was typed, then each chosen value. */
export function searchLabels(
  parameters: string,
  values: Record<Facet, FacetValue[]>,
  known: Known,
  language: 'nl' | 'en',
): string[] {
  const { query } = parseSearch(rawParameters(parameters), known)
  const chosen = FACETS.flatMap((facet) =>
    query.selection[facet].map((slug) => {
      const value = values[facet].find((one) => one.slug === slug)
      return value === undefined ? slug : language === 'en' ? value.labelEn : value.labelNl
    }),
  )
  return [...(query.q === '' ? [] : [`‘${query.q}’`]), ...chosen]
}

/** A name to begin with, short enough to keep. */
export function suggestedName(labels: readonly string[]): string {
  return cleanQuery(labels.join(', ').replaceAll(/[‘’]/g, '')).slice(0, MAX_NAME).trim()
}

/** The field with the new name; each form on the page has its own, because a name is also an id there. */
export const nameField = (id: string): string => `name-${id}`
