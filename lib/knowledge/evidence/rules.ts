/**
 * The level is a fact about the research, computed and never typed in. The highest step reached
 * counts, also when a lower one is not: a region often counts before it explains.
 * - 0 onbekend: nothing is recorded about how it works
 * - 1 beschreven: problem, target group, approach and what was learned by doing
 * - 2 onderbouwd: a theory of change with sources
 * - 3 gemeten: an outcome with its source, whoever published it
 * - 4 vergeleken: beside a counted group that did not take part, 10 people or more in each
 * - 5 bewezen: the same in a published (quasi-)experiment by independent researchers
 * An effect is Newcombe's 95% interval of the difference: better or worse when it excludes zero. A
 * repetition elsewhere never raises the level: repeating is not comparing. A measurement is stale
 * after 36 months.
 * Source: docs/model.md, "Rating model", rules 5 and 6; docs/domain.md, sections 5.3 to 5.5.
 */
import { newcombeDifference } from '@/lib/base/inference/rules'
import { addMonths, type CalendarDate } from '@/lib/base/text/calendar'
import { MIN_PEOPLE_TO_SHOW, partVisibility } from './disclosure.rules'
import {
  type ComputedLevel,
  type Effect,
  EVIDENCE_LEVELS,
  type EvidenceCheck,
  type EvidenceFacts,
  type Finding,
  type MeasuredFact,
  type MeasurementDesign,
  type Outcome,
  type Repetition,
} from './types'

/** A difference surely within this margin on both sides does not matter. */
export const SAME_MARGIN = 0.1
/** From this many regions "vernieuwend" is judged again. */
export const NOVELTY_REGIONS = 3
export const MEASUREMENT_FRESH_MONTHS = 36

/** Null without a counted comparison; 'tooSmall' when a group has fewer than 10 people. */
export function effectOf(
  result: {
    numerator: number
    n: number
    comparisonNumerator: number | null
    comparisonN: number | null
  },
  lowerIsBetter: boolean,
): Effect | 'tooSmall' | null {
  const { numerator, n, comparisonNumerator, comparisonN } = result
  if (comparisonNumerator === null || comparisonN === null) return null
  const visible = [partVisibility(numerator, n), partVisibility(comparisonNumerator, comparisonN)]
  if (visible.includes('tooSmall')) return 'tooSmall'
  const { difference, low, high } = newcombeDifference(
    { numerator, n },
    { numerator: comparisonNumerator, n: comparisonN },
  )
  const gain = lowerIsBetter ? { low: -high, high: -low } : { low, high }
  return {
    direction:
      gain.low > 0
        ? 'better'
        : gain.high < 0
          ? 'worse'
          : gain.low > -SAME_MARGIN && gain.high < SAME_MARGIN
            ? 'same'
            : 'unclear',
    difference: visible.every((one) => one === 'shown')
      ? {
          share: difference,
          low,
          high,
          without: Math.round((comparisonNumerator / comparisonN) * n),
        }
      : null,
  }
}

const DESIGN_RANK: Readonly<Record<MeasurementDesign, number>> = {
  after_only: 0,
  before_after: 1,
  comparison: 2,
  quasi_experiment: 3,
  experiment: 4,
}

/** The finding with most weight, whatever its outcome; null without findings. */
export function strongestFinding<One extends Finding>(findings: readonly One[]): One | null {
  const [strongest] = findings.toSorted(
    (a, b) =>
      DESIGN_RANK[b.design] - DESIGN_RANK[a.design] ||
      Number(b.independent) - Number(a.independent) ||
      (b.n ?? 0) - (a.n ?? 0) ||
      (b.on ?? '').localeCompare(a.on ?? '') ||
      a.id.localeCompare(b.id),
  )
  return strongest ?? null
}

/**
 * All comparisons together: 'helps' only when the strongest is better and none is worse, 'harms'
 * the reverse, better beside worse is 'mixed'. Null when nothing was compared or may be shown.
 */
export function overallOutcome(findings: readonly Finding[]): Outcome | null {
  const directions = findings.flatMap(({ effect }) =>
    effect === null || effect === 'tooSmall' ? [] : [effect.direction],
  )
  if (directions.length === 0) return null
  if (directions.includes('worse')) return directions.includes('better') ? 'mixed' : 'harms'
  const strongest = strongestFinding(findings)?.effect
  if (strongest === null || strongest === undefined || strongest === 'tooSmall') return 'unclear'
  if (strongest.direction === 'better') return 'helps'
  return strongest.direction === 'same' ? 'noDifference' : 'unclear'
}

