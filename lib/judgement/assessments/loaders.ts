import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { loadReader, requireActorPage } from '@/lib/people/accounts/loaders'
import { workingFor } from '@/lib/people/accounts/working-for.rules'
import type { Actor } from '@/lib/people/accounts/types'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { cached } from '@/lib/base/cache/cached'
import { getRegionGraph } from '@/lib/base/regions/data'
import { regionFamily, sharesRegion } from '@/lib/base/regions/rules'
import {
  listInvited,
  listJudgedBefore,
  listOpenRounds,
  type Invited,
} from '@/lib/judgement/panels/data'
import { isAdmitted } from '@/lib/judgement/panels/rules'
import type { Round } from '@/lib/judgement/panels/types'
import { getJudgement, listCriteria, listCriteriaProfiles, listOwnStates } from './data'
import {
  getAssessmentTarget,
  getLastJudgedRound,
  getOwnAssessment,
  listAssessmentTargets,
  toAssessable,
} from './targets.data'
import { canAssess, canSelfScore } from './policy'
import { withoutPanel } from './rules'
import type { AssessableInitiative, AssessmentTarget, CriterionProfile } from './types'

export const loadCriteria = cached('criteria', listCriteria)

const isAssessor = (actor: Actor | null): actor is Actor =>
  actor?.memberships.some(({ role }) => role === 'assessor') ?? false

export interface Seat {
  round: Round
  invited: Invited | undefined
}

async function listSeats(
  actor: Actor,
  targets: readonly AssessmentTarget[],
): Promise<Map<string, Seat>> {
  const ids = targets.map(({ initiativeId }) => initiativeId)
  const rounds = await listOpenRounds(todayInNetherlands(new Date()), ids)
  const open = targets.filter(({ initiativeId }) => rounds.has(initiativeId))
  if (open.length === 0) return new Map()
  const [graph, invited, before] = await Promise.all([
    getRegionGraph(),
    listInvited(actor.userId, ids),
    listJudgedBefore(
      actor.userId,
      [...rounds.values()].filter(({ kind }) => kind === 'second_look'),
    ),
  ])
  const own = new Set(actor.regionIds)
  return new Map(
    open.flatMap(({ initiativeId, organisationId, regionIds }) => {
      const round = rounds.get(initiativeId)
      const admitted = isAdmitted(round ?? null, {
        conflict: invited.get(initiativeId)?.conflict ?? false,
        judgedBefore: before.has(initiativeId),
      })
      const side = {
        organisationId,
        sharesRegion: sharesRegion(own, regionFamily(graph, regionIds)),
        submitted: false,
        admitted,
      }
      return round && canAssess(actor, side)
        ? [[initiativeId, { round, invited: invited.get(initiativeId) }] as const]
        : []
    }),
  )
}

interface Sight {
  /** Has yet to judge in a fresh round, so sees no panel. */
  blind: Set<string>
  /** Submitted in the open round, so sees it too. */
  inside: Set<string>
}

async function sightOf(actor: Actor | null, initiativeIds: readonly string[]): Promise<Sight> {
  const sight: Sight = { blind: new Set(), inside: new Set() }
  if (!isAssessor(actor) || initiativeIds.length === 0) return sight
  const targets = await listAssessmentTargets(initiativeIds)
  const [seats, states] = await Promise.all([
    listSeats(actor, targets),
    listOwnStates(actor.userId, targets, 'panel'),
  ])
  for (const [id, { round }] of seats) {
    if (states.get(id) === 'submitted') sight.inside.add(id)
    else if (round.kind === 'fresh') sight.blind.add(id)
  }
  return sight
}

const readJudgement = cached('judgement', (initiativeId: string) =>
  getJudgement(initiativeId, false),
)

