/**
 * Which results may stand beside each other, and what they say together.
 *
 * Comparable are measurements, one of each initiative, that
 * - stand under the same outcome in common, counted in people, with the same way that is better;
 * - were taken at the same moment after taking part, that of the outcome where it has one;
 * - were made with the same kind of design: lots were drawn, another group was counted beside it, or
 *   nobody was;
 * - give counts that may be shown, so that nobody can be worked out from the whole.
 * Of an initiative the strongest counts, or people would count twice.
 *
 * With a comparison the difference of the two shares is pooled, without one the share itself as log
 * odds. From three initiatives on they are pooled with a random-effects model; with fewer they
 * stand beside each other. What is pooled without a comparison says how many, never that it helps.
 * Source: docs/model.md, "Rating model", rule 9; docs/adr/0053-outcomes-in-common.md; Cochrane
 * Handbook for Systematic Reviews of Interventions, version 6.5, sections 10.3 and 10.10.
 */
import {
  fromLogit,
  logit,
  randomEffects,
  riskDifference,
} from '@/lib/base/inference/meta-analysis.rules'
import { newcombeDifference, wilsonInterval } from '@/lib/base/inference/rules'
import { fitsUnit } from '@/lib/judgement/measurements/outcomes.rules'
import type { MeasurementDesign } from '@/lib/judgement/measurements/types'
import { countedPart, measurementEffect } from '@/lib/knowledge/evidence/direction.rules'
import { partVisibility } from '@/lib/knowledge/evidence/disclosure.rules'
import { overallOutcome, SAME_MARGIN, strongestFinding } from '@/lib/knowledge/evidence/rules'
import type { EvidenceDirection, Finding } from '@/lib/knowledge/evidence/types'
import {
  DESIGN_KINDS,
  type DesignKind,
  type FamilyMember,
  type LeftOut,
  type Line,
  type OutcomePools,
  type Pool,
  type PooledResult,
  type Study,
} from './types'

const KIND: Readonly<Record<MeasurementDesign, DesignKind>> = {
  after_only: 'alone',
  before_after: 'alone',
  comparison: 'compared',
  quasi_experiment: 'compared',
  experiment: 'drawn',
}

const horizonOf = ({ outcome, measurement }: Study) => measurement.horizon ?? outcome.horizon

const isShown = (numerator: number, n: number) => partVisibility(numerator, n) === 'shown'

/** A study as a line of its own kind, or why it cannot be one. */
export function lineOf(study: Study): Omit<Line, 'weight'> | Exclude<LeftOut, 'sameInitiative'> {
  const { outcome, unit, lowerIsBetter, measurement } = study
  if (outcome.unit !== 'people' || !fitsUnit(outcome, unit)) return 'notPeople'
  if (lowerIsBetter !== outcome.lowerIsBetter) return 'otherDirection'
  const horizon = horizonOf(study)
  if (horizon === null) return 'noHorizon'
  if (outcome.horizon !== null && horizon !== outcome.horizon) return 'otherHorizon'
  const part = countedPart(measurement, unit)
  if (part === null) return 'noCounts'
  if (!isShown(part.numerator, part.n)) return 'withheld'
  if (KIND[measurement.design] === 'alone') {
    const { low, high } = wilsonInterval(part.numerator, part.n)
    return {
      study,
      part,
      counts: null,
      estimate: part.numerator / part.n,
      low,
      high,
      direction: 'notCompared',
    }
  }
  const { comparisonNumerator, comparisonN } = measurement
  if (comparisonNumerator === null || comparisonN === null) return 'noCounts'
  if (!isShown(comparisonNumerator, comparisonN)) return 'withheld'
  const found = newcombeDifference(part, { numerator: comparisonNumerator, n: comparisonN })
  const gain = lowerIsBetter
    ? { estimate: -found.difference, low: -found.high, high: -found.low }
    : { estimate: found.difference, low: found.low, high: found.high }
  return {
    study,
    part,
    counts: { ...part, comparisonNumerator, comparisonN },
    ...gain,
    direction: overallOutcome([findingOf(study)]) ?? 'notCompared',
  }
}

function findingOf({ measurement, unit, lowerIsBetter }: Study): Finding {
  return {
    id: measurement.id,
    design: measurement.design,
    independent: measurement.independent,
    n: measurement.n,
    on: measurement.measuredOn ?? measurement.periodEnd,
    effect: measurementEffect(measurement, unit, lowerIsBetter),
  }
}

type Unweighted = Omit<Line, 'weight'>

const pooledEffect = ({ counts, part, study }: Unweighted) => {
  if (counts === null) return logit(part)
  const { estimate, variance } = riskDifference(part, {
    numerator: counts.comparisonNumerator,
    n: counts.comparisonN,
  })
  return { estimate: study.lowerIsBetter ? -estimate : estimate, variance }
}

