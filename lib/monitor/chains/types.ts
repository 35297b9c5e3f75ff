import type { FundingOverlap, VerdictDecision } from '@/generated/prisma/enums'
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
import type { EvidenceDirection } from '@/lib/knowledge/evidence/types'
import type { PolicyIndicatorView } from '@/lib/monitor/policy-indicators/types'
import type { MeasureYear } from '@/lib/monitor/verdicts/types'

export interface ChainInitiative {
  id: string
  slug: string
  title: string
  measured: boolean
  /** Place of the level of evidence, from 0. */
  rank: number
  direction: EvidenceDirection
}

export interface FundingEvidence {
  /** Place of the level of evidence, from 0. */
  rank: number
  direction: EvidenceDirection
}

/** Money whose initiatives have one level and direction; `several` when they differ. */
export interface MoneyByEvidence {
  evidence: FundingEvidence | 'none' | 'several'
  streams: number
  amounts: Amounts
}

export interface ChainFunding {
  id: string
  measureId: string | null
  initiativeId: string | null
  initiative: { slug: string; title: string } | null
  provider: string
  type: TermRef
  /** Whole euros; null is unknown. */
  amountEuro: number | null
  amountQualifier: string | null
  overlap: FundingOverlap
  /** Money of an example goal or an example organisation. */
  isExample: boolean
  startsOn: CalendarDate | null
  endsOn: CalendarDate | null
  alignment: TermRef
  hasPlan: boolean
  measured: boolean
  /** What is known of the initiatives it pays for; null without one. */
  evidence: FundingEvidence | 'several' | null
  version: number
}

export interface ChainMeasure extends MeasureView {
  originId: string | null
  initiatives: ChainInitiative[]
  fundings: ChainFunding[]
  indicators: PolicyIndicatorView[]
  now: MeasureYear | null
  before: MeasureYear | null
}

export interface ChainGoal extends GoalView {
  parentId: string | null
  depth: number
  own: boolean
  isExample: boolean
  originId: string | null
  measures: ChainMeasure[]
  indicators: PolicyIndicatorView[]
  initiatives: RegionGoal['initiatives']
}

export interface RegionChain {
  region: PolicyRegion & { code: string }
  year: number
  goals: ChainGoal[]
  initiatives: RegionInitiative[]
  fundings: ChainFunding[]
}

export const OPEN_ENDS = [
  'goalsWithoutInitiative',
  'initiativesWithoutGoal',
  'moneyWithoutMeasurement',
  'moneyEnding',
  'measuresWithoutVerdict',
  'goalsWithoutTarget',
  'moneyNotAligned',
] as const
export type OpenEndKind = (typeof OPEN_ENDS)[number]

export interface OpenEnd {
  kind: OpenEndKind
  key: string
  title: string
  goalId: string | null
  measureId: string | null
  initiative: { id: string; slug: string } | null
  on: CalendarDate | null
  /** False when only a larger area can mend it. */
  own: boolean
}

export interface ChainState {
  goals: number
  goalsServed: number
  measures: number
  streams: number
  amounts: Amounts
  unknownAmounts: number
  ending: number
  verdicts: number
  decisions: Record<VerdictDecision, number>
}

export interface MoneyFlow {
  provider: string
  via: string
  goal: string
  euro: number
  qualifier: string | null
  overlap: FundingOverlap
  isExample: boolean
  paysFor: string
}

export const MOVES = ['up', 'down', 'in', 'out'] as const
export type Move = (typeof MOVES)[number]

export type ImportColumn =
  | 'goal'
  | 'parent'
  | 'description'
  | 'carriedBy'
  | 'goalStartsOn'
  | 'goalEndsOn'
  | 'measure'
  | 'instrument'
  | 'responsible'
  | 'group'
  | 'planned'
  | 'reached'
  | 'provider'
  | 'fundingType'
  | 'amount'
  | 'overlap'
  | 'alignment'
  | 'alignmentNote'
  | 'startsOn'
  | 'endsOn'
  | 'indicator'
  | 'unit'
  | 'lowerIsBetter'
  | 'baseline'
  | 'baselineYear'
  | 'target'
  | 'targetYear'
  | 'value'
  | 'valueYear'

/** The cells of one row as typed; days that could be read are calendar dates. */
export interface ImportRow extends Record<ImportColumn, string> {
  /** As a spreadsheet numbers it. */
  row: number
}

export interface RowFault {
  row: number
  column: ImportColumn
  message: string
  other?: number
  /** As a spreadsheet names it, such as B7; without it the sheet has no such column. */
  cell?: string
}

/** Names in lower case of what may be chosen and of what is already there. */
export interface ImportText {
  goals: ReadonlySet<string>
  /** Goal and measure, with a line end between. */
  measures: ReadonlySet<string>
  /** Goal, measure (empty for one of the goal) and indicator, with line ends between. */
  indicators: ReadonlySet<string>
  instruments: ReadonlySet<string>
  fundingTypes: ReadonlySet<string>
  alignments: ReadonlySet<string>
  unassessed: ReadonlySet<string>
}

/** An import that was done, with how much it added. */
export interface ImportDone {
  id: string
  by: string | null
  createdAt: string
  undoneAt: string | null
  goals: number
  measures: number
  fundings: number
  indicators: number
}
