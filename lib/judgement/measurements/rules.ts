/**
 * How a measurement is told: people before percentages, and nothing that could point at someone.
 *
 * A group under 10 people is not told at all. Of a count under 5, and of one that leaves fewer than 5 others, only that is
 * told. Those limits, the level of evidence and the direction of an effect stand in lib/knowledge/evidence/rules.ts; here they meet the
 * figures that were typed in. The screen, the open data and the exports all go through here.
 *
 * Source: DOMAIN.md sections 5.2 and 5.3 and 11; PRODUCT.md, rating model rule 5.
 */
import type { InitiativeIndicatorView, MeasurementView } from './types'
import {
  effectOf,
  groupSize,
  MIN_COUNT_TO_SHOW,
  partVisibility,
} from '@/lib/knowledge/evidence/rules'
import { isPeople, isSmallCount } from '@/lib/knowledge/evidence/disclosure.rules'
import type { Effect, Finding } from '@/lib/knowledge/evidence/types'
import type { CalendarDate } from '@/lib/base/text/calendar'
import { wilsonInterval } from '@/lib/base/inference/rules'

export type MeasurementShape =
  /** Fewer than ten people: nothing is told. */
  | { kind: 'hidden' }
  /** Fewer than five have the result, or fewer than five lack it: only that is told. */
  | { kind: 'fewer' | 'allBut'; n: number }
  | { kind: 'people'; numerator: number; n: number }
  | { kind: 'count'; numerator: number }
  /** A count under five of which the whole is not known. */
  | { kind: 'fewCount' }
  | { kind: 'value'; value: number; n: number | null }

/** Who have the result, out of how many; null when the measurement is about something else or the whole is unknown. */
function countedPart(
  { value, numerator, n }: Pick<MeasurementView, 'value' | 'numerator' | 'n'>,
  unit: string,
): { numerator: number; n: number } | null {
  if (n === null) return null
  if (numerator !== null) return { numerator, n }
  if (value !== null && unit === '%' && value >= 0 && value <= 100)
    return { numerator: Math.round((value / 100) * n), n }
  return value !== null && isPeople(unit) && Number.isInteger(value) && value >= 0 && value <= n
    ? { numerator: value, n }
    : null
}

/**
 * How one measurement is told: "12 of the 20" before any percentage, a bare value only when nobody counted people. A number
 * that could point at someone stays out of sight, and so does what it can be worked out from.
 */
export function measurementShape(
  measurement: Pick<MeasurementView, 'value' | 'numerator' | 'n'>,
  unit: string,
): MeasurementShape {
  const { value, numerator, n } = measurement
  if (n !== null && groupSize(n) === 'hidden') return { kind: 'hidden' }
  const part = countedPart(measurement, unit)
  if (part) {
    const visible = partVisibility(part.numerator, part.n)
    return visible === 'fewer' || visible === 'allBut'
      ? { kind: visible, n: part.n }
      : { kind: 'people', ...part }
  }
  if (numerator !== null)
    return numerator < MIN_COUNT_TO_SHOW ? { kind: 'fewCount' } : { kind: 'count', numerator }
  if (value === null) return { kind: 'hidden' }
  return isSmallCount(value, unit) ? { kind: 'fewCount' } : { kind: 'value', value, n }
}

/** The number a measurement has on a chart in the unit of its indicator; null when it is hidden or has no day. */
export function chartPoint(
  measurement: MeasurementView,
  unit: string,
): { on: CalendarDate; value: number } | null {
  const on = measurement.measuredOn ?? measurement.periodEnd
  const shape = measurementShape(measurement, unit)
  if (
    on === null ||
    shape.kind === 'hidden' ||
    shape.kind === 'fewer' ||
    shape.kind === 'allBut' ||
    shape.kind === 'fewCount'
  )
    return null
  if (measurement.value !== null) return { on, value: measurement.value }
  if (shape.kind === 'people')
    return { on, value: unit === '%' ? (shape.numerator / shape.n) * 100 : shape.numerator }
  return shape.kind === 'count' ? { on, value: shape.numerator } : null
}

/** Whether a baseline may be told: it follows the rules of a measurement. */
export function isBaselineShown(
  { value, n }: { value: number | null; n: number | null },
  unit: string,
): boolean {
  const { kind } = measurementShape({ value, numerator: null, n }, unit)
  return kind === 'people' || kind === 'value'
}

/** What the comparison in a measurement says, beside a group of at least ten people. */
export function measurementEffect(
  measurement: MeasurementView,
  unit: string,
  lowerIsBetter: boolean,
): Effect | 'tooSmall' | null {
  const part = countedPart(measurement, unit)
  if (part === null || measurement.design === 'after_only' || measurement.design === 'before_after')
    return null
  return effectOf(
    {
      ...part,
      comparisonNumerator: measurement.comparisonNumerator,
      comparisonN: measurement.comparisonN,
    },
    lowerIsBetter,
  )
}

/** A measurement and what it was asked about, with its weight and direction. */
export interface MeasuredFinding extends Finding {
  label: string
  unit: string
  lowerIsBetter: boolean
  measurement: MeasurementView
}

/** The outcomes that were measured, one finding per measurement in force. Output says what was done, not what changed. */
export function findingsOf(indicators: readonly InitiativeIndicatorView[]): MeasuredFinding[] {
  return indicators
    .filter(({ resultType }) => resultType.slug === 'outcome' || resultType.slug === 'impact')
    .flatMap(({ label, unit, lowerIsBetter, measurements }) =>
      measurements.map((measurement) => ({
        id: measurement.id,
        design: measurement.design,
        independent: measurement.independent,
        n: measurement.n,
        on: measurement.measuredOn ?? measurement.periodEnd,
        effect: measurementEffect(measurement, unit, lowerIsBetter),
        label,
        unit,
        lowerIsBetter,
        measurement,
      })),
    )
}

/** The earlier versions of a measurement, latest first: each names the one it replaced. */
export function earlierVersions(
  measurement: MeasurementView,
  replaced: readonly MeasurementView[],
): MeasurementView[] {
  const before = replaced.find(({ id }) => id === measurement.supersedesId)
  return before ? [before, ...earlierVersions(before, replaced)] : []
}

/** The figures of a measurement that may leave the system, the same as on screen. */
export function openFigures(measurement: MeasurementView, unit: string, lowerIsBetter: boolean) {
  const shape = measurementShape(measurement, unit)
  const isShown = shape.kind === 'people' || shape.kind === 'count' || shape.kind === 'value'
  const { comparisonNumerator, comparisonN } = measurement
  const isComparisonShown = comparisonN !== null && groupSize(comparisonN) !== 'hidden'
  const comparison =
    comparisonNumerator !== null && comparisonN !== null
      ? partVisibility(comparisonNumerator, comparisonN)
      : null
  const effect = measurementEffect(measurement, unit, lowerIsBetter)
  return {
    value: isShown ? measurement.value : null,
    numerator: isShown ? measurement.numerator : null,
    n: shape.kind === 'hidden' ? null : measurement.n,
    withheld: isShown ? null : shape.kind,
    interval: shape.kind === 'people' ? wilsonInterval(shape.numerator, shape.n) : null,
    comparison: {
      numerator: comparison === 'shown' ? comparisonNumerator : null,
      n: isComparisonShown ? comparisonN : null,
    },
    effect: effect === 'tooSmall' ? null : effect,
  }
}