export const loadCriteriaProfile = cache(async (initiativeId: string) => {
  const today = todayInNetherlands(new Date())
  const [shared, reader, rounds] = await Promise.all([
    readJudgement(initiativeId),
    loadReader(),
    listOpenRounds(today, [initiativeId]),
  ])
  const { blind, inside } = await sightOf(reader, [initiativeId])
  const { profile, history } = inside.has(initiativeId)
    ? await getJudgement(initiativeId, true)
    : shared
  const isBlind = blind.has(initiativeId)
  return {
    profile: isBlind ? withoutPanel(profile) : profile,
    history: isBlind ? [] : history,
    blind: isBlind,
    inside: inside.has(initiativeId),
    today,
    open: rounds.get(initiativeId) ?? null,
  }
})

export async function loadCriteriaProfiles(
  initiativeIds: readonly string[],
): Promise<Map<string, CriterionProfile[]>> {
  const [profiles, reader] = await Promise.all([listCriteriaProfiles(initiativeIds), loadReader()])
  const { blind } = await sightOf(reader, initiativeIds)
  return new Map(
    [...profiles].map(([id, profile]) => [id, blind.has(id) ? withoutPanel(profile) : profile]),
  )
}

const isOwner = (actor: Actor, organisationId: string) =>
  canSelfScore(actor, { organisationId, sharesRegion: true, submitted: false })

export async function loadAssessmentRight(
  slug: string,
  actor: Actor | null,
): Promise<'panel' | 'self' | null> {
  if (!actor) return null
  const target = await getAssessmentTarget(slug)
  if (!target) return null
  const kind = isOwner(actor, target.organisationId) ? 'self' : 'panel'
  if (kind === 'panel' && !(await listSeats(actor, [target])).has(target.initiativeId)) return null
  const states = await listOwnStates(actor.userId, [target], kind)
  return states.get(target.initiativeId) === 'submitted' ? null : kind
}

interface Place {
  kind: 'self' | 'panel'
  /** Of the round, or of the version for a self-score. */
  number: number
  seat: Seat | null
}

/** Where this person judges or judged the initiative; null for anyone who does not. */
async function findPlace(actor: Actor, target: AssessmentTarget): Promise<Place | null> {
  if (isOwner(actor, target.organisationId))
    return { kind: 'self', number: target.revisionNumber, seat: null }
  const seat = (await listSeats(actor, [target])).get(target.initiativeId)
  if (seat) return { kind: 'panel', number: seat.round.number, seat }
  // The last judgement closes the round: whoever handed it in still sees that it arrived.
  const judged = await getLastJudgedRound(actor.userId, target.initiativeId)
  return judged === null ? null : { kind: 'panel', number: judged, seat: null }
}

export const loadAssessmentWork = cache(async (slug: string, returnTo: string) => {
  const actor = await requireActorPage(returnTo)
  const target = await getAssessmentTarget(slug)
  const place = target && (await findPlace(actor, target))
  if (!target || !place) notFound()
  const { kind, number, seat } = place
  const second = seat?.round.kind === 'second_look'
  const [criteria, own, first, others] = await Promise.all([
    loadCriteria(),
    getOwnAssessment(actor.userId, target.initiativeId, kind, number),
    second ? getOwnAssessment(actor.userId, target.initiativeId, 'panel', number - 1) : null,
    second ? getJudgement(target.initiativeId, false) : null,
  ])
  return { actor, target, kind, criteria, own, seat, first, others: others?.profile ?? [] }
})

export async function loadAssessable(actor: Actor): Promise<AssessableInitiative[]> {
  if (!isAssessor(workingFor(actor))) return []
  const rounds = await listOpenRounds(todayInNetherlands(new Date()))
  const targets = await listAssessmentTargets([...rounds.keys()])
  const seats = await listSeats(actor, targets)
  const mine = targets.filter(({ initiativeId }) => seats.has(initiativeId))
  const invited = new Map(
    [...seats].flatMap(([id, seat]) => (seat.invited ? [[id, seat.invited] as const] : [])),
  )
  return toAssessable(actor.userId, mine, rounds, invited)
}
