import type { MeasurementDesign } from '@/generated/prisma/enums'

export const EVIDENCE_LEVELS = ['onbekend', 'beschreven', 'onderbouwd', 'gemeten', 'vergeleken', 'bewezen'] as const
export type EvidenceLevelSlug = (typeof EVIDENCE_LEVELS)[number]

/** What was looked at, each kept and shown apart from the level. */
export const EVIDENCE_CHECKS = [
  'described', 'substantiated', 'measured', 'counted', 'baseline', 'compared', 'strongDesign', 'independent', 'published',
] as const
export type EvidenceCheck = (typeof EVIDENCE_CHECKS)[number]

export interface MeasuredFact {
  /** Place in the chain: only outcome and impact say that something changed for people. */
  resultType: string
  /** Number of people the value is about; null is not known. */
  n: number | null
  dated: boolean
  design: MeasurementDesign
  comparisonN: number | null
  independent: boolean
  hasSource: boolean
  hasPublication: boolean
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
  lastMeasuredOn: string | null
}
