import { listCriteriaProfiles } from '@/lib/judgement/assessments/data'
import { getEvidence } from '@/lib/knowledge/evidence/data'
import { getPublishedInitiative } from '@/lib/knowledge/initiatives/data'
import { apiJson, apiResource, notFoundProblem, parseQuery } from '@/lib/base/http/api'
import { emptyQuerySchema } from '@/lib/base/http/api-query'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { isSlug } from '@/lib/base/text/text'
import { getMonitor } from '@/lib/monitor/policies/data'
import { chainOf, deriveSignals, factsOf } from '@/lib/monitor/policies/rules'
import { initiativeAnswerSchema, openInitiative, openMonitor, openProfile } from './open-initiative'

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource<{ slug: string }>(
  async (request, { slug }) => {
    const query = parseQuery(request, emptyQuerySchema)
    if ('problem' in query) return query.problem
    const initiative = isSlug(slug) ? await getPublishedInitiative(slug) : null
    if (!initiative) return notFoundProblem()
    const { id } = initiative
    const [profiles, evidence, monitor] = await Promise.all([
      listCriteriaProfiles([id]),
      getEvidence(id),
      getMonitor(id),
    ])
    const facts = monitor && factsOf(monitor)
    const today = todayInNetherlands(new Date())
    return apiJson(
      initiativeAnswerSchema.parse({
        ...openInitiative(initiative),
        beoordelingen: openProfile(profiles.get(id) ?? []),
        bewijs: evidence && {
          niveau: evidence.level,
          trede: evidence.rank,
          laatsteMeting: evidence.lastMeasuredOn,
          controles: evidence.checks,
        },
        monitor:
          monitor &&
          facts &&
          openMonitor(monitor, chainOf(facts, today), deriveSignals(facts, today)),
      }),
    )
  },
)
