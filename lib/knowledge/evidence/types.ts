import type { MeasurementDesign } from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'

export type { MeasurementDesign }

export const EVIDENCE_LEVELS = [
  'onbekend',
  'beschreven',
  'onderbouwd',
  'gemeten',
  'vergeleken',
  'bewezen',
] as const
export type EvidenceLevelSlug = (typeof EVIDENCE_LEVELS)[number]

export const EVIDENCE_CHECKS = [
  'described',
  'substantiated',
  'measured',
  'counted',
  'baseline',
  'compared',
  'strongDesign',
  'independent',
  'published',
  'repeated',
] as const
export type EvidenceCheck = (typeof EVIDENCE_CHECKS)[number]

export interface MeasuredFact {
  /** Only outcome and impact say that something changed for people. */
  resultType: string
  /** Number of people the value is about; null when unknown. */
  n: number | null
  dated: boolean
  design: MeasurementDesign
  comparisonN: number | null
  independent: boolean
  hasSource: boolean
  hasPublication: boolean
}

export interface ChildFact {
  slug: string
  title: string
  region: { slug: string; name: string } | null
  measurements: MeasuredFact[]
}

export interface Repetition {
  slug: string
  title: string
  region: string
}

export interface EvidenceFacts {
  hasProblem: boolean
  hasTargetGroup: boolean
  hasApproach: boolean
  hasExperience: boolean
  hasTheoryOfChange: boolean
  hasSources: boolean
  hasBaseline: boolean
  /** Valid measurements; corrected ones are left out. */
  measurements: MeasuredFact[]
  region: string | null
  children: ChildFact[]
  lastMeasuredOn: string | null
}

/** How sure, without the direction. */
export interface ComputedLevel {
  rank: number
  level: EvidenceLevelSlug
  decidedBy: EvidenceCheck | null
  checks: Record<EvidenceCheck, boolean>
  missingForNext: EvidenceCheck[]
  repetitions: Repetition[]
  lastMeasuredOn: string | null
}

export type PartVisibility = 'shown' | 'fewer' | 'allBut' | 'tooSmall'

export const DIRECTIONS = ['better', 'same', 'worse', 'unclear'] as const
export type Direction = (typeof DIRECTIONS)[number]

export type Outcome = 'helps' | 'mixed' | 'unclear' | 'noDifference' | 'harms'

/** In the order of "helps most first"; `notCompared` is known to be neither. */
export const EVIDENCE_DIRECTIONS = [
  'helps',
  'mixed',
  'unclear',
  'notCompared',
  'noDifference',
  'harms',
] as const
export type EvidenceDirection = (typeof EVIDENCE_DIRECTIONS)[number]

/** The comparison behind a direction, in people. */
export interface EffectSize {
  label: string
  n: number
  reached: number
  /** How many of `n` would have reached it anyway. */
  without: number
  /** 95% interval of the difference, in people of `n`; above zero is more than without. */
  low: number
  high: number
  lowerIsBetter: boolean
}

/** What is said wherever evidence is named: how sure, in which direction, how much. */
export interface EvidenceSummary {
  rank: number
  direction: EvidenceDirection
  /** Null when nothing was compared, findings differ, or the figures may not be shown. */
  size: EffectSize | null
}

export interface Evidence extends ComputedLevel, EvidenceSummary {}

export interface Effect {
  direction: Direction
  /** As fractions of 1, with participants who would have succeeded anyway; null when hidden. */
  difference: { share: number; low: number; high: number; without: number } | null
}

export interface Finding {
  id: string
  design: MeasurementDesign
  independent: boolean
  n: number | null
  on: CalendarDate | null
  effect: Effect | 'tooSmall' | null
}

/** A measured result with what it was compared to. */
export interface ComparedFact {
  value: number | null
  numerator: number | null
  n: number | null
  design: MeasurementDesign
  comparisonNumerator: number | null
  comparisonN: number | null
}

/** A finding that knows the counts it came from. */
export interface CountedFinding extends Finding {
  label: string
  unit: string
  lowerIsBetter: boolean
  measurement: ComparedFact
}

export const REVISION_CHANGES = [
  'approach',
  'targetGroups',
  'challenges',
  'lifecycle',
  'outcome',
  'regions',
] as const
export type RevisionChange = (typeof REVISION_CHANGES)[number]
export type ReopenedCriterion =
  | 'vernieuwend'
  | 'meetbaar-bewezen'
  | 'doelmatig'
  | 'maatschappelijke-opgaven'
  | 'opschaalbaar'
  | 'duurzaam-toekomstbestendig'

export interface ComparedRevision {
  approach: string[]
  targetGroups: string[]
  challenges: string[]
  lifecycle: string
  regions: string[]
}

export interface PanelDrift {
  changes: RevisionChange[]
  regions: number
  regionsWhenJudged: number
}
