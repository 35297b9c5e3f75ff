import 'server-only'
import { notFound } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { workingFor } from '@/lib/people/accounts/working-for.rules'
import { currentActor, requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import type { FormValues } from '@/lib/base/http/action-result'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { AppError } from '@/lib/base/runtime/errors'
import { cached } from '@/lib/base/cache/cached'
import { listChoices } from '@/lib/monitor/policies/data'
import {
  canEditRegionPolicy,
  owningOrganisation,
  writableRegions,
} from '@/lib/monitor/policies/policy'
import { getRegionGraph, listRegionsById } from '@/lib/base/regions/data'
import type { RegionGraph } from '@/lib/base/regions/rules'
import { loadRegion } from '@/lib/base/regions/loaders'
import { countCopyable, getMeasureFunding, getRegionChain } from './data'
import { listImports } from './import-undo.data'
import { chainOpenEnds, chainState } from './rules'
import { inLanguage } from './national-goals.rules'
import { regionSchema, yearSchema } from './schema'

const readChain = cached('chain', getRegionChain)

export function reviewYear(asked: string | string[] | undefined): number {
  return yearSchema.safeParse(asked).data ?? Number(todayInNetherlands(new Date()).slice(0, 4))
}

export const loadRegionChain = cache(async (slug: string, year: number) => {
  const region = await loadRegion(slug)
  const [stored, locale] = await Promise.all([readChain(region.id, year), getLocale()])
  if (!stored) notFound()
  const chain = inLanguage(stored, locale)
  const today = todayInNetherlands(new Date())
  return { chain, today, openEnds: chainOpenEnds(chain, today), state: chainState(chain, today) }
})

export async function loadMayEditChain(regionId: string): Promise<boolean> {
  const actor = await currentActor()
  return actor !== null && canEditRegionPolicy(actor, { regionId }, await getRegionGraph())
}

/** Municipalities have no chain. */
export async function loadWritableRegions(actor: Actor) {
  const regions = await listRegionsById([
    ...writableRegions(workingFor(actor), await getRegionGraph()),
  ])
  return regions.filter(({ type }) => type !== 'municipality' && type !== 'ggd')
}

export interface RegionWork {
  actorId: string
  regionId: string
  organisationId: string | null
  values: FormValues
}

/** The sender and region of a form; strangers learn nothing. @throws AppError NOT_FOUND */
export async function requireRegion(values: FormValues): Promise<RegionWork> {
  const actor = await requireActor()
  const about = regionSchema.safeParse(values)
  const graph = await getRegionGraph()
  if (!about.success || !canEditRegionPolicy(actor, about.data, graph))
    throw new AppError('NOT_FOUND')
  return {
    actorId: actor.userId,
    regionId: about.data.regionId,
    organisationId: owningOrganisation(actor, about.data.regionId, graph),
    values,
  }
}

export interface RegionTarget {
  regionId: string
  graph: RegionGraph
}

/** Who may change the policy of the region that a form names. */
export const aboutRegion = {
  actor: requireActor,
  load: async (values: FormValues) => {
    const about = regionSchema.safeParse(values)
    return about.success ? { ...about.data, graph: await getRegionGraph() } : null
  },
  can: (actor: Actor, { regionId, graph }: RegionTarget) =>
    canEditRegionPolicy(actor, { regionId }, graph),
}

/** Cached for one request only: the page is about to change it. */
export const loadChainWork = cache(
  async (slug: string, year: number, returnTo: string, fundingId: string | undefined) => {
    const actor = await requireActorPage(returnTo)
    const region = await loadRegion(slug)
    if (!canEditRegionPolicy(actor, { regionId: region.id }, await getRegionGraph())) notFound()
    const [chain, copies, funding, fundingTypes, alignments, instrumentTypes, imports] =
      await Promise.all([
        getRegionChain(region.id, year),
        countCopyable(region.id, year),
        fundingId === undefined ? null : getMeasureFunding(fundingId),
        listChoices('funding_type'),
        listChoices('subsidy_alignment'),
        listChoices('policy_instrument_type'),
        listImports(region.id, new Date()),
      ])
    if (!chain) notFound()
    return {
      chain,
      goals: chain.goals.filter((goal) => goal.own),
      copies,
      imports,
      funding,
      choices: { fundingTypes, alignments, instrumentTypes },
    }
  },
)
