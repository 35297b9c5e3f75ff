import { listCalls } from '@/lib/exchange/calls/data'
import { callsQuerySchema, openCallsSchema } from '@/lib/exchange/calls/schema'
import type { CallStatus, CallVocabulary } from '@/lib/exchange/calls/types'
import { apiJson, apiResource, parseQuery } from '@/lib/base/http/api'
import { origin } from '@/lib/base/runtime/env'
import { isSlug } from '@/lib/base/text/text'

const STATES = {
  open: 'open',
  answered: 'beantwoord',
  closed: 'gesloten',
  expired: 'verlopen',
} as const
const STATUSES: readonly CallStatus[] = ['open', 'answered', 'closed', 'expired']

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource(async (request) => {
  const query = parseQuery(request, callsQuerySchema)
  if ('problem' in query) return query.problem
  const { regio, stand } = query.data
  const calls =
    regio !== undefined && !isSlug(regio)
      ? []
      : await listCalls({
          ...(regio !== undefined && { regions: [regio] }),
          ...(stand !== undefined && {
            statuses: STATUSES.filter((status) => STATES[status] === stand),
          }),
        })
  const items = calls.map((call) => {
    const slugs = (vocabulary: CallVocabulary) =>
      call.terms.filter((term) => term.vocabulary === vocabulary).map(({ slug }) => slug)
    return {
      slug: call.slug,
      titel: call.title,
      tekst: call.text,
      organisatie: call.organisation,
      regio: { code: call.region.code, slug: call.region.slug, naam: call.region.name },
      stand: STATES[call.status],
      openTot: call.openUntil,
      doelgroepen: slugs('target_group'),
      sectoren: slugs('sector'),
      instrumenten: slugs('instrument'),
      antwoorden: call.replies,
      voorbeeld: call.isExample,
      url: `${origin}/oproepen/${call.slug}`,
    }
  })
  return apiJson(openCallsSchema.parse({ items, totaal: items.length }))
})
