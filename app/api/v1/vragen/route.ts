import { listAnswered } from '@/lib/exchange/questions/data'
import { openThreadsQuerySchema, openThreadsSchema } from '@/lib/exchange/questions/schema'
import { apiJson, apiResource, parseQuery } from '@/lib/base/http/api'
import { origin } from '@/lib/base/runtime/env'
import { isSlug } from '@/lib/base/text/text'

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource(async (request) => {
  const query = parseQuery(request, openThreadsQuerySchema)
  if ('problem' in query) return query.problem
  const { initiatief, pagina } = query.data
  const { threads, total } =
    initiatief !== undefined && !isSlug(initiatief)
      ? { threads: [], total: 0 }
      : await listAnswered({ slug: initiatief, page: pagina })
  const items = threads.map(({ slug, question, answer }) => ({
    initiatief: slug,
    vraag: question.text,
    gesteldDoor: question.organisation,
    gesteldOp: question.at,
    antwoord: answer.text,
    beantwoordDoor: answer.organisation,
    beantwoordOp: answer.at,
    url: `${origin}/initiatieven/${slug}#vragen`,
  }))
  return apiJson(openThreadsSchema.parse({ items, totaal: total, pagina }))
})
