import { listOpenQuestions } from '@/lib/exchange/learning/data'
import {
  LEARNING_PARAMETERS,
  openQuestionsQuerySchema,
  openQuestionsSchema,
} from '@/lib/exchange/learning/schema'
import { LEARNING_STATUSES } from '@/lib/exchange/learning/rules'
import { apiJson, apiResource, parseQuery } from '@/lib/base/http/api'
import { origin } from '@/lib/base/runtime/env'
import { isSlug } from '@/lib/base/text/text'

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource(async (request) => {
  const query = parseQuery(request, openQuestionsQuerySchema)
  if ('problem' in query) return query.problem
  const { regio, stand, pagina } = query.data
  const { questions, total } =
    regio !== undefined && !isSlug(regio)
      ? { questions: [], total: 0 }
      : await listOpenQuestions({
          region: regio,
          status: LEARNING_STATUSES.find((status) => LEARNING_PARAMETERS[status] === stand),
          page: pagina,
        })
  const items = questions.map(
    ({ question, why, region, answerBy, status, learnt, initiatives, calls }) => ({
      vraag: question,
      waarom: why,
      regio: { code: region.code, slug: region.slug, naam: region.name },
      antwoordVoor: answerBy,
      stand: LEARNING_PARAMETERS[status],
      geleerd: learnt,
      initiatieven: initiatives,
      oproepen: calls,
      url: `${origin}/regios/${region.slug}#leeragenda`,
    }),
  )
  return apiJson(openQuestionsSchema.parse({ items, totaal: total, pagina }))
})
