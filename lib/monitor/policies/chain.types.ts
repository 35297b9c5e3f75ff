import type { Lifecycle } from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'

export const STATIONS = ['goal', 'measure', 'funding', 'initiative', 'indicator'] as const
export type StepKind = (typeof STATIONS)[number]
export type StepState = 'present' | 'missing' | 'ending'

/** Also a key in `policies.chain`. */
export type StepCode =
  | 'goalPresent'
  | 'goalMissing'
  | 'measurePresent'
  | 'measureMissing'
  | 'fundingPresent'
  | 'fundingOpenEnd'
  | 'fundingEnding'
  | 'fundingEnded'
  | 'fundingMissing'
  | 'initiativePlanned'
  | 'initiativeRunning'
  | 'initiativeCompleted'
  | 'initiativeStopped'
  | 'initiativeUnknown'
  | 'indicatorMeasured'
  | 'indicatorUnmeasured'
  | 'indicatorMissing'

export interface Step {
  kind: StepKind
  state: StepState
  code: StepCode
  count: number
  on: CalendarDate | null
}

export interface Chain {
  initiativeId: string
  steps: Step[]
}

export const SIGNALS = [
  'fundingEnding',
  'noBaseline',
  'noRecentMeasurement',
  'fundingMisaligned',
  'smallGroup',
  'tooSmallToShow',
  'displacementNotExamined',
  'styleWithoutReason',
  'highScoreWithoutEvidence',
] as const
export type SignalKind = (typeof SIGNALS)[number]

export interface Signal {
  kind: SignalKind
  subject: string | null
  on: CalendarDate | null
  /** Days until the end, or people. */
  count: number | null
}

export interface FundingFacts {
  typeSlug: string
  provider: string
  alignmentSlug: string
  endsOn: CalendarDate | null
  hasPlan: boolean
}

export interface IndicatorFacts {
  label: string
  resultTypeSlug: string
  hasBaseline: boolean
  measurements: { on: CalendarDate | null; n: number | null }[]
}

export interface ChainFacts {
  initiativeId: string
  lifecycle: Lifecycle
  goals: number
  measures: number
  fundings: FundingFacts[]
  indicatorCount: number
  measuredCount: number
}

export interface MonitorFacts extends ChainFacts {
  indicators: IndicatorFacts[]
  displacementSlug: string
  targetGroupWork: string[]
  hasStyle: boolean
  hasStyleRationale: boolean
}
