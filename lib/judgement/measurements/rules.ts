/**
 * People before percentages, and nothing that could identify someone: a group under 10 is hidden,
 * and so is a count under 5 or one that leaves fewer than 5 others.
 * Source: docs/domain.md, sections 5.2, 5.3 and 11; docs/model.md, "Rating model", rule 5.
 */
import type { InitiativeIndicatorView, MeasurementView } from './types'
import { countedPart, measurementEffect } from '@/lib/knowledge/evidence/direction.rules'
import {
  isSmallCount,
  groupSize,
  MIN_COUNT_TO_SHOW,
  partVisibility,
} from '@/lib/knowledge/evidence/disclosure.rules'
import type { CountedFinding } from '@/lib/knowledge/evidence/types'
import type { CalendarDate } from '@/lib/base/text/calendar'
import { wilsonInterval } from '@/lib/base/inference/rules'

export type MeasurementShape =
  /** Fewer than ten people. */
  | { kind: 'hidden' }
  /** Fewer than five have the result, or fewer than five lack it. */
  | { kind: 'fewer' | 'allBut'; n: number }
  | { kind: 'people'; numerator: number; n: number }
  | { kind: 'count'; numerator: number }
  /** A count under five of an unknown whole. */
  | { kind: 'fewCount' }
  | { kind: 'value'; value: number; n: number | null }

/** How a measurement is shown, without numbers that could identify someone or reveal those. */
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

/** Its value on a chart in the indicator's unit; null when hidden or without a day. */
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

/** A baseline follows the rules of a measurement. */
export function isBaselineShown(
  { value, n }: { value: number | null; n: number | null },
  unit: string,
): boolean {
  const { kind } = measurementShape({ value, numerator: null, n }, unit)
  return kind === 'people' || kind === 'value'
}

export interface MeasuredFinding extends CountedFinding {
  measurement: MeasurementView
}

/** One finding per current measurement of an outcome; output is no change for people. */
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

/** Earlier versions of a measurement, latest first. */
export function earlierVersions(
  measurement: MeasurementView,
  replaced: readonly MeasurementView[],
): MeasurementView[] {
  const before = replaced.find(({ id }) => id === measurement.supersedesId)
  return before ? [before, ...earlierVersions(before, replaced)] : []
}

/** The figures that may leave the system, as on screen. */
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
