import { apiJson, apiResource, parseQuery } from '@/lib/platform/api'
import { listRegions } from '@/lib/regions/data'
import { REGION_KINDS, regionsQuerySchema, regionsSchema } from '@/lib/regions/schema'
import type { RegionType } from '@/lib/regions/types'

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource(async (request) => {
  const query = parseQuery(request, regionsQuerySchema)
  if ('problem' in query) return query.problem
  const { soort } = query.data
  const types = (Object.keys(REGION_KINDS) as RegionType[]).filter(
    (type) => soort === undefined || REGION_KINDS[type] === soort,
  )
  const items = (await listRegions(types)).map(({ code, slug, name, type }) => ({
    code,
    slug,
    naam: name,
    soort: REGION_KINDS[type],
  }))
  return apiJson(regionsSchema.parse({ items, totaal: items.length }))
})
