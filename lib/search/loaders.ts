import 'server-only'
import { unstable_cache } from 'next/cache'
import type { Locale } from '@/i18n/routing'
import { findInitiatives, getFacetOptions, listFacetValues } from './data'
import { emptySelection, knownValue, parseSearch, type RawParameters } from './rules'
import type { Facet } from './types'

/** Every value of every filter; changes only with the vocabularies. */
export const loadFacetValues = unstable_cache(listFacetValues, ['facet-values'], { tags: ['taxonomy', 'regions'] })

/** Everything the list page shows for an address. */
export async function loadSearch(raw: RawParameters, locale: Locale) {
  const values = await loadFacetValues()
  const { query, ignored } = parseSearch(raw, knownValue(values))
  const [page, facets] = await Promise.all([findInitiatives(query), getFacetOptions(query.q, query.selection, values, locale)])
  return { query, ignored, page, facets, values }
}

const HOME_HITS = 50
const CACHE_SECONDS = 60

/** What the home page tells: how many there are, the newest, and the ways in with their counts. */
export const loadOverview = unstable_cache(
  async (locale: Locale) => {
    const values = await listFacetValues()
    const selection = emptySelection()
    const [{ hits, total, measured }, facets] = await Promise.all([
      findInitiatives({ q: '', selection, page: 1, pageSize: HOME_HITS }),
      getFacetOptions('', selection, values, locale),
    ])
    return { values, hits, total, measured, facets }
  },
  ['overview'],
  { tags: ['initiatives', 'taxonomy', 'regions'], revalidate: CACHE_SECONDS },
)

const EXCERPT = 6

/** The newest initiatives of one region or target group and how many there are. */
export const loadTagged = unstable_cache(
  async (facet: Facet, slug: string) => {
    const [values, page] = await Promise.all([
      listFacetValues(),
      findInitiatives({ q: '', selection: { ...emptySelection(), [facet]: [slug] }, page: 1, pageSize: EXCERPT }),
    ])
    return { ...page, values }
  },
  ['tagged'],
  { tags: ['initiatives', 'taxonomy', 'regions'], revalidate: CACHE_SECONDS },
)
