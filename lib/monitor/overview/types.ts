/** For initiatives that name no group or instrument. */
export const UNNAMED = ''

export interface MatrixCell {
  group: string
  instrument: string
  initiatives: number
  /** People who began, where that may be shown; null when nowhere. */
  reached: number | null
  /** Initiatives behind `reached`. */
  reachKnown: number
  bestRank: number
  weakestRank: number
  /** Median of the panel medians on the chosen criterion; null without one. */
  median: number | null
  /** Initiatives with a panel median. */
  judged: number
  /** Without those who only consider it. */
  adoptions: number
}

export interface MatrixTerm {
  slug: string
  labelNl: string
  labelEn: string
  /** Has narrower terms. */
  narrows: boolean
}

export interface MatrixAxis {
  used: MatrixTerm[]
  unused: MatrixTerm[]
}

export interface MatrixChoice {
  /** Null for the top. */
  group: string | null
  instrument: string | null
  /** 1-based. */
  criterion: number
}
