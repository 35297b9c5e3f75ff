import { apiJson, apiResource, goneProblem, notFoundProblem, parseQuery } from '@/lib/base/http/api'
import { emptyQuerySchema } from '@/lib/base/http/api-query'
import { origin } from '@/lib/base/runtime/env'
import { readSettings } from '@/lib/base/settings/data'
import { siteName } from '@/lib/base/settings/rules'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { isSlug } from '@/lib/base/text/text'
import { openMeasurementPage } from '@/lib/judgement/measurements/open-data.rules'
import { measurementAnswerSchema } from '@/lib/judgement/measurements/open-data.schema'
import { getMeasurementPage } from '@/lib/judgement/measurements/pages.data'
import { citationLine } from '@/lib/judgement/measurements/citation.rules'

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource<{ slug: string; id: string }>(
  async (request, { slug, id }) => {
    const query = parseQuery(request, emptyQuerySchema)
    if ('problem' in query) return query.problem
    const page = isSlug(slug) ? await getMeasurementPage(slug, id) : null
    if (!page) return notFoundProblem()
    if (page.closure?.kind === 'withdrawn') return goneProblem(page.closure.reason)
    const citation = citationLine(page, {
      site: siteName(await readSettings()),
      origin,
      readOn: todayInNetherlands(new Date()),
    })
    return apiJson(measurementAnswerSchema.parse(openMeasurementPage(page, origin, citation)))
  },
)
