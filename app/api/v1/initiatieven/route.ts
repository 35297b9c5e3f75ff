import { listFacetValues } from '@/lib/knowledge/search/facets.data'
import { levelOf } from '@/lib/knowledge/evidence/direction.rules'
import { openDirection } from '@/lib/knowledge/evidence/open-data.rules'
import { LIFECYCLE_SLUGS } from '@/lib/base/taxonomy/types'
import { apiJson, apiResource, parseQuery, type RequestFault } from '@/lib/base/http/api'
import { origin } from '@/lib/base/runtime/env'
import { getRegionFit } from '@/lib/monitor/fit/data'
import { countFacets, findInitiatives } from '@/lib/knowledge/search/data'
import { FACET_PARAMETERS } from '@/lib/knowledge/search/parameters.rules'
import { cleanQuery, emptySelection } from '@/lib/knowledge/search/rules'
import { facetOptions, knownValue } from '@/lib/knowledge/search/facets.rules'
import { initiativesPageSchema, initiativesQuerySchema } from '@/lib/knowledge/search/schema'
import { FACETS, type FacetOptions, type SearchHit } from '@/lib/knowledge/search/types'
import { understand } from '@/lib/base/words/data'

const toItem = (hit: SearchHit) => ({
  slug: hit.slug,
  titel: hit.title,
  samenvatting: hit.summary,
  fase: LIFECYCLE_SLUGS[hit.lifecycle],
  doelgroepen: hit.targetGroups,
  instrumenten: hit.instruments,
  regios: hit.regions,
  bewijsniveau: levelOf(hit.rank),
  ...openDirection(hit),
  gepubliceerdOp: hit.publishedAt,
  url: `${origin}/initiatieven/${hit.slug}`,
})

const toFacets = (facets: FacetOptions) =>
  Object.fromEntries(
    FACETS.map((facet) => [
      FACET_PARAMETERS[facet],
      facets[facet].map(({ slug, label, count }) => ({ slug, label, aantal: count })),
    ]),
  )

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource(async (request) => {
  const values = await listFacetValues()
  const known = knownValue(values)
  const selection = emptySelection()
  const faults: RequestFault[] = []
  for (const facet of FACETS) {
    for (const value of new Set(request.nextUrl.searchParams.getAll(FACET_PARAMETERS[facet]))) {
      const slug = known(facet, value)
      if (slug === null)
        faults.push({
          in: 'query',
          name: FACET_PARAMETERS[facet],
          detail: `onbekende waarde: ${value.slice(0, 100)}`,
        })
      else selection[facet].push(slug)
    }
  }
  const named = request.nextUrl.searchParams.get('voor')
  const region = named === null ? null : known('region', named)
  if (named !== null && region === null)
    faults.push({ in: 'query', name: 'voor', detail: `onbekende waarde: ${named.slice(0, 100)}` })
  const parsed = parseQuery(request, initiativesQuerySchema, faults)
  if ('problem' in parsed) return parsed.problem
  const { pagina, paginagrootte, sorteer } = parsed.data
  const [words, fit] = await Promise.all([
    understand(cleanQuery(parsed.data.q)),
    region === null ? null : getRegionFit(region),
  ])
  const [hits, counts] = await Promise.all([
    findInitiatives({
      words,
      selection,
      page: pagina,
      pageSize: paginagrootte,
      sort: sorteer,
      weights: fit?.weights,
    }),
    countFacets(words, selection),
  ])
  const facetten = toFacets(facetOptions(counts, selection, values, 'nl'))
  return apiJson(
    initiativesPageSchema.parse({
      items: hits.map(toItem),
      totaal: counts.total,
      bedoeldeU: words.meant,
      pagina,
      paginagrootte,
      facetten,
    }),
  )
})