const asShare = (kind: DesignKind) => (value: number) =>
  kind === 'alone' ? fromLogit(value) : Math.min(1, Math.max(-1, value))

function resultOf(kind: DesignKind, lines: readonly Unweighted[]) {
  const pooled = randomEffects(lines.map(pooledEffect))
  if (!pooled) return null
  const share = asShare(kind)
  const { estimate, interval, prediction, i2, weights } = pooled
  const result: PooledResult = {
    estimate: share(estimate),
    low: share(interval.low),
    high: share(interval.high),
    prediction: { low: share(prediction.low), high: share(prediction.high) },
    i2,
  }
  return { result, weights }
}

/** The direction of a mean by its interval, by the rule for one study. */
function directionOfMean({ low, high }: PooledResult): EvidenceDirection {
  if (low > 0) return 'helps'
  if (high < 0) return 'harms'
  return low > -SAME_MARGIN && high < SAME_MARGIN ? 'noDifference' : 'unclear'
}

/**
 * What the studies say together. One that helps beside one that harms is mixed, whatever the mean:
 * the mean of a harm and a gain describes neither.
 */
function directionOfPool(
  kind: DesignKind,
  lines: readonly Unweighted[],
  result: PooledResult | null,
): EvidenceDirection {
  if (kind === 'alone') return 'notCompared'
  const together = overallOutcome(lines.map(({ study }) => findingOf(study))) ?? 'notCompared'
  return result === null || together === 'mixed' ? together : directionOfMean(result)
}

function poolOf(lines: readonly Unweighted[]): Pool | null {
  const [first] = lines
  const horizon = first && horizonOf(first.study)
  if (!first || !horizon) return null
  const kind = KIND[first.study.measurement.design]
  const found = resultOf(kind, lines)
  return {
    outcome: first.study.outcome,
    horizon,
    kind,
    lines: lines.map((line, at) => ({ ...line, weight: found?.weights[at] ?? null })),
    direction: directionOfPool(kind, lines, found?.result ?? null),
    result: found?.result ?? null,
  }
}

const keyOf = ({ study }: Unweighted) =>
  `${KIND[study.measurement.design]} ${horizonOf(study) ?? ''}`

/** Of each initiative the strongest; the others counted the same people, or may have. */
function onePerInitiative(lines: readonly Unweighted[]) {
  const kept: Unweighted[] = []
  const left: Unweighted[] = []
  for (const slug of new Set(lines.map(({ study }) => study.member.slug))) {
    const own = lines.filter(({ study }) => study.member.slug === slug)
    const strongest = strongestFinding(own.map(({ study }) => findingOf(study)))
    for (const line of own) (line.study.measurement.id === strongest?.id ? kept : left).push(line)
  }
  return { kept, left }
}

/** Every measurement of these initiatives under an outcome in common. */
export function studiesOf(members: readonly FamilyMember[]): Study[] {
  return members.flatMap(({ indicators, ...member }) =>
    indicators.flatMap(({ outcome, unit, lowerIsBetter, measurements }) =>
      outcome === null
        ? []
        : measurements.map((measurement) => ({
            member,
            outcome,
            unit,
            lowerIsBetter,
            measurement,
          })),
    ),
  )
}

function poolOutcome(studies: readonly Study[]): Omit<OutcomePools, 'outcome'> {
  const lines: Unweighted[] = []
  const left: OutcomePools['left'] = []
  for (const study of studies) {
    const line = lineOf(study)
    if (typeof line === 'string') left.push({ study, reason: line })
    else lines.push(line)
  }
  const pools = [...new Set(lines.map(keyOf))].flatMap((key) => {
    const { kept, left: others } = onePerInitiative(lines.filter((line) => keyOf(line) === key))
    left.push(...others.map(({ study }) => ({ study, reason: 'sameInitiative' as const })))
    return poolOf(kept) ?? []
  })
  const rank = ({ kind, lines: all }: Pool) => DESIGN_KINDS.indexOf(kind) * 1_000 - all.length
  return { pools: pools.toSorted((a, b) => rank(a) - rank(b)), left }
}

/** Per outcome what stands beside each other, strongest kind of design first, and what cannot. */
export function poolOutcomes(studies: readonly Study[]): OutcomePools[] {
  return [...new Set(studies.map(({ outcome }) => outcome.slug))].flatMap((slug) => {
    const own = studies.filter(({ outcome }) => outcome.slug === slug)
    const [first] = own
    return first ? [{ outcome: first.outcome, ...poolOutcome(own) }] : []
  })
}

/** Whether more than one initiative measured this outcome; alone it stands on its own page. */
export const isShared = ({ pools, left }: OutcomePools): boolean =>
  new Set(
    [
      ...pools.flatMap(({ lines }) => lines.map(({ study }) => study)),
      ...left.map(({ study }) => study),
    ].map(({ member }) => member.slug),
  ).size > 1
