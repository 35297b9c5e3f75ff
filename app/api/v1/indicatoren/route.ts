import { listConcepts } from '@/lib/figures/indicators/data'
import { conceptsSchema } from '@/lib/figures/indicators/open-data.schema'
import { apiJson, apiResource, parseQuery } from '@/lib/base/http/api'
import { emptyQuerySchema } from '@/lib/base/http/api-query'

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource(async (request) => {
  const query = parseQuery(request, emptyQuerySchema)
  if ('problem' in query) return query.problem
  const items = (await listConcepts()).map(
    ({ slug, labelNl, labelEn, definitionNl, unit, decimals, unpaidWork, source }) => ({
      slug,
      label: labelNl,
      labelEn,
      definitie: definitionNl,
      eenheid: unit,
      decimalen: decimals,
      onbetaaldWerk: unpaidWork,
      bron: source && { naam: source.name, url: source.url },
    }),
  )
  return apiJson(conceptsSchema.parse({ items, totaal: items.length }))
})
