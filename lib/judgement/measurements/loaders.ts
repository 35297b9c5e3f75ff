import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { strongestFinding } from '@/lib/knowledge/evidence/rules'
import type { Outcome } from '@/lib/knowledge/evidence/types'
import { cached } from '@/lib/base/cache/cached'
import { getMeasuringTarget, listInitiativeIndicators, listResultTypes } from './data'
import { listOutcomes } from './outcomes.data'
import { canMeasure } from './policy'
import { findingsOf, type MeasuredFinding } from './rules'

const readIndicators = cached('initiative-indicators', listInitiativeIndicators)

export const loadStrongestFinding = cache(
  async (initiativeId: string): Promise<MeasuredFinding | null> =>
    strongestFinding(findingsOf(await readIndicators(initiativeId))),
)

const readOutcomes = cached('initiative-outcomes', listOutcomes)

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
