import type { EvidenceCount } from '@/lib/knowledge/evidence/direction.rules'

export const UNNAMED = ''

export interface MatrixCell {
  group: string
  instrument: string
  initiatives: number
  /** People who began, where that may be shown; null when nowhere. */
  reached: number | null
  reachKnown: number
  /** Levels by direction; they add up to `initiatives`. */
  evidence: EvidenceCount[]
  median: number | null
  judged: number
  adoptions: number
}

export interface MatrixTerm {
  slug: string
  labelNl: string
  labelEn: string
  narrows: boolean
}

export interface MatrixAxis {
  used: MatrixTerm[]
  unused: MatrixTerm[]
}

export interface MatrixChoice {
  group: string | null
  instrument: string | null
  /** 1-based. */
  criterion: number
}
