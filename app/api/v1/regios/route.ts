import { apiJson, apiResource, parseQuery } from '@/lib/base/http/api'
import { listRegionsEver } from '@/lib/base/regions/data'
import { REGION_KINDS, regionsQuerySchema, regionsSchema } from '@/lib/base/regions/schema'
import type { RegionType } from '@/lib/base/regions/types'

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource(async (request) => {
  const query = parseQuery(request, regionsQuerySchema)
  if ('problem' in query) return query.problem
  const { soort } = query.data
  const types = (Object.keys(REGION_KINDS) as RegionType[]).filter(
    (type) => soort === undefined || REGION_KINDS[type] === soort,
  )
  const items = (await listRegionsEver(types)).map(({ code, slug, name, type, endsOn }) => ({
    code,
    slug,
    naam: name,
    soort: REGION_KINDS[type],
    eindigt: endsOn,
  }))
  return apiJson(regionsSchema.parse({ items, totaal: items.length }))
})
