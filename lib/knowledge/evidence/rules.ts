/**
 * The evidence level is a fact about the research, not a judgement about people or the idea. It is computed from
 * what was logged, never typed in. The level is the highest step that is reached, also when a lower one is not: a region
 * often counts before it writes down why the approach should work. The separate checks are kept and shown.
 *
 *   0 onbekend     nothing is recorded about how it works
 *   1 beschreven   problem, target group, approach and what was learned by doing
 *   2 onderbouwd   a theory of change with sources
 *   3 gemeten      an outcome with its source, whoever published it; without number or date it is the weakest form
 *   4 vergeleken   an outcome with people counted, beside a counted group that did not take part, 10 people or more in each
 *   5 bewezen      the same in a (quasi-)experiment by independent researchers, published
 *
 * A percentage of people is told with its Wilson 95% interval. Under 10 people no figure is shown, under 30 the words "small
 * group" stand beside it. A count under 5 stays out of sight, and so does a count that leaves fewer than 5 others, because
 * the total would give them away; with it go the percentage, the interval and the difference.
 *
 * The direction of an effect is said only beside a group that did not take part, from Newcombe's 95% interval of the
 * difference: better or worse when the whole interval lies on one side of nothing, same when it lies within 10 points on
 * both sides, else unclear. The strongest finding is that of the strongest design, then independent, then the most
 * people, then the latest; when it shows no gain it leads the page.
 *
 * Repeated elsewhere: an initiative that came of an adoption, in another region than the owner's, measured an outcome of its own with
 * source, date and 10 people or more. It stands beside the level and never raises it: doing it again is not comparing.
 *
 * Stale: a measurement after 36 months. What the panel has to judge again: reopening.rules.ts.
 *
 * Source: PRODUCT.md, rating model rule 5 and 6; DOMAIN.md sections 5.3 to 5.5; evidenceLevels in the vocabulary.
 */
import { newcombeDifference } from '@/lib/base/inference/rules'
import { addMonths, type CalendarDate } from '@/lib/base/text/calendar'
import {
  type Effect,
  type Evidence,
  EVIDENCE_LEVELS,
  type EvidenceCheck,
  type EvidenceFacts,
  type Finding,
  type MeasuredFact,
  type MeasurementDesign,
  type Outcome,
  type PartVisibility,
  type Repetition,
} from './types'

export const MIN_PEOPLE_TO_SHOW = 10
export const SMALL_GROUP = 30
export const MIN_COUNT_TO_SHOW = 5
/** A difference that surely lies within this much on both sides is no difference that matters. */
export const SAME_MARGIN = 0.1
/** From this many regions "vernieuwend" is judged again. */
export const NOVELTY_REGIONS = 3
export const MEASUREMENT_FRESH_MONTHS = 36

/** How a count of people may be shown: not at all, with the words "small group", or as it is. */
export function groupSize(n: number): 'hidden' | 'small' | 'normal' {
  if (n < MIN_PEOPLE_TO_SHOW) return 'hidden'
  return n < SMALL_GROUP ? 'small' : 'normal'
}

/** How much of "part of whole" may be told without pointing at someone. */
export function partVisibility(numerator: number, n: number): PartVisibility {
  if (groupSize(n) === 'hidden') return 'tooSmall'
  if (numerator < MIN_COUNT_TO_SHOW) return 'fewer'
  return n - numerator < MIN_COUNT_TO_SHOW ? 'allBut' : 'shown'
}

/** Counts of one group that shrinks, such as invited, started and finished, without those that show or give away a small number. */
export function protectedSteps(steps: readonly (number | null)[]): (number | null)[] {
  const shown = steps.map((count) =>
    count !== null && groupSize(count) === 'hidden' ? null : count,
  )
  let before: number | null = null
  return shown.map((count) => {
    const lost: number = before === null || count === null ? 0 : before - count
    // The earlier step stays: of two neighbours with a handful between them, one is enough to hide.
    if (lost > 0 && lost < MIN_COUNT_TO_SHOW) return null
    before = count ?? before
    return count
  })
}

/** What a comparison says. Null without a counted comparison; 'tooSmall' when one of the groups is under 10 people. */
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

/** The finding that weighs most; null without findings. The outcome itself plays no part in the choice. */
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
 * What all comparisons of an initiative together say. 'helps' only when the strongest finding is better and none is worse; 'harms' as soon as one is worse
 * and none better. Better beside worse is 'mixed'. Null when nothing was compared, or nothing that may be told.
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

/** True for a finding that people should see first because it shows no gain. */
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

/** The children whose own measurement repeats the outcome elsewhere. */
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

/** The check that reaches each level. */
const STEP: readonly EvidenceCheck[] = [
  'described',
  'substantiated',
  'measured',
  'compared',
  'published',
]

/** What has to be there for each level, for the advice on the next one. */
const NEEDS: readonly (readonly EvidenceCheck[])[] = [
  ['described'],
  ['substantiated'],
  ['measured'],
  ['counted', 'compared'],
  ['strongDesign', 'independent', 'published'],
]

/** The level with the rule that decided it and what would lift it one step. */
export function computeLevel(facts: EvidenceFacts): Evidence {
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

/** True when the last measurement lies before the first day that still counts as fresh. */
export function isStale(lastMeasuredOn: string | null, oldestFresh: string): boolean {
  return lastMeasuredOn !== null && lastMeasuredOn < oldestFresh
}

/** The first day of which a measurement still counts as fresh. */
export const oldestFreshDay = (today: CalendarDate): CalendarDate =>
  addMonths(today, -MEASUREMENT_FRESH_MONTHS)

/** Whether "vernieuwend" has to be looked at again, now that this many regions run what ran in fewer when it was judged. */
export const needsNoveltyRecheck = (regions: number, whenJudged = 0): boolean =>
  regions >= NOVELTY_REGIONS && whenJudged < NOVELTY_REGIONS
