import type { Lifecycle } from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'

export const STATIONS = ['goal', 'measure', 'funding', 'initiative', 'indicator'] as const
export type StepKind = (typeof STATIONS)[number]
export type StepState = 'present' | 'missing' | 'ending'

/** Why a step looks as it does; each is a text in `policies.chain`. */
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
  /** The day the money ends, for the funding step. */
  on: CalendarDate | null
}

/** Goal – measure – money – initiative – indicator of one initiative. */
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

/** Something the data says and nobody typed in. */
export interface Signal {
  kind: SignalKind
  /** The indicator or the provider it is about. */
  subject: string | null
  on: CalendarDate | null
  /** Days until the money ends or number of people, by signal. */
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
  /** Current measurements; corrected rows are left out. */
  measurements: { on: CalendarDate | null; n: number | null }[]
}

/** What the chain is derived from. */
export interface ChainFacts {
  initiativeId: string
  lifecycle: Lifecycle
  goals: number
  measures: number
  fundings: FundingFacts[]
  indicatorCount: number
  /** Indicators with at least one measurement. */
  measuredCount: number
}

/** What the signals are derived from. */
export interface MonitorFacts extends ChainFacts {
  indicators: IndicatorFacts[]
  displacementSlug: string
  /** How the target groups work now; see `aimsAtPaidWork`. */
  targetGroupWork: string[]
  hasStyle: boolean
  hasStyleRationale: boolean
}
