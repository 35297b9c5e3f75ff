import { listOpenGoals } from '@/lib/monitor/chains/open.data'
import { chainQuerySchema, openGoalsSchema } from '@/lib/monitor/chains/schema'
import { apiJson, apiResource, parseQuery } from '@/lib/base/http/api'
import { toCalendarDate } from '@/lib/base/text/calendar'
import {
  openPolicyIndicator,
  openPolicyPeople,
} from '@/lib/monitor/policy-indicators/open-data.rules'
import { regionIdsOf } from '../region-names'

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource(async (request) => {
  const query = parseQuery(request, chainQuerySchema)
  if ('problem' in query) return query.problem
  const goals = await listOpenGoals(await regionIdsOf(query.data.regio))
  const items = goals.map((goal) => ({
    slug: goal.slug,
    titel: goal.title,
    toelichting: goal.description,
    regio: { code: goal.region.code, slug: goal.region.slug, naam: goal.region.name },
    onderDoel: goal.parent?.slug ?? null,
    eigenaar: goal.organisation?.name ?? null,
    gedragenDoor: goal.carriedBy,
    mensen: openPolicyPeople({
      group: goal.peopleGroup,
      planned: goal.peoplePlanned,
      reached: goal.peopleReached,
    }),
    indicatoren: goal.indicators.map(openPolicyIndicator),
    begin: toCalendarDate(goal.startsOn),
    eind: toCalendarDate(goal.endsOn),
    bron: { titel: goal.sourceTitle, url: goal.sourceUrl },
    maatregelen: goal.measures.map(({ slug }) => slug),
    isVoorbeeld: goal.isExample,
  }))
  return apiJson(openGoalsSchema.parse({ items, totaal: items.length }))
})
