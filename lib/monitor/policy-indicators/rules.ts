/**
 * An indicator goes from a baseline to a target, with one value per year. Whether it comes nearer
 * is said only where both ends and a later value are known, and says nothing about the cause.
 * Source: docs/model.md, "The policy monitor".
 */
import { groupSize } from '@/lib/knowledge/evidence/disclosure.rules'
import type { PolicyIndicatorView, PolicyUnit, Progress, ProgressState, YearValue } from './types'

export const FIRST_INDICATOR_YEAR = 1990
export const LAST_INDICATOR_YEAR = 2100
export const POLICY_UNITS = ['people', 'percent', 'euro', 'hours', 'number'] as const

/** True for a count of people so small that it could point at someone. Nobody is nobody. */
export function isFewPeople(value: number | null, unit: PolicyUnit = 'people'): boolean {
  return value !== null && unit === 'people' && value > 0 && groupSize(value) === 'hidden'
}

type Judged = Pick<PolicyIndicatorView, 'baseline' | 'target' | 'values' | 'lowerIsBetter'>

/** The value of the last year up to and with `year`; null when there is none. */
export function latestValue(
  values: readonly YearValue[],
  year: number = LAST_INDICATOR_YEAR,
): YearValue | null {
  return values.filter((row) => row.year <= year).at(-1) ?? null
}

function direction(
  { baseline, target, lowerIsBetter }: Judged,
  latest: YearValue,
): Exclude<ProgressState, 'noTarget' | 'noValue'> {
  if (target === null) return 'open'
  const wanted = lowerIsBetter ? -1 : 1
  if ((latest.value - target.value) * wanted >= 0) return 'reached'
  if (baseline === null || latest.year <= baseline.year) return 'open'
  const moved = (latest.value - baseline.value) * wanted
  if (moved === 0) return 'same'
  return moved > 0 ? 'nearer' : 'away'
}

/**
 * How an indicator stands in a year: its last value up to that year against baseline and target.
 * `open`: there is a target and a value, but no earlier baseline to compare it with.
 */
export function progressOf(indicator: Judged, year?: number): Progress {
  const latest = latestValue(indicator.values, year)
  if (indicator.target === null) return { state: 'noTarget', latest }
  if (latest === null) return { state: 'noValue', latest }
  return { state: direction(indicator, latest), latest }
}
