import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { strongestFinding } from '@/lib/knowledge/evidence/rules'
import { cached } from '@/lib/base/cache/cached'
import { getMeasuringTarget, listInitiativeIndicators, listOutcomes, listResultTypes } from './data'
import { canMeasure } from './policy'
import { findingsOf, type MeasuredFinding } from './rules'

const readIndicators = cached('initiative-indicators', listInitiativeIndicators)

export const loadStrongestFinding = cache(
  async (initiativeId: string): Promise<MeasuredFinding | null> =>
    strongestFinding(findingsOf(await readIndicators(initiativeId))),
)

export const loadMeasurementWork = cache(async (id: string, returnTo: string) => {
  const actor = await requireActorPage(returnTo)
  const target = await getMeasuringTarget(id)
  if (!target || !canMeasure(actor, target)) notFound()
  const [indicators, resultTypes] = await Promise.all([
    listInitiativeIndicators(target.initiativeId),
    listResultTypes(),
  ])
  const outcomes = await listOutcomes(indicators.flatMap(({ outcome }) => outcome?.slug ?? []))
  return { target, indicators, resultTypes, outcomes }
})
