import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { overallOutcome, strongestFinding } from '@/lib/knowledge/evidence/rules'
import type { Outcome } from '@/lib/knowledge/evidence/types'
import { cached } from '@/lib/base/cache/cached'
import {
  getMeasuringTarget,
  listIndicatorsOf,
  listInitiativeIndicators,
  listResultTypes,
} from './data'
import { canMeasure } from './policy'
import { findingsOf, type MeasuredFinding } from './rules'

const readIndicators = cached('initiative-indicators', listInitiativeIndicators)

export const loadStrongestFinding = cache(
  async (initiativeId: string): Promise<MeasuredFinding | null> =>
    strongestFinding(findingsOf(await readIndicators(initiativeId))),
)

const readOutcomes = cached('initiative-outcomes', async (ids: readonly string[]) =>
  [...(await listIndicatorsOf(ids))].map(
    ([id, indicators]) => [id, overallOutcome(findingsOf(indicators))] as const,
  ),
)

export const loadOutcomes = async (
  ids: readonly string[],
): Promise<ReadonlyMap<string, Outcome | null>> => new Map(await readOutcomes(ids))

export const loadMeasurementWork = cache(async (id: string, returnTo: string) => {
  const actor = await requireActorPage(returnTo)
  const target = await getMeasuringTarget(id)
  if (!target || !canMeasure(actor, target)) notFound()
  const [indicators, resultTypes] = await Promise.all([
    listInitiativeIndicators(target.initiativeId),
    listResultTypes(),
  ])
  return { target, indicators, resultTypes }
})
