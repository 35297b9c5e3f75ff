/** Slug of the row or column for initiatives that name no group or no instrument. */
export const UNNAMED = ''

/** What the initiatives of one target group with one instrument add up to. */
export interface MatrixCell {
  group: string
  instrument: string
  initiatives: number
  /** People who began, of the initiatives where that number may be told; null when it is told of none. */
  reached: number | null
  /** Initiatives behind `reached`. */
  reachKnown: number
  bestRank: number
  weakestRank: number
  /** Middle one of the panel medians on the chosen criterion; null when no panel has one. */
  median: number | null
  /** Initiatives with a panel median on the chosen criterion. */
  judged: number
  /** How often organisations elsewhere took one of them over; those who consider it do not count yet. */
  adoptions: number
}

/** A row or column of the matrix. */
export interface MatrixTerm {
  slug: string
  labelNl: string
  labelEn: string
  /** There are narrower terms under it. */
  narrows: boolean
}

export interface MatrixAxis {
  /** Terms with at least one initiative. */
  used: MatrixTerm[]
  /** Terms that no initiative carries. */
  unused: MatrixTerm[]
}

/** What an address asks of the matrix. */
export interface MatrixChoice {
  /** Broader term whose narrower ones are shown; null for the top. */
  group: string | null
  instrument: string | null
  /** Number of the criterion, from 1. */
  criterion: number
}
