/**
 * In which direction the evidence points, and how far. The size is that of the strongest comparison
 * that points there: a size of another direction would contradict the word beside it. Mixed results
 * have two sizes and therefore show none.
 * Source: docs/model.md, "Rating model", rule 8; docs/adr/0052-direction-with-evidence.md.
 */
import { isPeople } from './disclosure.rules'
import { effectOf, overallOutcome, strongestFinding } from './rules'
import {
  type ComparedFact,
  type CountedFinding,
  type Direction,
  type Effect,
  EVIDENCE_DIRECTIONS,
  EVIDENCE_LEVELS,
  type EffectSize,
  type EvidenceDirection,
  type EvidenceSummary,
} from './types'

/** Names in addresses, files and the open data; they never change. */
export const DIRECTION_SLUGS = {
  helps: 'helpt',
  mixed: 'wisselend',
  unclear: 'niet-te-zeggen',
  notCompared: 'niet-vergeleken',
  noDifference: 'geen-verschil',
  harms: 'schaadt',
} as const satisfies Record<EvidenceDirection, string>

/** What did not work; a reader finds it as easily as what did. */
export const NO_GAIN: readonly EvidenceDirection[] = ['harms', 'noDifference']

/** A row whose direction was not computed yet cannot be said. */
export const directionOf = (slug: string | null): EvidenceDirection =>
  EVIDENCE_DIRECTIONS.find((direction) => DIRECTION_SLUGS[direction] === slug) ?? 'unclear'

/** Sorts what helps before the rest, and what harms last; then the best researched. */
export const byEvidence = (a: Placed, b: Placed): number =>
  EVIDENCE_DIRECTIONS.indexOf(a.direction) - EVIDENCE_DIRECTIONS.indexOf(b.direction) ||
  b.rank - a.rank
type Placed = Pick<EvidenceSummary, 'rank' | 'direction'>

export const levelOf = (rank: number) => EVIDENCE_LEVELS[rank] ?? 'onbekend'

/** The people with the result among those it is about; null when it does not count people. */
export function countedPart(
  { value, numerator, n }: Pick<ComparedFact, 'value' | 'numerator' | 'n'>,
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

/** The effect against a comparison group of at least ten people. */
export function measurementEffect(
  measurement: ComparedFact,
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

const POINTS_TO: Partial<Record<EvidenceDirection, Direction>> = {
  helps: 'better',
  unclear: 'unclear',
  noDifference: 'same',
  harms: 'worse',
}

function sizeOf({
  label,
  unit,
  lowerIsBetter,
  measurement,
  effect,
}: CountedFinding): EffectSize | null {
  const part = countedPart(measurement, unit)
  if (part === null || effect === null || effect === 'tooSmall' || effect.difference === null)
    return null
  const { without, low, high } = effect.difference
  const people = (share: number) => Math.round(share * part.n)
  return {
    label,
    n: part.n,
    reached: part.numerator,
    without,
    low: people(low),
    high: people(high),
    lowerIsBetter,
  }
}

/** The direction of all comparisons together, with the size of the strongest that points there. */
export function directionAndSize(
  findings: readonly CountedFinding[],
): Pick<EvidenceSummary, 'direction' | 'size'> {
  const direction = overallOutcome(findings) ?? 'notCompared'
  const wanted = POINTS_TO[direction]
  const strongest = strongestFinding(
    findings.filter(
      ({ effect }) => effect !== null && effect !== 'tooSmall' && effect.direction === wanted,
    ),
  )
  return { direction, size: strongest && sizeOf(strongest) }
}

/** How large a gain is at least, as a share of the people; null when unknown or not a gain. */
export function sureGain({ direction, size }: Omit<EvidenceSummary, 'rank'>): number | null {
  if (direction !== 'helps' || size === null) return null
  return (size.lowerIsBetter ? -size.high : size.low) / size.n
}

/** How many initiatives have this level and this direction. */
export interface EvidenceCount {
  rank: number
  direction: EvidenceDirection
  count: number
}

/** Per direction in reading order, those that occur, with the levels in them, best first. */
export function spreadOf(
  counts: readonly EvidenceCount[],
): { direction: EvidenceDirection; total: number; levels: { rank: number; count: number }[] }[] {
  return EVIDENCE_DIRECTIONS.map((direction) => {
    const levels = counts
      .filter((one) => one.direction === direction && one.count > 0)
      .map(({ rank, count }) => ({ rank, count }))
      .toSorted((a, b) => b.rank - a.rank)
    return { direction, total: levels.reduce((sum, { count }) => sum + count, 0), levels }
  }).filter(({ total }) => total > 0)
}

const isSame = (a: Placed, b: Placed) => a.rank === b.rank && a.direction === b.direction

/** Every level and direction that occurs in any of these, what helps first. */
export function seenIn(all: readonly (readonly EvidenceCount[])[]): Placed[] {
  return all
    .flat()
    .filter((one, at, flat) => flat.findIndex((other) => isSame(one, other)) === at)
    .map(({ rank, direction }) => ({ rank, direction }))
    .toSorted(byEvidence)
}

/** The number with this level and direction. */
export const countOf = (counts: readonly EvidenceCount[], one: Placed): number =>
  counts.reduce((sum, other) => sum + (isSame(one, other) ? other.count : 0), 0)
