import 'server-only'
import type { Actor } from '@/lib/people/accounts/types'
import { loadFacetValues } from '@/lib/knowledge/search/loaders'
import { knownValue } from '@/lib/knowledge/search/facets.rules'
import { listSavedSearches, withNews } from './data'
import { storedParameters, searchLabels, suggestedName } from './rules'
import type { SavedSearchNews } from './types'

export async function loadSavedSearches(
  actor: Actor,
  language: 'nl' | 'en',
): Promise<(SavedSearchNews & { labels: string[] })[]> {
  const [searches, values] = await Promise.all([listSavedSearches(actor.userId), loadFacetValues()])
  const known = knownValue(values)
  return Promise.all(
    searches.map(async (search) => ({
      ...(await withNews(search, known)),
      labels: searchLabels(search.parameters, values, known, language),
    })),
  )
}

export async function loadSavable(parameters: string, actor: Actor | null, language: 'nl' | 'en') {
  const values = await loadFacetValues()
  const known = knownValue(values)
  const stored = storedParameters(parameters, known)
  if (stored === null) return null
  const own = actor ? await listSavedSearches(actor.userId) : []
  return {
    stored,
    name: suggestedName(searchLabels(stored, values, known, language)),
    saved: own.find((search) => search.parameters === stored)?.name ?? null,
  }
}

export async function loadSavedCount(actor: Actor): Promise<number> {
  return (await listSavedSearches(actor.userId)).length
}
