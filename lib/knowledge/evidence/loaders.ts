import 'server-only'
import { cache } from 'react'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { cached } from '@/lib/base/cache/cached'
import { getEvidence, getPanelDrift } from './data'
import { isStale, oldestFreshDay } from './rules'
import { reopenedCriteria } from './reopening.rules'

const readEvidence = cached('evidence', getEvidence)
const readDrift = cached('panel-drift', getPanelDrift)

/**
 * The computed evidence, and whether the last measurement is too old to lean on. Null when unknown.
 */
export const loadEvidence = cache(async (initiativeId: string) => {
  const evidence = await readEvidence(initiativeId)
  if (!evidence) return null
  return {
    ...evidence,
    stale: isStale(evidence.lastMeasuredOn, oldestFreshDay(todayInNetherlands(new Date()))),
  }
})

/**
 * Criteria for a panel to look at again, with why. Empty when none judged it or nothing changed.
 */
export async function loadReopenedCriteria(initiativeId: string) {
  const drift = await readDrift(initiativeId)
  return drift ? reopenedCriteria(drift) : []
}
