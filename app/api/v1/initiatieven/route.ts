import { EVIDENCE_LEVELS } from '@/lib/evidence/types'
import { LIFECYCLE_WORDS } from '@/lib/initiatives/schema'
import { apiJson, apiResource, parseQuery, type RequestFault } from '@/lib/platform/api'
import { origin } from '@/lib/platform/env'
import { findInitiatives, getFacetOptions, listFacetValues } from '@/lib/search/data'
import { cleanWords, emptySelection, knownValue } from '@/lib/search/rules'
import { initiativesPageSchema, initiativesQuerySchema } from '@/lib/search/schema'
import { FACETS, type FacetOptions, type SearchHit } from '@/lib/search/types'

const toItem = (hit: SearchHit) => ({
  slug: hit.slug, titel: hit.title, samenvatting: hit.summary, fase: LIFECYCLE_WORDS[hit.lifecycle], doelgroepen: hit.targetGroups, instrumenten: hit.instruments,
  regios: hit.regions, bewijsniveau: EVIDENCE_LEVELS[hit.evidenceRank] ?? 'onbekend', gepubliceerdOp: hit.publishedAt, url: `${origin}/initiatieven/${hit.slug}`,
})

const toFacets = (facets: FacetOptions) =>
  Object.fromEntries(FACETS.map((facet) => [facet, facets[facet].map(({ slug, label, count }) => ({ slug, label, aantal: count }))]))

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource(async (request) => {
  const values = await listFacetValues()
  const known = knownValue(values)
  const selection = emptySelection()
  const faults: RequestFault[] = []
  for (const facet of FACETS) {
    for (const value of new Set(request.nextUrl.searchParams.getAll(facet))) {
      const slug = known(facet, value)
      if (slug === null) faults.push({ in: 'query', name: facet, detail: `onbekende waarde: ${value.slice(0, 100)}` })
      else selection[facet].push(slug)
    }
  }
  const parsed = parseQuery(request, initiativesQuerySchema, faults)
  if ('problem' in parsed) return parsed.problem
  const { pagina, paginagrootte } = parsed.data
  const q = cleanWords(parsed.data.q)
  const [page, facets] = await Promise.all([findInitiatives({ q, selection, page: pagina, pageSize: paginagrootte }), getFacetOptions(q, selection, values, 'nl')])
  return apiJson(initiativesPageSchema.parse({ items: page.hits.map(toItem), totaal: page.total, pagina, paginagrootte, facetten: toFacets(facets) }))
})
