import type { Interval } from '@/lib/base/inference/rules'

/** One submitted panel assessment, as far as the figures of the whole base need it. Ids never leave the server. */
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
  /** How often each point was given, 1 to 5. */
  counts: number[]
  cannotJudge: number
}

/** How strongly assessors agree: high enough to lean on, fair, or low. */
export type Agreement = 'high' | 'fair' | 'low'

/** The live figures of the method page. */
export interface MethodFigures {
  initiatives: number
  /** Initiatives that any outsider judged. */
  judged: number
  /** Of those, the ones with enough assessors from enough regions. */
  panels: number
  assessors: number
  regions: number
  examples: number
  /** Lines (initiative and criterion) with a full panel, and how many of them are divided. */
  lines: number
  divided: number
  distributions: CriterionDistribution[]
  alpha: { value: number; interval: Interval | null; agreement: Agreement } | null
  /** Public initiatives per evidence level, 0 to 5. */
  levels: number[]
}
