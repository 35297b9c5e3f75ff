import 'server-only'
import { unstable_cache } from 'next/cache'
import { cache } from 'react'
import { todayInNetherlands } from '@/lib/platform/calendar'
import { getEvidence, getPanelDrift } from './data'
import { isStale, oldestFreshDay, reopenedCriteria } from './rules'

const CACHE_SECONDS = 300

/** The computed evidence of an initiative and whether its last measurement is too old to lean on. Null when unknown. */
export const loadEvidence = cache(async (initiativeId: string) => {
  const read = unstable_cache(() => getEvidence(initiativeId), ['evidence', initiativeId], {
    tags: [`initiative:${initiativeId}`, 'initiatives', 'adoptions'],
    revalidate: CACHE_SECONDS,
  })
  const evidence = await read()
  if (!evidence) return null
  return { ...evidence, stale: isStale(evidence.lastMeasuredOn, oldestFreshDay(todayInNetherlands(new Date()))) }
})

/** Criteria that a panel should look at again, with why. Empty when none judged it or nothing changed. */
export async function loadReopenedCriteria(initiativeId: string) {
  const read = unstable_cache(() => getPanelDrift(initiativeId), ['panel-drift', initiativeId], { tags: [`initiative:${initiativeId}`, 'initiatives'], revalidate: CACHE_SECONDS })
  const drift = await read()
  return drift ? reopenedCriteria(drift) : []
}
