import 'server-only'
import { cache } from 'react'
import { notFound } from 'next/navigation'
import { cached } from '@/lib/base/cache/cached'
import { getRegionGraph } from '@/lib/base/regions/data'
import { loadReader, requireActorPage } from '@/lib/people/accounts/loaders'
import { isModerator } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import { organisationsOf, workingFor } from '@/lib/people/accounts/working-for.rules'
import {
  getContest,
  getContestTarget,
  listContests,
  listOpenContests,
  listOwnSubjects,
  listToMend,
} from './data'
import { canDecideContest, canWithdraw, isFromOwner } from './policy'
import { showsWords, subjectKey, subjectsOf } from './rules'
import type { ContestRow, CriterionName } from './types'

const readContests = cached('contests', listContests)

/** The contests of a published initiative, with their outcome. */
export const loadContests = cache(readContests)

export interface SubjectChoice {
  key: string
  about: 'score' | 'evidence' | 'results'
  criterion: CriterionName | null
}

/** What the reader may still contest, and what they contested; null for a visitor. */
export async function loadContestForm(initiativeId: string) {
  const reader = await loadReader()
  const target = reader && (await getContestTarget(initiativeId))
  if (!reader || !target) return null
  const used = await listOwnSubjects(target, reader.userId)
  const names = new Map(target.judged?.criteria.map((one) => [one.slug, one]))
  const choices = subjectsOf(target).map(({ about, criterion }): SubjectChoice => ({
    key: subjectKey(about, criterion?.slug ?? null),
    about,
    criterion: criterion ? (names.get(criterion.slug) ?? null) : null,
  }))
  return {
    hasOpenRound: target.hasOpenRound,
    choices: choices.filter(({ key }) => !used.some((one) => one.key === key)),
    own: new Set(used.map(({ id }) => id)),
  }
}

/** For who decides, who contested and the owner; not found for anyone else. */
export const loadContestWork = cache(async (id: string, returnTo: string) => {
  const actor = await requireActorPage(returnTo)
  const contest = await getContest(id)
  if (!contest) notFound()
  const [graph, target] = await Promise.all([
    getRegionGraph(),
    getContestTarget(contest.initiativeId),
  ])
  const decides = canDecideContest(actor, contest, graph)
  const isOwn = canWithdraw(actor, contest)
  if (!decides && !isOwn && !isFromOwner(actor, contest.ownerOrganisationId)) notFound()
  const isReadable = showsWords(contest.about, target?.hasOpenRound ?? false)
  return {
    contest,
    isReadable: isReadable || isOwn,
    waitsForRound: !isReadable,
    mayDecide: decides && contest.state === 'open' && isReadable,
    mayWithdraw: isOwn && contest.state === 'open',
  }
})

/** Contests that wait for a decision of this person. */
export async function loadPendingContests(actor: Actor): Promise<ContestRow[]> {
  if (!isModerator(actor)) return []
  const [open, graph] = await Promise.all([listOpenContests(), getRegionGraph()])
  return open
    .filter((contest) => canDecideContest(actor, contest, graph))
    .map(({ id, title, slug, on }) => ({ id, title, slug, on: new Date(on) }))
}

/** Upheld contests of facts that a new version of their own has to put right. */
export async function loadToMend(actor: Actor): Promise<ContestRow[]> {
  return listToMend(
    organisationsOf(workingFor(actor))
      .map(({ id }) => id)
      .filter((id) => isFromOwner(actor, id)),
  )
}
