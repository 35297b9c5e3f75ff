import type { CalendarDate } from '@/lib/base/text/calendar'

export const STEPS = ['expectations', 'values', 'verdicts'] as const
export type Step = (typeof STEPS)[number]

/** The days of a round, each step not before the one above it. */
export type RoundDays = Record<Step | 'council', CalendarDate>

export interface RoundView {
  id: string
  days: RoundDays
  version: number
}

export type StepState = 'none' | 'done' | 'late' | 'open'

export interface StepProgress {
  step: Step
  on: CalendarDate
  done: number
  of: number
  state: StepState
}

/** How one measure stands; null where there is nothing to do. */
export interface MeasureProgress {
  id: string
  title: string
  expectations: boolean
  /** The expectation was signed when its period had begun. */
  isLate: boolean
  values: boolean | null
  verdicts: boolean
}
