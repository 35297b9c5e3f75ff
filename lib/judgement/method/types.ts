import type { EvidenceCount } from '@/lib/knowledge/evidence/direction.rules'
import type { Interval } from '@/lib/base/inference/rules'

export interface PanelAssessment {
  initiativeId: string
  round: number
  assessorId: string
  regionId: string | null
  isExample: boolean
  scores: { criterion: string; score: number | null }[]
}

export interface CriterionDistribution {
  criterion: string
  counts: number[]
  cannotJudge: number
}

export type Agreement = 'high' | 'fair' | 'low'

export interface MethodFigures {
  initiatives: number
  judged: number
  panels: number
  assessors: number
  regions: number
  examples: number
  /** Pairs of initiative and criterion with a complete panel, and how many are divided. */
  lines: number
  divided: number
  distributions: CriterionDistribution[]
  alpha: { value: number; interval: Interval | null; agreement: Agreement } | null
  evidence: EvidenceCount[]
}
