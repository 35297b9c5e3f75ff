/**
 * The evidence level is a fact about the research, not a judgement about people or the idea. It is computed from
 * what was logged, never typed in. The level is the highest step that is reached, also when a lower one is not: a region
 * often counts before it writes down why the approach should work. The separate checks are kept and shown.
 *
 *   0 onbekend     nothing is recorded about how it works
 *   1 beschreven   problem, target group, approach and what was learned by doing
 *   2 onderbouwd   a theory of change with sources
 *   3 gemeten      an outcome with its source, whoever published it; without number or date it is the weakest form
 *   4 vergeleken   an outcome with people counted, beside a group that did not take part
 *   5 bewezen      the same in a (quasi-)experiment by independent researchers, published
 *
 * A percentage of people is told with its Wilson 95% interval (E.B. Wilson, 1927). Under 10 people no figure is
 * shown, under 30 the words "small group" stand beside it. A measurement older than 36 months is stale.
 *
 * Source: PRODUCT.md, rating model rule 5 and 6; DOMAIN.md sections 5.3 to 5.5; evidenceLevels in the vocabulary.
 */
import { EVIDENCE_LEVELS, type Evidence, type EvidenceCheck, type EvidenceFacts, type MeasuredFact } from './types'

export const MIN_PEOPLE_TO_SHOW = 10
export const SMALL_GROUP = 30
export const MEASUREMENT_FRESH_MONTHS = 36

const Z_95 = 1.959963984540054

/** Interval of a share with 95% confidence, as fractions of 1. `n` is at least 1 and `numerator` lies between 0 and n. */
export function wilsonInterval(numerator: number, n: number): { low: number; high: number } {
  if (!(n >= 1) || numerator < 0 || numerator > n) throw new RangeError('numerator between 0 and n, n at least 1')
  const share = numerator / n
  const z2 = Z_95 ** 2
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n)
  const half = (Z_95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))) / (1 + z2 / n)
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

/** How a count of people may be shown: not at all, with the words "small group", or as it is. */
export function groupSize(n: number): 'hidden' | 'small' | 'normal' {
  if (n < MIN_PEOPLE_TO_SHOW) return 'hidden'
  return n < SMALL_GROUP ? 'small' : 'normal'
}

const isOutcome = ({ resultType }: MeasuredFact) => resultType === 'outcome' || resultType === 'impact'
const isCompared = (fact: MeasuredFact) =>
  isOutcome(fact) && fact.hasSource && fact.n !== null && (fact.comparisonN ?? 0) > 0 && fact.design !== 'after_only' && fact.design !== 'before_after'
const isStrong = (fact: MeasuredFact) => isCompared(fact) && (fact.design === 'quasi_experiment' || fact.design === 'experiment')

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
  }
}

/** The check that reaches each level. */
const STEP: readonly EvidenceCheck[] = ['described', 'substantiated', 'measured', 'compared', 'published']

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
    lastMeasuredOn: facts.lastMeasuredOn,
  }
}

/** True when the last measurement lies before the first day that still counts as fresh. */
export function isStale(lastMeasuredOn: string | null, oldestFresh: string): boolean {
  return lastMeasuredOn !== null && lastMeasuredOn < oldestFresh
}

