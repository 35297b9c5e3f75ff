import { listCriteria } from '@/lib/judgement/assessments/data'
import { criteriaSchema } from '@/lib/judgement/assessments/schema'
import { apiJson, apiResource, parseQuery } from '@/lib/base/http/api'
import { emptyQuerySchema } from '@/lib/base/http/api-query'

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource(async (request) => {
  const query = parseQuery(request, emptyQuerySchema)
  if ('problem' in query) return query.problem
  const items = (await listCriteria()).map((criterion) => ({
    slug: criterion.slug,
    nummer: criterion.number,
    label: criterion.labelNl,
    labelEn: criterion.labelEn,
    definitie: criterion.definitionNl,
    vragen: criterion.guidingQuestionsNl,
    ankers: criterion.anchorsNl,
    nietTeBeoordelenAls: criterion.notRatableWhenNl,
  }))
  return apiJson(criteriaSchema.parse({ items, totaal: items.length }))
})
