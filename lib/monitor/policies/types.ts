import type { InitiativeIndicatorView } from '@/lib/judgement/measurements/types'
import type {
  Lifecycle,
  RegionType,
  TradeOffDomain,
  TradeOffEffect,
} from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'
import type { ChainFacts } from './chain.types'

export type { Lifecycle, TradeOffDomain, TradeOffEffect }

/** A word of a controlled vocabulary as a page shows it. */
export interface TermRef {
  slug: string
  labelNl: string
  labelEn: string
}

/** A word with what it means, for a choice in a form. */
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

/** Where something is written; every part may be unknown. */
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
  /** Whose goal it is; null is not known. */
  owner: string | null
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
  source: PolicySource
  startsOn: CalendarDate | null
  endsOn: CalendarDate | null
  version: number
}

export interface LinkedGoal extends GoalView {
  /** What the initiative has to do with it, in the words of who made the link. */
  note: string | null
}

export interface LinkedMeasure extends MeasureView {
  goalTitle: string
  note: string | null
}

export interface FundingView {
  id: string
  /** Money to a measure reaches each initiative that carries the measure out. */
  measure: { id: string; title: string } | null
  ownToInitiative: boolean
  type: TermRef
  provider: string
  /** Whole euros; null is not known. */
  amountEuro: number | null
  amountQualifier: string | null
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
  /** Hours a week that move; null is not known. */
  hoursPerWeek: number | null
  carriedBy: string | null
  sourceTitle: string | null
}

export interface Reach {
  invited: number | null
  started: number | null
  finished: number | null
  /** Still at work, or whatever the goal asks for, some time later. */
  outcome: number | null
}

/** From what goes in to what the region notices. */
export const THEORY_STEPS = ['input', 'activity', 'output', 'outcome', 'impact'] as const
export type TheoryStep = (typeof THEORY_STEPS)[number]

/** Bounds within which an amount lies; null when nobody said. */
export interface Bounds {
  low: number | null
  high: number | null
}

/** Everything the policy half of one initiative holds. */
export interface MonitorView {
  initiativeId: string
  slug: string
  title: string
  /** Who keeps it up to date. */
  organisation: { id: string; name: string }
  lifecycle: Lifecycle
  approachStyles: TermRef[]
  /** How the target groups work now, from the vocabulary: betaald, gemengd, geen, onbetaald. */
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

/** An initiative as the chain of a region sees it. */
export interface RegionInitiative {
  id: string
  slug: string
  title: string
  goalIds: string[]
  chain: ChainFacts
}

export interface RegionGoal extends GoalView {
  measures: MeasureView[]
  /** Published initiatives linked to it, wherever they are. */
  initiatives: { id: string; slug: string; title: string; inRegion: boolean }[]
}

/** The goals that count in a region: its own and those of the regions above it. */
export interface RegionPolicy {
  region: PolicyRegion
  goals: RegionGoal[]
  initiatives: RegionInitiative[]
}

/** Ids of what stands loose in the chain of a region. */
export interface OpenEnds {
  goalsWithoutInitiative: string[]
  initiativesWithoutGoal: string[]
  moneyWithoutMeasurement: string[]
  moneyEnding: { initiativeId: string; on: CalendarDate }[]
}

/** The initiative as the editor of its policy needs it. */
export interface MonitorTarget {
  initiativeId: string
  organisationId: string
  organisationName: string
  slug: string
  title: string
  isPublished: boolean
  /** Of the owner and the tags of the newest version. */
  ownRegionIds: string[]
  /** Regions whose goals may be served: the own ones and those above them. */
  regionIds: string[]
}

/** A goal of the region with its measures, as the pairing form offers it. */
export interface GoalChoice extends GoalView {
  measures: MeasureView[]
}

/** Parts of a monitor that nobody filled in, in the order of the page. */
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
