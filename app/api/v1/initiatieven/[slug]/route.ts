import { listCriteriaProfiles } from '@/lib/judgement/assessments/data'
import { openProfile } from '@/lib/judgement/assessments/open-data.rules'
import { listContests } from '@/lib/judgement/contests/data'
import { openContests } from '@/lib/judgement/contests/open-data.rules'
import { listFamilyMembers } from '@/lib/exchange/pooling/data'
import { openPools } from '@/lib/exchange/pooling/open-data.rules'
import { isShared, poolOutcomes, studiesOf } from '@/lib/exchange/pooling/rules'
import { getEvidence } from '@/lib/knowledge/evidence/data'
import { openEvidence } from '@/lib/knowledge/evidence/open-data.rules'
import { getPlace } from '@/lib/knowledge/closures/data'
import { openClosure } from '@/lib/knowledge/closures/open-data.rules'
import { openInitiative } from '@/lib/knowledge/initiatives/open-data.rules'
import { getPublishedContent } from '@/lib/knowledge/revisions/data'
import { listPublicVersions } from '@/lib/knowledge/revisions/history.data'
import { openCompleteness } from '@/lib/knowledge/revisions/open-data.rules'
import { openVersions } from '@/lib/knowledge/revisions/history.rules'
import {
  apiJson,
  apiResource,
  goneProblem,
  movedTo,
  notFoundProblem,
  parseQuery,
} from '@/lib/base/http/api'
import { emptyQuerySchema } from '@/lib/base/http/api-query'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { origin } from '@/lib/base/runtime/env'
import { isSlug } from '@/lib/base/text/text'
import { getMonitor } from '@/lib/monitor/policies/data'
import { openMonitor } from '@/lib/monitor/policies/open-data.rules'
import { chainOf, factsOf } from '@/lib/monitor/policies/rules'
import { deriveSignals } from '@/lib/monitor/policies/signals.rules'
import { initiativeAnswerSchema } from './answer-schema'

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource<{ slug: string }>(
  async (request, { slug }) => {
    const query = parseQuery(request, emptyQuerySchema)
    if ('problem' in query) return query.problem
    const place = isSlug(slug) ? await getPlace(slug) : null
    if (!place) return notFoundProblem()
    if (place.kind === 'moved') return movedTo(`${origin}/api/v1/initiatieven/${place.slug}`)
    if (place.kind === 'withdrawn') return goneProblem(place.closure.reason)
    const { initiative } = place
    const { id } = initiative
    const [content, profiles, evidence, monitor, versions, contests, family] = await Promise.all([
      getPublishedContent(id),
      listCriteriaProfiles([id]),
      getEvidence(id),
      getMonitor(id),
      listPublicVersions(id),
      listContests(id),
      listFamilyMembers(id),
    ])
    const facts = monitor && factsOf(monitor)
    const today = todayInNetherlands(new Date())
    return apiJson(
      initiativeAnswerSchema.parse({
        ...openInitiative(initiative, origin),
        gearchiveerd: openClosure(place.kind === 'archived' ? place.closure : null),
        volledigheid: content && openCompleteness(content),
        versies: openVersions(versions, `${origin}/initiatieven/${slug}`),
        beoordelingen: openProfile(profiles.get(id) ?? []),
        betwistingen: openContests(contests),
        bewijs: evidence && openEvidence(evidence),
        monitor:
          monitor &&
          facts &&
          openMonitor(monitor, chainOf(facts, today), deriveSignals(facts, today), origin),
        uitkomstenSamen: openPools(poolOutcomes(studiesOf(family)).filter(isShared), origin),
      }),
    )
  },
)
