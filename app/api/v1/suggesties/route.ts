import { apiJson, apiResource, parseQuery } from '@/lib/base/http/api'
import { listSuggestions } from '@/lib/knowledge/search/suggestions.data'
import { SUGGESTION_PARAMETERS } from '@/lib/knowledge/search/parameters.rules'
import { cleanQuery, SUGGESTIONS_EACH } from '@/lib/knowledge/search/rules'
import { suggestionsQuerySchema, suggestionsSchema } from '@/lib/knowledge/search/schema'

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource(async (request) => {
  const parsed = parseQuery(request, suggestionsQuerySchema)
  if ('problem' in parsed) return parsed.problem
  const found = await listSuggestions(cleanQuery(parsed.data.q), SUGGESTIONS_EACH)
  return apiJson(
    suggestionsSchema.parse({
      items: found.map(({ kind, slug, label, labelEn, count }) => ({
        soort: SUGGESTION_PARAMETERS[kind],
        slug,
        label,
        labelEn,
        aantal: count,
      })),
    }),
  )
})
