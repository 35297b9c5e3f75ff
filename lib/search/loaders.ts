import 'server-only'
import { unstable_cache } from 'next/cache'
import type { Locale } from '@/i18n/routing'
import { findInitiatives, getFacetOptions, listFacetValues } from './data'
import { knownValue, parseSearch, type RawParameters } from './rules'
import { FACETS, type Facet, type FacetValue } from './types'

/** Every value of every filter; changes only with the vocabularies. */
export const loadFacetValues = unstable_cache(listFacetValues, ['facet-values'], { tags: ['taxonomy', 'regions'] })

/** Everything the list page shows for an address. */
export async function loadSearch(raw: RawParameters, locale: Locale) {
  const values = await loadFacetValues()
  const { query, ignored } = parseSearch(raw, knownValue(values))
  const [page, facets] = await Promise.all([findInitiatives(query), getFacetOptions(query.q, query.selection, values, locale)])
  return { query, ignored, page, facets, labels: labelsOf(values, locale) }
}

/** Words of a slug in the reader's language, for tags and chips. */
function labelsOf(values: Record<Facet, FacetValue[]>, locale: Locale): (facet: Facet, slug: string) => string {
  const words = new Map(FACETS.flatMap((facet) => values[facet].map((value) => [`${facet}/${value.slug}`, locale === 'nl' ? value.labelNl : value.labelEn] as const)))
  return (facet, slug) => words.get(`${facet}/${slug}`) ?? slug
}
