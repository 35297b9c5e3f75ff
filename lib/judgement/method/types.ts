import type { Interval } from '@/lib/base/inference/rules'

/** Ids never leave the server. */
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
  /** For the points 1 to 5. */
  counts: number[]
  cannotJudge: number
}

export type Agreement = 'high' | 'fair' | 'low'

export interface MethodFigures {
  initiatives: number
  /** Judged by anyone but the owner. */
  judged: number
  /** Of those, with a complete panel. */
  panels: number
  assessors: number
  regions: number
  examples: number
  /** Pairs of initiative and criterion with a complete panel, and how many are divided. */
  lines: number
  divided: number
  distributions: CriterionDistribution[]
  alpha: { value: number; interval: Interval | null; agreement: Agreement } | null
  /** By evidence level, 0 to 5. */
  levels: number[]
}
