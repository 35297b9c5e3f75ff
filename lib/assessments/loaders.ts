import 'server-only'
import { unstable_cache } from 'next/cache'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { loadReader, requireActorPage } from '@/lib/accounts/loaders'
import type { Actor } from '@/lib/accounts/types'
import { todayInNetherlands } from '@/lib/platform/calendar'
import { getRegionGraph } from '@/lib/regions/data'
import { regionFamily, sharesRegion } from '@/lib/regions/rules'
import { getAssessmentTarget, getOwnAssessment, listAssessmentTargets, listCriteria, listCriteriaProfiles, listOwnStates, toAssessable } from './data'
import { canAssess, canSelfScore } from './policy'
import { withoutPanel } from './rules'
import type { AssessableInitiative, AssessmentTarget, CriterionProfile } from './types'

const CACHE_SECONDS = 300

/** The seven criteria; they change only with the vocabularies. */
export const loadCriteria = unstable_cache(listCriteria, ['criteria'], { tags: ['taxonomy'], revalidate: CACHE_SECONDS })

const isAssessor = (actor: Actor | null): actor is Actor => actor?.memberships.some(({ role }) => role === 'assessor') ?? false

/** Those of these initiatives that this assessor may judge at some time, handed in or not. */
async function judgeable(actor: Actor, targets: readonly AssessmentTarget[]): Promise<AssessmentTarget[]> {
  const graph = await getRegionGraph()
  const own = new Set(actor.regionIds)
  return targets.filter(({ organisationId, regionIds }) => canAssess(actor, { organisationId, sharesRegion: sharesRegion(own, regionFamily(graph, regionIds)), submitted: false }))
}

/** Initiatives whose panel scores this reader may not see yet: blind until the own judgement is handed in. */
async function blindFor(actor: Actor | null, initiativeIds: readonly string[]): Promise<Set<string>> {
  if (!isAssessor(actor) || initiativeIds.length === 0) return new Set()
  const targets = await judgeable(actor, await listAssessmentTargets(initiativeIds))
  const states = await listOwnStates(actor.userId, targets.map(({ initiativeId }) => initiativeId), 'panel')
  return new Set(targets.filter(({ initiativeId }) => states.get(initiativeId) !== 'submitted').map(({ initiativeId }) => initiativeId))
}

/** The profile of one initiative for this reader, with whether the panel is kept from them for now. */
export const loadCriteriaProfile = cache(async (initiativeId: string): Promise<{ profile: CriterionProfile[]; blind: boolean; today: string }> => {
  const read = unstable_cache(async () => (await listCriteriaProfiles([initiativeId])).get(initiativeId) ?? [], ['criteria-profile', initiativeId], {
    tags: [`initiative:${initiativeId}`, 'initiatives', 'taxonomy'],
    revalidate: CACHE_SECONDS,
  })
  const [profile, reader] = await Promise.all([read(), loadReader()])
  const blind = (await blindFor(reader, [initiativeId])).has(initiativeId)
  return { profile: blind ? withoutPanel(profile) : profile, blind, today: todayInNetherlands(new Date()) }
})

/** Profiles for a list, each without its panel where this reader still has to judge. */
export async function loadCriteriaProfiles(initiativeIds: readonly string[]): Promise<Map<string, CriterionProfile[]>> {
  const [profiles, reader] = await Promise.all([listCriteriaProfiles(initiativeIds), loadReader()])
  const blind = await blindFor(reader, initiativeIds)
  return new Map([...profiles].map(([id, profile]) => [id, blind.has(id) ? withoutPanel(profile) : profile]))
}

/** What this reader may do with the initiative now: judge it, score it as its owner, or neither. */
export async function loadAssessmentRight(slug: string, actor: Actor | null): Promise<'panel' | 'self' | null> {
  if (!actor) return null
  const target = await getAssessmentTarget(slug)
  if (!target) return null
  const kind = canSelfScore(actor, { organisationId: target.organisationId, sharesRegion: true, submitted: false }) ? 'self' : 'panel'
  if (kind === 'panel' && (await judgeable(actor, [target])).length === 0) return null
  const states = await listOwnStates(actor.userId, [target.initiativeId], kind)
  return states.get(target.initiativeId) === 'submitted' ? null : kind
}

/** The form of one assessor for one initiative. Not found without the right; a handed in one is shown, not changed. */
export async function loadAssessmentWork(slug: string, returnTo: string) {
  const actor = await requireActorPage(returnTo)
  const target = await getAssessmentTarget(slug)
  if (!target) notFound()
  const kind = canSelfScore(actor, { organisationId: target.organisationId, sharesRegion: true, submitted: false }) ? ('self' as const) : ('panel' as const)
  if (kind === 'panel' && (await judgeable(actor, [target])).length === 0) notFound()
  const [criteria, own] = await Promise.all([loadCriteria(), getOwnAssessment(actor.userId, target.initiativeId, kind)])
  return { actor, target, kind, criteria, own }
}

/** Initiatives that wait for this assessor: begun ones first, then those that fewest others judged. */
export async function loadAssessable(actor: Actor): Promise<AssessableInitiative[]> {
  if (!isAssessor(actor)) return []
  return toAssessable(actor.userId, await judgeable(actor, await listAssessmentTargets()))
}