/** True for a finding without gain that people should see first. */
export function leadsPage<One extends Finding>(
  finding: One | null,
): finding is One & { effect: Effect & { direction: 'same' | 'worse' | 'unclear' } } {
  return (
    finding !== null &&
    finding.effect !== null &&
    finding.effect !== 'tooSmall' &&
    finding.effect.direction !== 'better'
  )
}

const isOutcome = ({ resultType }: MeasuredFact) =>
  resultType === 'outcome' || resultType === 'impact'
const isCompared = (fact: MeasuredFact) =>
  isOutcome(fact) &&
  fact.hasSource &&
  (fact.n ?? 0) >= MIN_PEOPLE_TO_SHOW &&
  (fact.comparisonN ?? 0) >= MIN_PEOPLE_TO_SHOW &&
  fact.design !== 'after_only' &&
  fact.design !== 'before_after'
const isStrong = (fact: MeasuredFact) =>
  isCompared(fact) && (fact.design === 'quasi_experiment' || fact.design === 'experiment')

const isRepeating = (fact: MeasuredFact) =>
  isOutcome(fact) && fact.hasSource && fact.dated && (fact.n ?? 0) >= MIN_PEOPLE_TO_SHOW

/** The adoptions whose own measurement repeats the outcome elsewhere. */
export function repetitionsOf({
  region: own,
  children,
}: Pick<EvidenceFacts, 'region' | 'children'>): Repetition[] {
  return children.flatMap(({ slug, title, region, measurements }) =>
    region !== null && own !== null && region.slug !== own && measurements.some(isRepeating)
      ? [{ slug, title, region: region.name }]
      : [],
  )
}

/** Each check by itself. */
export function evidenceChecks(facts: EvidenceFacts): Record<EvidenceCheck, boolean> {
  const outcomes = facts.measurements.filter(isOutcome)
  return {
    described: facts.hasProblem && facts.hasTargetGroup && facts.hasApproach && facts.hasExperience,
    substantiated: facts.hasTheoryOfChange && facts.hasSources,
    measured: outcomes.some((fact) => fact.hasSource),
    counted: outcomes.some((fact) => fact.hasSource && fact.n !== null && fact.dated),
    baseline: facts.hasBaseline,
    compared: outcomes.some(isCompared),
    strongDesign: outcomes.some(isStrong),
    independent: outcomes.some((fact) => isStrong(fact) && fact.independent),
    published: outcomes.some((fact) => isStrong(fact) && fact.independent && fact.hasPublication),
    repeated: repetitionsOf(facts).length > 0,
  }
}

const STEP: readonly EvidenceCheck[] = [
  'described',
  'substantiated',
  'measured',
  'compared',
  'published',
]

const NEEDS: readonly (readonly EvidenceCheck[])[] = [
  ['described'],
  ['substantiated'],
  ['measured'],
  ['counted', 'compared'],
  ['strongDesign', 'independent', 'published'],
]

/** The level, the rule that decided it and what would raise it one step. */
export function computeLevel(facts: EvidenceFacts): ComputedLevel {
  const checks = evidenceChecks(facts)
  const rank = STEP.reduce((highest, check, index) => (checks[check] ? index + 1 : highest), 0)
  return {
    rank,
    level: EVIDENCE_LEVELS[rank] ?? 'onbekend',
    decidedBy: STEP[rank - 1] ?? null,
    checks,
    missingForNext: (NEEDS[rank] ?? []).filter((check) => !checks[check]),
    repetitions: repetitionsOf(facts),
    lastMeasuredOn: facts.lastMeasuredOn,
  }
}

/** True when the last measurement is before the oldest fresh day. */
export function isStale(lastMeasuredOn: string | null, oldestFresh: string): boolean {
  return lastMeasuredOn !== null && lastMeasuredOn < oldestFresh
}

/** The first day whose measurements still count as fresh. */
export const oldestFreshDay = (today: CalendarDate): CalendarDate =>
  addMonths(today, -MEASUREMENT_FRESH_MONTHS)

/** Whether "vernieuwend" must be judged again, given how many regions run it now and did then. */
export const needsNoveltyRecheck = (regions: number, whenJudged = 0): boolean =>
  regions >= NOVELTY_REGIONS && whenJudged < NOVELTY_REGIONS
