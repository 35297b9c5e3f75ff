import { apiJson, apiResource, parseQuery } from '@/lib/base/http/api'
import { emptyQuerySchema } from '@/lib/base/http/api-query'
import { listTerms } from '@/lib/base/taxonomy/data'
import { targetGroupsSchema } from '@/lib/base/taxonomy/schema'

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource(async (request) => {
  const query = parseQuery(request, emptyQuerySchema)
  if ('problem' in query) return query.problem
  const items = (await listTerms('target_group')).map(
    ({ slug, labelNl, labelEn, definitionNl, definitionEn, altLabels, parent, retired }) => ({
      slug,
      label: labelNl,
      labelEn,
      definitie: definitionNl,
      definitieEn: definitionEn,
      ook: altLabels,
      breder: parent,
      vervallen: retired,
    }),
  )
  return apiJson(targetGroupsSchema.parse({ items, totaal: items.length }))
})
