import { listOpenMeasures } from '@/lib/monitor/chains/open.data'
import { chainQuerySchema, openMeasuresSchema } from '@/lib/monitor/chains/schema'
import { apiJson, apiResource, parseQuery } from '@/lib/base/http/api'
import { toCalendarDate } from '@/lib/base/text/calendar'
import {
  openPolicyIndicator,
  openPolicyPeople,
} from '@/lib/monitor/policy-indicators/open-data.rules'
import { regionIdsOf } from '../region-names'
import { qualifierOf } from '@/lib/base/amounts/rules'

const openTerm = ({ slug, labelNl }: { slug: string; labelNl: string }) => ({
  slug,
  label: labelNl,
})

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource(async (request) => {
  const query = parseQuery(request, chainQuerySchema)
  if ('problem' in query) return query.problem
  const measures = await listOpenMeasures(await regionIdsOf(query.data.regio))
  const items = measures.map((measure) => ({
    slug: measure.slug,
    titel: measure.title,
    toelichting: measure.description,
    doel: measure.goal.slug,
    regio: {
      code: measure.goal.region.code,
      slug: measure.goal.region.slug,
      naam: measure.goal.region.name,
    },
    instrument: measure.instrumentType && openTerm(measure.instrumentType),
    verantwoordelijke: measure.responsible?.name ?? measure.responsibleName,
    mensen: openPolicyPeople({
      group: measure.peopleGroup,
      planned: measure.peoplePlanned,
      reached: measure.peopleReached,
    }),
    indicatoren: measure.indicators.map(openPolicyIndicator),
    afruil: measure.tradeOffs.map(({ domain, effect, hoursPerWeek, carriedBy }) => ({
      terrein: domain,
      gevolg: effect,
      urenPerWeek: hoursPerWeek?.toNumber() ?? null,
      gedragenDoor: carriedBy,
    })),
    begin: toCalendarDate(measure.startsOn),
    eind: toCalendarDate(measure.endsOn),
    financiering: measure.fundings.map((row) => ({
      verstrekker: row.provider,
      soort: openTerm(row.type),
      bedragEuro: row.amountEuro,
      bedragKwalificatie: row.amountEuro === null ? null : qualifierOf(row.amountQualifier),
      overlap: row.overlap,
      begin: toCalendarDate(row.startsOn),
      eind: toCalendarDate(row.endsOn),
    })),
    isVoorbeeld: measure.goal.isExample,
  }))
  return apiJson(openMeasuresSchema.parse({ items, totaal: items.length }))
})
