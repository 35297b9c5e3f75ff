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

export interface Evidence {
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
