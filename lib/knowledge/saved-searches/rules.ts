/**
 * Equal addresses are one search. New is what was published since its owner last opened it.
 * Source: docs/model.md, "Doors"; prisma/schema/knowledge/saved-searches.prisma.
 */
import { labelIn } from '@/lib/base/text/label'
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
/** The database enforces the same limit. */
export const MAX_PARAMETERS = 2_000
/** Above this the exact number is not shown. */
export const MAX_NEW = 20

type Known = (facet: Facet, value: string) => string | null

/** Repeated keys give a list, as Next does. */
export function rawParameters(parameters: string): RawParameters {
  const raw: RawParameters = {}
  const read = new URLSearchParams(parameters)
  for (const key of new Set(read.keys())) {
    const values = read.getAll(key)
    raw[key] = values.length > 1 ? values : values[0]
  }
  return raw
}

/** The search in canonical form; null when nothing narrows it or it is too long. */
export function storedParameters(parameters: string, known: Known): string | null {
  const { query } = parseSearch(rawParameters(parameters), known)
  if (!isNarrowed(query)) return null
  const stored = searchParameters({ ...query, page: 1 }).toString()
  return stored.length > MAX_PARAMETERS ? null : stored
}

/** The typed text, then each chosen value. */
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
      return value === undefined ? slug : labelIn(language, value)
    }),
  )
  return [...(query.q === '' ? [] : [`‘${query.q}’`]), ...chosen]
}

/** A default name that fits MAX_NAME. */
export function suggestedName(labels: readonly string[]): string {
  return cleanQuery(labels.join(', ').replaceAll(/[‘’]/g, '')).slice(0, MAX_NAME).trim()
}

/** A name is also an id on the page, so each form needs its own. */
export const nameField = (id: string): string => `name-${id}`
