import 'server-only'
import { cache } from 'react'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { cached } from '@/lib/base/cache/cached'
import { getEvidence, getPanelDrift } from './data'
import { isStale, oldestFreshDay } from './rules'
import { reopenedCriteria } from './reopening.rules'

const readEvidence = cached('evidence', getEvidence)
const readDrift = cached('panel-drift', getPanelDrift)

export const loadEvidence = cache(async (initiativeId: string) => {
  const evidence = await readEvidence(initiativeId)
  if (!evidence) return null
  return {
    ...evidence,
    stale: isStale(evidence.lastMeasuredOn, oldestFreshDay(todayInNetherlands(new Date()))),
  }
})

export async function loadReopenedCriteria(initiativeId: string) {
  const drift = await readDrift(initiativeId)
  return drift ? reopenedCriteria(drift) : []
}
