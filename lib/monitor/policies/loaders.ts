import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { currentActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { cached } from '@/lib/base/cache/cached'
import { getRegionGraph, listRegionsById } from '@/lib/base/regions/data'
import { getMonitor, getMonitorTarget, listChains, listChoices } from './data'
import { getRegionPolicy, listGoals } from './region.data'
import { canEditMonitor, writableRegions } from './policy'
import { chainOf, factsOf, regionOpenEnds } from './rules'
import { deriveSignals } from './signals.rules'
import type { MonitorTarget } from './types'
import type { Chain } from './chain.types'

const readMonitor = cached('monitor', getMonitor)
const readRegionPolicy = cached('region-policy', getRegionPolicy)

export const loadMonitor = cache(async (initiativeId: string) => {
  const monitor = await readMonitor(initiativeId)
  if (!monitor) return null
  const today = todayInNetherlands(new Date())
  const facts = factsOf(monitor)
  return { monitor, today, chain: chainOf(facts, today), signals: deriveSignals(facts, today) }
})

export async function loadMayEditMonitor(organisationId: string): Promise<boolean> {
  return canEditMonitor(await currentActor(), { organisationId })
}

export async function loadChains(initiativeIds: readonly string[]): Promise<Map<string, Chain>> {
  const chains = await listChains(initiativeIds, todayInNetherlands(new Date()))
  return new Map(chains.map((chain) => [chain.initiativeId, chain]))
}

export const loadRegionPolicy = cache(async (regionId: string) => {
  const policy = await readRegionPolicy(regionId)
  if (!policy) return null
  const today = todayInNetherlands(new Date())
  return { ...policy, today, openEnds: regionOpenEnds(policy.goals, policy.initiatives, today) }
})

export async function loadEditableTarget(
  id: string,
  returnTo: string,
): Promise<{ target: MonitorTarget; actor: Actor }> {
  const actor = await requireActorPage(returnTo)
  const target = await getMonitorTarget(id)
  if (!target || !canEditMonitor(actor, target)) notFound()
  return { target, actor }
}

/** Cached for one request only: the page is about to change it. */
export const loadPolicyWork = cache(async (id: string, returnTo: string) => {
  const { target, actor } = await loadEditableTarget(id, returnTo)
  const [monitor, goals, graph, fundingTypes, alignments, displacements, instrumentTypes] =
    await Promise.all([
      getMonitor(target.initiativeId),
      listGoals(target.regionIds),
      getRegionGraph(),
      listChoices('funding_type'),
      listChoices('subsidy_alignment'),
      listChoices('displacement'),
      listChoices('policy_instrument_type'),
    ])
  if (!monitor) notFound()
  const writable = writableRegions(actor, graph)
  return {
    target,
    monitor,
    goals,
    writableRegions: await listRegionsById(
      target.regionIds.filter((regionId) => writable.has(regionId)),
    ),
    choices: { fundingTypes, alignments, displacements, instrumentTypes },
    chain: chainOf(factsOf(monitor), todayInNetherlands(new Date())),
  }
})
