import type { VerdictDecision } from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'
import type { Amounts } from '@/lib/base/amounts/types'
import type {
  GoalView,
  MeasureView,
  PolicyRegion,
  RegionGoal,
  RegionInitiative,
  TermRef,
} from '@/lib/monitor/policies/types'
import type { MeasureYear } from '@/lib/monitor/verdicts/types'

/** An initiative that a measure or a stream of money runs through. */
export interface ChainInitiative {
  id: string
  slug: string
  title: string
  measured: boolean
}

/** A stream of money of the region: to a measure, to an initiative or both. */
export interface ChainFunding {
  id: string
  measureId: string | null
  initiativeId: string | null
  initiative: { slug: string; title: string } | null
  provider: string
  type: TermRef
  /** Whole euros; null is not known. */
  amountEuro: number | null
  amountQualifier: string | null
  startsOn: CalendarDate | null
  endsOn: CalendarDate | null
  alignment: TermRef
  hasPlan: boolean
  /** True when something that it pays for was measured. */
  measured: boolean
  version: number
}

export interface ChainMeasure extends MeasureView {
  originId: string | null
  initiatives: ChainInitiative[]
  fundings: ChainFunding[]
  now: MeasureYear | null
  before: MeasureYear | null
}

export interface ChainGoal extends GoalView {
  parentId: string | null
  /** 0 for a goal at the top of its region. */
  depth: number
  /** Of the region itself; the others come from a region above it. */
  own: boolean
  isExample: boolean
  originId: string | null
  measures: ChainMeasure[]
  initiatives: RegionGoal['initiatives']
}

/** Goal, measure, money, initiative and indicator of one region in one year. */
export interface RegionChain {
  region: PolicyRegion & { code: string }
  year: number
  /** In the order of the tree: a goal stands right before the goals under it. */
  goals: ChainGoal[]
  initiatives: RegionInitiative[]
  /** All money of this year, that of the measures included. */
  fundings: ChainFunding[]
}

export const OPEN_ENDS = [
  'goalsWithoutInitiative',
  'initiativesWithoutGoal',
  'moneyWithoutMeasurement',
  'moneyEnding',
  'measuresWithoutVerdict',
] as const
export type OpenEndKind = (typeof OPEN_ENDS)[number]

/** Something that stands loose, with what is needed to lead there. */
export interface OpenEnd {
  kind: OpenEndKind
  key: string
  title: string
  goalId: string | null
  measureId: string | null
  initiative: { id: string; slug: string } | null
  on: CalendarDate | null
  /** False when a larger area has to mend it. */
  own: boolean
}

/** What the three sentences about a region are made of. */
export interface ChainState {
  goals: number
  goalsServed: number
  measures: number
  streams: number
  /** The streams whose amount is known. */
  amounts: Amounts
  unknownAmounts: number
  ending: number
  verdicts: number
  decisions: Record<VerdictDecision, number>
}

/** One stream from who pays to the goal it is meant for. */
export interface MoneyFlow {
  provider: string
  via: string
  goal: string
  euro: number
  qualifier: string | null
  paysFor: string
}

export const MOVES = ['up', 'down', 'in', 'out'] as const
export type Move = (typeof MOVES)[number]

/** A row of an import as it will be saved. */
export interface ImportRow {
  /** Row number in the sheet, as people see it. */
  row: number
  goal: string
  parent: string
  description: string
  measure: string
  instrument: string
  responsible: string
  provider: string
  fundingType: string
  amount: string
  startsOn: string
  endsOn: string
}

export interface RowFault {
  row: number
  column: keyof ImportRow
  message: string
  /** Another row that the message is about. */
  other?: number
}

/** Words that an import may name, in lower case. */
export interface ImportText {
  goals: ReadonlySet<string>
  instruments: ReadonlySet<string>
  fundingTypes: ReadonlySet<string>
}
