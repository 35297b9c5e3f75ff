import 'server-only'
import { daysBefore } from '@/lib/base/text/calendar'
import { cache } from 'react'
import { notFound } from 'next/navigation'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { workingFor } from '@/lib/people/accounts/working-for.rules'
import { canEditRegionPolicy } from '@/lib/monitor/policies/policy'
import { getRegionGraph } from '@/lib/base/regions/data'
import type { Actor } from '@/lib/people/accounts/types'
import { getMeasureTarget, getMeasureYear, listServing, listAwaitedReactions } from './data'
import { canAddOwnReaction, readableRegions } from './policy'
import { REACTION_DAYS } from './rules'
import type { AwaitedReaction } from './types'

/** Cached for one request only: the page is about to change it. */
export const loadVerdictWork = cache(async (measureId: string, year: number, returnTo: string) => {
  const actor = await requireActorPage(returnTo)
  const target = await getMeasureTarget(measureId)
  if (!target || !canEditRegionPolicy(actor, target, await getRegionGraph())) notFound()
  const [now, before, serving] = await Promise.all([
    getMeasureYear(measureId, year),
    getMeasureYear(measureId, year - 1),
    listServing(measureId),
  ])
  return { target, now, before, serving }
})

export const loadReactionWork = cache(async (measureId: string, year: number, returnTo: string) => {
  const actor = await requireActorPage(returnTo)
  const target = await getMeasureTarget(measureId)
  if (!target || !canAddOwnReaction(actor, target, await getRegionGraph())) notFound()
  const [now, serving] = await Promise.all([
    getMeasureYear(measureId, year),
    listServing(measureId),
  ])
  return { target, now, serving, constituency: actor.constituency }
})

export async function loadAwaitedReactions(actor: Actor): Promise<AwaitedReaction[]> {
  if (actor.constituency === null || actor.memberships.length === 0) return []
  const regionIds = [...readableRegions(workingFor(actor), await getRegionGraph())]
  return listAwaitedReactions(actor.userId, regionIds, daysBefore(new Date(), REACTION_DAYS))
}
