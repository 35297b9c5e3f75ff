import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { cached } from '@/lib/base/cache/cached'
import { getRegionGraph } from '@/lib/base/regions/data'
import { loadRegion } from '@/lib/base/regions/loaders'
import { getRegionChain } from '@/lib/monitor/chains/data'
import { loadMayEditChain, loadRegionChain } from '@/lib/monitor/chains/loaders'
import { canEditRegionPolicy } from '@/lib/monitor/policies/policy'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { getRound, listRegionEditors, listWriters } from './data'
import { measureProgress, proposedDays, roundProgress } from './rules'

const readRound = cached('round', getRound)

/** The progress of a round for everyone: days and states, without names. */
export const loadRoundProgress = cache(async (slug: string, year: number) => {
  const { chain, today } = await loadRegionChain(slug, year)
  const { region } = chain
  const [round, mayEdit] = await Promise.all([
    readRound(region.id, year),
    loadMayEditChain(region.id),
  ])
  const measures = measureProgress(chain.goals, year)
  return {
    region,
    measures,
    mayEdit,
    round,
    steps: round === null ? [] : roundProgress(round.days, measures, today),
  }
})

/** The calendar as its editors fill it in. */
export const loadRoundWork = cache(async (slug: string, year: number, returnTo: string) => {
  const actor = await requireActorPage(returnTo)
  const region = await loadRegion(slug)
  if (!canEditRegionPolicy(actor, { regionId: region.id }, await getRegionGraph())) notFound()
  const [chain, round, editors] = await Promise.all([
    getRegionChain(region.id, year),
    getRound(region.id, year),
    listRegionEditors(region.id),
  ])
  if (!chain) notFound()
  return {
    region,
    editors,
    measures: measureProgress(chain.goals, year),
    version: round?.version ?? 0,
    isProposal: round === null,
    days: round?.days ?? proposedDays(year),
    writers: round === null ? new Map<string, string>() : await listWriters(round.id),
  }
})
