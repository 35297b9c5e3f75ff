import { listAllObstacles, listChosenObstacles } from '@/lib/exchange/obstacles/data'
import { listLikelyDuplicates } from '@/lib/exchange/obstacles/targets.data'
import { AUTHORITY_PARAMETERS, readFilter, STATUS_PARAMETERS } from '@/lib/exchange/obstacles/rules'
import { obstaclesQuerySchema, openObstaclesSchema } from '@/lib/exchange/obstacles/schema'
import { apiJson, apiResource, parseQuery } from '@/lib/base/http/api'
import { cleanText } from '@/lib/base/text/text'

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource(async (request) => {
  const query = parseQuery(request, obstaclesQuerySchema)
  if ('problem' in query) return query.problem
  const { lijktOp, ...filter } = query.data
  const obstacles =
    lijktOp === undefined
      ? await listAllObstacles(readFilter({ ...filter, q: cleanText(filter.q ?? '') }))
      : await listChosenObstacles(
          (await listLikelyDuplicates(cleanText(lijktOp))).map(({ slug }) => slug),
        )
  const items = obstacles.map((obstacle) => ({
    slug: obstacle.slug,
    titel: obstacle.title,
    watGebeurtEr: obstacle.description,
    wet: obstacle.law,
    instantie: AUTHORITY_PARAMETERS[obstacle.authority],
    instantieNaam: obstacle.authorityName,
    doelgroepen: obstacle.groups.map(({ slug }) => slug),
    regios: obstacle.regions.map(({ code, slug, name }) => ({ code, slug, naam: name })),
    initiatieven: obstacle.initiatives.map(({ slug, title, note }) => ({
      slug,
      titel: title,
      toelichting: note,
    })),
    stand: STATUS_PARAMETERS[obstacle.status],
    aangekaartOp: obstacle.raisedOn,
    opgelostOp: obstacle.solvedOn,
    antwoord: obstacle.answer,
  }))
  return apiJson(openObstaclesSchema.parse({ items, totaal: items.length }))
})
