import type { PolicyUnit } from '@/generated/prisma/enums'

export type { PolicyUnit }

/** A value with the year it is about. */
export interface YearValue {
  year: number
  value: number
}

/** Of a goal or of a measure: the other of the two ids is null. */
export interface PolicyIndicatorView {
  id: string
  goalId: string | null
  measureId: string | null
  label: string
  unit: PolicyUnit
  lowerIsBetter: boolean
  baseline: YearValue | null
  target: YearValue | null
  /** Oldest year first. */
  values: YearValue[]
  sourceTitle: string | null
  version: number
}

/** People a goal or measure is for, in numbers; null is unknown. */
export interface PolicyPeople {
  group: number | null
  planned: number | null
  reached: number | null
}

export type ProgressState = 'noTarget' | 'noValue' | 'reached' | 'nearer' | 'same' | 'away' | 'open'

export interface Progress {
  state: ProgressState
  latest: YearValue | null
}
