import { listOpenAdoptions } from '@/lib/exchange/adoptions/data'
import { adoptionsQuerySchema, openAdoptionsSchema } from '@/lib/exchange/adoptions/schema'
import { apiJson, apiResource, parseQuery } from '@/lib/base/http/api'
import { isSlug } from '@/lib/base/text/text'

const STATES = {
  exploring: 'verkent',
  preparing: 'bereidt-voor',
  running: 'loopt',
  stopped: 'gestopt',
} as const

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource(async (request) => {
  const query = parseQuery(request, adoptionsQuerySchema)
  if ('problem' in query) return query.problem
  const { initiatief } = query.data
  const adoptions =
    initiatief !== undefined && !isSlug(initiatief) ? [] : await listOpenAdoptions(initiatief)
  const items = adoptions.map((adoption) => ({
    initiatief: adoption.initiative.slug,
    organisatie: adoption.organisation,
    regio: adoption.region && {
      code: adoption.region.code,
      slug: adoption.region.slug,
      naam: adoption.region.name,
    },
    stand: STATES[adoption.status],
    doel: adoption.goal,
    doelgroep: adoption.group.slug,
    begin: adoption.startsOn,
    gestoptOp: adoption.stoppedOn,
    redenVanStoppen: adoption.stopReason,
    aanpassing: {
      behouden: adoption.kept,
      veranderd: adoption.changed,
      weggelaten: adoption.dropped,
      waarom: adoption.reason,
    },
    tussenstanden: adoption.checkins.map(({ month, result, lesson }) => ({
      maand: month,
      resultaat: result,
      les: lesson,
    })),
    eigenInitiatief: adoption.own?.slug ?? null,
    voorbeeld: adoption.isExample,
  }))
  return apiJson(openAdoptionsSchema.parse({ items, totaal: items.length }))
})
