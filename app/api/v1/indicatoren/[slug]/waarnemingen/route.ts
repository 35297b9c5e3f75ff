import { listConcepts, listContextFigures } from '@/lib/indicators/data'
import { observationsQuerySchema, observationsSchema } from '@/lib/indicators/schema'
import type { ContextFigure } from '@/lib/indicators/types'
import { apiJson, apiResource, notFoundProblem, parseQuery } from '@/lib/platform/api'
import { isSlug } from '@/lib/platform/text'

const toItem = ({ sourceKey, region, periodCode, periodLabel, periodStart, value, unit, qualifier, status, breakdown, source, reportRef, caveats }: ContextFigure) => ({
  sleutel: sourceKey, regio: { code: region.code, slug: region.slug, naam: region.name }, periode: { code: periodCode, label: periodLabel, begin: periodStart },
  waarde: value, eenheid: unit, kwalificatie: qualifier, status, uitsplitsing: breakdown, bron: { naam: source.name, url: source.url }, vindplaats: reportRef,
  opmerkingen: caveats.map(({ finding }) => finding),
})

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource<{ slug: string }>(async (request, { slug }) => {
  const query = parseQuery(request, observationsQuerySchema)
  if ('problem' in query) return query.problem
  if (!isSlug(slug) || !(await listConcepts()).some((concept) => concept.slug === slug)) return notFoundProblem()
  const { regio, periode } = query.data
  const items = (await listContextFigures({ indicatorSlugs: [slug] }))
    .filter(({ region }) => regio.length === 0 || regio.includes(region.code) || regio.includes(region.slug))
    .filter(({ periodCode }) => periode.length === 0 || (periodCode !== null && periode.includes(periodCode)))
    .map(toItem)
  return apiJson(observationsSchema.parse({ indicator: slug, items, totaal: items.length }))
})
