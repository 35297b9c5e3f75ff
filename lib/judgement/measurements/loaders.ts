import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { answerGone } from '@/lib/base/http/gone'
import { isSlug } from '@/lib/base/text/text'
import { loadReader, requireActorPage } from '@/lib/people/accounts/loaders'
import { strongestFinding } from '@/lib/knowledge/evidence/rules'
import { cached } from '@/lib/base/cache/cached'
import { getMeasuringTarget, listInitiativeIndicators, listOutcomes, listResultTypes } from './data'
import { getMeasurementPage, getReplyTarget } from './pages.data'
import { canMeasure, canReplyToMeasurement } from './policy'
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

const readPage = cached('measurement-page', getMeasurementPage)

/**
 * A measurement at its own address. Not found when it was never public; answers "gone" when its
 * initiative was withdrawn, and then says no more than why.
 */
export const loadMeasurement = cache(async (slug: string, id: string) => {
  const page = (isSlug(slug) ? await readPage(slug, id) : null) ?? notFound()
  if (page.closure?.kind === 'withdrawn') await answerGone()
  return page
})

/** What the owner needs to answer a measurement; null for anyone else. */
export async function loadReplyTarget(measurementId: string) {
  const reader = await loadReader()
  if (!reader) return null
  const target = await getReplyTarget(measurementId)
  return target && canReplyToMeasurement(reader, target) ? target : null
}
