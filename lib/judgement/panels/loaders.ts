import 'server-only'
import { cache } from 'react'
import { notFound } from 'next/navigation'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import type { Actor } from '@/lib/people/accounts/types'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { getPanelTarget, listRounds } from './data'
import { getRefusal } from './replacements.data'
import { listCandidates } from './candidates.data'
import { canChooseAssessors, canRequestRound } from './policy'
import { proposeAssessors } from './rules'
import type { Refusal } from './types'

export const loadPanelWork = cache(async (initiativeId: string, returnTo: string) => {
  const actor = await requireActorPage(returnTo)
  const target = await getPanelTarget(initiativeId)
  if (!target || target.initiativeId !== initiativeId || !canRequestRound(actor, target)) notFound()
  const today = todayInNetherlands(new Date())
  const [rounds, candidates] = await Promise.all([
    listRounds(initiativeId),
    listCandidates(target, today),
  ])
  return {
    target,
    today,
    rounds,
    chooses: canChooseAssessors(actor, target),
    owner: !canChooseAssessors(actor, target),
    proposals: proposeAssessors(candidates, target.termSlugs),
  }
})

/** What just happened to the own invitation; null when the address says what is not so. */
export async function loadRefusal(
  actor: Actor,
  act: string | undefined,
  roundId: string | undefined,
): Promise<Refusal | null> {
  return act === 'afgemeld' && roundId !== undefined ? getRefusal(actor.userId, roundId) : null
}

export function mayRequestRound(actor: Actor | null, organisationId: string): boolean {
  return canRequestRound(actor, { organisationId })
}
