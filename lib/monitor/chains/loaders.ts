import 'server-only'
import { notFound } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { currentActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { cached } from '@/lib/base/cache/cached'
import { listChoices } from '@/lib/monitor/policies/data'
import { canEditRegionPolicy, writableRegions } from '@/lib/monitor/policies/policy'
import { getRegionGraph, listRegionsById } from '@/lib/base/regions/data'
import { loadRegion } from '@/lib/base/regions/loaders'
import { countCopyable, getMeasureFunding, getRegionChain } from './data'
import { chainOpenEnds, chainState, inLanguage } from './rules'
import { yearSchema } from './schema'

const readChain = cached('chain', getRegionChain)

/** The year of a page: the one in the address, else the present one. */
export function reviewYear(asked: string | string[] | undefined): number {
  return yearSchema.safeParse(asked).data ?? Number(todayInNetherlands(new Date()).slice(0, 4))
}

/** The chain of a region with its openEnds of today. Not found for an unknown region. */
export const loadRegionChain = cache(async (slug: string, year: number) => {
  const region = await loadRegion(slug)
  const [stored, locale] = await Promise.all([readChain(region.id, year), getLocale()])
  if (!stored) notFound()
  const chain = inLanguage(stored, locale)
  const today = todayInNetherlands(new Date())
  return { chain, today, openEnds: chainOpenEnds(chain, today), state: chainState(chain, today) }
})

/** True when the reader may write the policy of this region. */
export async function loadMayEditChain(regionId: string): Promise<boolean> {
  const actor = await currentActor()
  return actor !== null && canEditRegionPolicy(actor, { regionId }, await getRegionGraph())
}

/** The regions whose policy this person writes, larger ones first; municipalities have no chain of their own here. */
export async function loadWritableRegions(actor: Actor) {
  const regions = await listRegionsById([...writableRegions(actor, await getRegionGraph())])
  return regions.filter(({ type }) => type !== 'municipality' && type !== 'ggd')
}

/** The page on which a region keeps its chain. Never cached: it is about to change. */
export async function loadChainWork(
  slug: string,
  year: number,
  returnTo: string,
  fundingId: string | undefined,
) {
  const actor = await requireActorPage(returnTo)
  const region = await loadRegion(slug)
  if (!canEditRegionPolicy(actor, { regionId: region.id }, await getRegionGraph())) notFound()
  const [chain, copies, funding, fundingTypes, alignments, instrumentTypes] = await Promise.all([
    getRegionChain(region.id, year),
    countCopyable(region.id, year),
    fundingId === undefined ? null : getMeasureFunding(fundingId),
    listChoices('funding_type'),
    listChoices('subsidy_alignment'),
    listChoices('policy_instrument_type'),
  ])
  if (!chain) notFound()
  return {
    chain,
    goals: chain.goals.filter((goal) => goal.own),
    copies,
    funding,
    choices: { fundingTypes, alignments, instrumentTypes },
  }
}
