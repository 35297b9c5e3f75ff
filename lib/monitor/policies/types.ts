import type { InitiativeIndicatorView } from '@/lib/judgement/measurements/types'
import type {
  FundingOverlap,
  Lifecycle,
  RegionType,
  TradeOffDomain,
  TradeOffEffect,
} from '@/generated/prisma/enums'
import type { EvidenceDirection } from '@/lib/knowledge/evidence/types'
import type { CalendarDate } from '@/lib/base/text/calendar'
import type { PolicyPeople } from '@/lib/monitor/policy-indicators/types'
import type { ChainFacts } from './chain.types'

export type { FundingOverlap, Lifecycle, TradeOffDomain, TradeOffEffect }

export interface TermRef {
  slug: string
  labelNl: string
  labelEn: string
}

export interface TermChoice extends TermRef {
  definitionNl: string
  definitionEn: string
}

export interface PolicyRegion {
  id: string
  slug: string
  name: string
  type: RegionType
}

export interface PolicySource {
  title: string | null
  ref: string | null
  url: string | null
}

export interface GoalView {
  id: string
  slug: string
  title: string
  description: string
  region: PolicyRegion
  owner: string | null
  carriedBy: string | null
  people: PolicyPeople
  source: PolicySource
  startsOn: CalendarDate | null
  endsOn: CalendarDate | null
  version: number
}

export interface MeasureView {
  id: string
  slug: string
  goalId: string
  title: string
  description: string
  instrumentType: TermRef | null
  responsible: string | null
  people: PolicyPeople
  tradeOffs: TradeOffView[]
  source: PolicySource
  startsOn: CalendarDate | null
  endsOn: CalendarDate | null
  version: number
}

export interface LinkedGoal extends GoalView {
  note: string | null
}

export interface LinkedMeasure extends MeasureView {
  goalTitle: string
  note: string | null
}

export interface FundingView {
  id: string
  /** Funding of a measure reaches each of its initiatives. */
  measure: { id: string; title: string } | null
  ownToInitiative: boolean
  type: TermRef
  provider: string
  /** Whole euros; null is unknown. */
  amountEuro: number | null
  amountQualifier: string | null
  /** Whether it comes on top of the other amounts for the same thing. */
  overlap: FundingOverlap
  startsOn: CalendarDate | null
  endsOn: CalendarDate | null
  purpose: string
  alignment: TermRef
  alignmentNote: string
  afterFundingPlan: string | null
  sourceTitle: string | null
  sourceUrl: string | null
  version: number
}

export interface TradeOffView {
  domain: TradeOffDomain
  effect: TradeOffEffect
  /** Hours a week; null is unknown. */
  hoursPerWeek: number | null
  carriedBy: string | null
  sourceTitle: string | null
}

export interface Reach {
  invited: number | null
  started: number | null
  finished: number | null
  /** Still at work, or whatever the goal asks, some time later. */
  outcome: number | null
}

export const THEORY_STEPS = ['input', 'activity', 'output', 'outcome', 'impact'] as const
export type TheoryStep = (typeof THEORY_STEPS)[number]

export interface Bounds {
  low: number | null
  high: number | null
}

export interface MonitorView {
  initiativeId: string
  slug: string
  title: string
  organisation: { id: string; name: string }
  lifecycle: Lifecycle
  approachStyles: TermRef[]
  targetGroupWork: string[]
  goals: LinkedGoal[]
  measures: LinkedMeasure[]
  fundings: FundingView[]
  indicators: InitiativeIndicatorView[]
  approachRationale: string | null
  theoryOfChange: string | null
  theorySteps: Record<TheoryStep, string | null>
  evaluationDesign: string | null
  sideEffects: string | null
  displacement: TermRef
  displacementNote: string | null
  costPerParticipantEuro: number | null
  costPerPlacementEuro: number | null
  costBasis: string | null
  costBounds: { participant: Bounds; placement: Bounds }
  reach: Reach
  nextMeasurementOn: CalendarDate | null
  tradeOffs: TradeOffView[]
  version: number
}

export interface RegionInitiative {
  id: string
  slug: string
  title: string
  goalIds: string[]
  /** Place of the level of evidence, from 0. */
  rank: number
  direction: EvidenceDirection
  isExample: boolean
  chain: ChainFacts
}

export interface RegionGoal extends GoalView {
  measures: MeasureView[]
  initiatives: { id: string; slug: string; title: string; inRegion: boolean }[]
}

export interface RegionPolicy {
  region: PolicyRegion
  goals: RegionGoal[]
  initiatives: RegionInitiative[]
}

export interface OpenEnds {
  goalsWithoutInitiative: string[]
  initiativesWithoutGoal: string[]
  moneyWithoutMeasurement: string[]
  moneyEnding: { initiativeId: string; on: CalendarDate }[]
}

export interface MonitorTarget {
  initiativeId: string
  organisationId: string
  organisationName: string
  slug: string
  title: string
  isPublished: boolean
  ownRegionIds: string[]
  regionIds: string[]
}

export interface GoalChoice extends GoalView {
  measures: MeasureView[]
}

export const MONITOR_PARTS = [
  'goal',
  'measure',
  'funding',
  'fundingEnd',
  'alignment',
  'theory',
  'indicator',
  'measurement',
  'target',
  'reach',
  'costs',
  'nextMeasurement',
] as const
export type MonitorPart = (typeof MONITOR_PARTS)[number]
