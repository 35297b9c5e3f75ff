import 'server-only'
import { cache } from 'react'
import { listYearFigures } from '@/lib/figures/statistics/years.data'
import { loadSimilarRegions } from '@/lib/monitor/peers/loaders'
import { listPolicyIndicators } from '@/lib/monitor/policy-indicators/data'
import type { MeasureTarget } from '@/lib/monitor/verdicts/types'
import { figureChanges } from './rules'

/** Baseline, target and values of a measure and its goal, and what else changed in the figures. */
export const loadVerdictContext = cache(async (target: MeasureTarget, year: number) => {
  const { measureId, goalId, regionId, regionSlug } = target
  const [indicators, similar] = await Promise.all([
    listPolicyIndicators({ goalIds: [goalId], measureIds: [measureId] }),
    loadSimilarRegions(regionSlug),
  ])
  const regionIds = [regionId, ...similar.map(({ id }) => id)]
  const figures = await listYearFigures(regionIds, [year - 1, year])
  return {
    ofMeasure: indicators.filter((one) => one.measureId === measureId),
    ofGoal: indicators.filter((one) => one.goalId === goalId),
    similar,
    changes: figureChanges(figures, regionId, year),
  }
})
export type VerdictContext = Awaited<ReturnType<typeof loadVerdictContext>>
