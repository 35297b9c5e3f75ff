import { countLessons, listLessons } from '@/lib/knowledge/lessons/data'
import { LESSON_PARAMETERS, lessonAnchor, totalLessons } from '@/lib/knowledge/lessons/rules'
import { openLessonsQuerySchema, openLessonsSchema } from '@/lib/knowledge/lessons/schema'
import { LESSON_KINDS } from '@/lib/knowledge/lessons/types'
import { apiJson, apiResource, parseQuery } from '@/lib/base/http/api'
import { origin } from '@/lib/base/runtime/env'
import { isSlug } from '@/lib/base/text/text'

const PER_PAGE = 100

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource(async (request) => {
  const query = parseQuery(request, openLessonsQuerySchema)
  if ('problem' in query) return query.problem
  const { les, doelgroep, instrument, regio, pagina } = query.data
  if ([doelgroep, instrument, regio].some((slug) => slug !== undefined && !isSlug(slug)))
    return apiJson(openLessonsSchema.parse({ items: [], totaal: 0, pagina }))
  const filter = { group: doelgroep ?? null, instrument: instrument ?? null, region: regio ?? null }
  const kind = LESSON_KINDS.find((one) => LESSON_PARAMETERS[one] === les) ?? null
  const [lessons, counts] = await Promise.all([
    listLessons({ ...filter, kind, page: pagina }, PER_PAGE),
    countLessons(filter),
  ])
  const items = lessons.map(({ text, kind: of, initiative, adopter, regions, isExample }) => ({
    les: text,
    soort: LESSON_PARAMETERS[of],
    initiatief: initiative.slug,
    initiatiefTitel: initiative.title,
    overgenomenDoor: adopter?.organisation ?? null,
    maandenNaStart: adopter?.months ?? null,
    regios: regions.map(({ slug, name }) => ({ slug, naam: name })),
    voorbeeld: isExample,
    url: `${origin}/initiatieven/${initiative.slug}#${lessonAnchor({ adopter })}`,
  }))
  return apiJson(openLessonsSchema.parse({ items, totaal: totalLessons(counts, kind), pagina }))
})
