import 'server-only'
import { listFacetValues } from './facets.data'
import type { Locale } from '@/i18n/routing'
import { cached } from '@/lib/base/cache/cached'
import { understand } from '@/lib/base/words/data'
import { NO_WORDS } from '@/lib/base/words/rules'
import { countFacets, countWithoutGain, findInitiatives, listRelaxations } from './data'
import { emptySelection, parseSearch, type RawParameters } from './rules'
import { facetOptions, knownValue } from './facets.rules'
import type { Facet, FitWeight, SearchQuery, Sort } from './types'

export const loadFacetValues = () => listFacetValues()

export async function loadQuery(raw: RawParameters) {
  const values = await listFacetValues()
  return { values, ...parseSearch(raw, knownValue(values)) }
}

export async function loadSearch(
  query: SearchQuery,
  locale: Locale,
  weights: readonly FitWeight[],
) {
  const [values, words] = await Promise.all([listFacetValues(), understand(query.q)])
  const { selection } = query
  const [hits, counts] = await Promise.all([
    findInitiatives({ ...query, words, weights }),
    countFacets(words, selection),
  ])
  const relaxations = counts.total === 0 ? await listRelaxations(words, selection) : []
  return {
    hits,
    counts,
    facets: facetOptions(counts, selection, values, locale),
    meant: words.meant,
    relaxations,
  }
}

const HOME_HITS = 50

export const loadOverview = cached('overview', async (locale: Locale) => {
  const selection = emptySelection()
  const [values, hits, counts] = await Promise.all([
    listFacetValues(),
    findInitiatives({ words: NO_WORDS, selection, page: 1, pageSize: HOME_HITS }),
    countFacets(NO_WORDS, selection),
  ])
  const { total, measured } = counts
  return { values, hits, total, measured, facets: facetOptions(counts, selection, values, locale) }
})

/** How many published initiatives made things worse, made no difference or stopped. */
export const countNotWorking = cached('not-working', countWithoutGain)

const EXCERPT = 6

export const loadTagged = cached('tagged', async (facet: Facet, slug: string, sort: Sort) => {
  const selection = { ...emptySelection(), [facet]: [slug] }
  const [values, hits, { total, measured }] = await Promise.all([
    listFacetValues(),
    findInitiatives({ words: NO_WORDS, selection, page: 1, pageSize: EXCERPT, sort }),
    countFacets(NO_WORDS, selection),
  ])
  return { values, hits, total, measured }
})
