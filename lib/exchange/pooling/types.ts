import type {
  InitiativeIndicatorView,
  MeasurementHorizon,
  MeasurementView,
  OutcomeView,
} from '@/lib/judgement/measurements/types'
import type { EvidenceDirection } from '@/lib/knowledge/evidence/types'

/** An initiative of a family with what it measured; archived ones too, or only successes stay. */
export interface FamilyMember {
  slug: string
  title: string
  region: string | null
  isHere: boolean
  indicators: InitiativeIndicatorView[]
}

/** One measurement under an outcome in common. */
export interface Study {
  member: Pick<FamilyMember, 'slug' | 'title' | 'region' | 'isHere'>
  outcome: OutcomeView
  unit: string
  lowerIsBetter: boolean
  measurement: MeasurementView
}

/** Designs of one kind bear the same doubt. Drawn lots; another group; nobody to compare with. */
export const DESIGN_KINDS = ['drawn', 'compared', 'alone'] as const
export type DesignKind = (typeof DESIGN_KINDS)[number]

/** Why a study cannot stand beside the others. */
export const LEFT_OUT = [
  'notPeople',
  'otherDirection',
  'noHorizon',
  'otherHorizon',
  'noCounts',
  'withheld',
  'sameInitiative',
] as const
export type LeftOut = (typeof LEFT_OUT)[number]

/** A study as a line: a gain (above zero is better) or, without a comparison, a share. */
export interface Line {
  study: Study
  /** As fractions of 1, with a 95% interval. */
  estimate: number
  low: number
  high: number
  counts: { numerator: number; n: number; comparisonNumerator: number; comparisonN: number } | null
  part: { numerator: number; n: number }
  direction: EvidenceDirection
  /** Its part in the whole; null when nothing was taken together. */
  weight: number | null
}

export interface PooledResult {
  estimate: number
  low: number
  high: number
  /** Where a new place may expect to come out. */
  prediction: { low: number; high: number }
  i2: number
}

/** Studies of one outcome at one moment with one kind of design. */
export interface Pool {
  outcome: OutcomeView
  horizon: MeasurementHorizon
  kind: DesignKind
  lines: Line[]
  direction: EvidenceDirection
  /** Null when there are too few. */
  result: PooledResult | null
}

export interface OutcomePools {
  outcome: OutcomeView
  pools: Pool[]
  left: { study: Study; reason: LeftOut }[]
}
