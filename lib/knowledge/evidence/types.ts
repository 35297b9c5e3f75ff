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

/** What was looked at, each kept and shown apart from the level. */
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
  /** Place in the chain: only outcome and impact say that something changed for people. */
  resultType: string
  /** Number of people the value is about; null is not known. */
  n: number | null
  dated: boolean
  design: MeasurementDesign
  /** People in the group beside it, when its outcome was counted too. */
  comparisonN: number | null
  independent: boolean
  hasSource: boolean
  hasPublication: boolean
}

/** An initiative that came of an adoption, with what it measured itself. */
export interface ChildFact {
  slug: string
  title: string
  /** Slug and name of the region of who runs it. */
  region: { slug: string; name: string } | null
  measurements: MeasuredFact[]
}

/** Where else the outcome was measured. */
export interface Repetition {
  slug: string
  title: string
  region: string
}

/** Everything the level is computed from. */
export interface EvidenceFacts {
  hasProblem: boolean
  hasTargetGroup: boolean
  hasApproach: boolean
  /** Lessons, success factors, obstacles or conditions: what was learned by doing. */
  hasExperience: boolean
  hasTheoryOfChange: boolean
  hasSources: boolean
  hasBaseline: boolean
  /** Valid measurements; corrected ones are left out. */
  measurements: MeasuredFact[]
  /** Slug of the region of the owner. */
  region: string | null
  children: ChildFact[]
  /** Last day something was measured, as YYYY-MM-DD. */
  lastMeasuredOn: string | null
}

export interface Evidence {
  rank: number
  level: EvidenceLevelSlug
  /** The check that reached this level; null for level 0. */
  decidedBy: EvidenceCheck | null
  checks: Record<EvidenceCheck, boolean>
  /** What is missing for the next level up; empty at the top. */
  missingForNext: EvidenceCheck[]
  /** Measured by who adopted it, in another region. Never part of the level. */
  repetitions: Repetition[]
  lastMeasuredOn: string | null
}

/** Whether "part of whole" may be told: all of it, only that it is few or nearly all, or nothing. */
export type PartVisibility = 'shown' | 'fewer' | 'allBut' | 'tooSmall'

export const DIRECTIONS = ['better', 'same', 'worse', 'unclear'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** What all comparisons of an initiative say together. */
export type Outcome = 'helps' | 'mixed' | 'unclear' | 'noDifference' | 'harms'

/** What a comparison with a group that did not take part says. */
export interface Effect {
  direction: Direction
  /** As fractions of 1, with how many of the participants would have got there anyway; null when a count may not be told. */
  difference: { share: number; low: number; high: number; without: number } | null
}

/** A measured outcome as far as its weight and direction go. */
export interface Finding {
  id: string
  design: MeasurementDesign
  independent: boolean
  n: number | null
  on: CalendarDate | null
  effect: Effect | 'tooSmall' | null
}

/** What changed in an initiative since a panel judged it. */
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

/** The parts of a version that a panel judges, as texts to compare. */
export interface ComparedRevision {
  approach: string[]
  targetGroups: string[]
  challenges: string[]
  lifecycle: string
  regions: string[]
}

/** How far an initiative moved on since a panel judged it. */
export interface PanelDrift {
  changes: RevisionChange[]
  regions: number
  regionsWhenJudged: number
}
