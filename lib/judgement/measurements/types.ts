import type { ClosingKind, MeasurementDesign, MeasurementHorizon } from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'

export type { MeasurementDesign, MeasurementHorizon }

/** In what an outcome is counted: people, hours a week, or points of a questionnaire. */
export const OUTCOME_UNITS = ['people', 'hours', 'score'] as const
export type OutcomeUnit = (typeof OUTCOME_UNITS)[number]

export const HORIZONS = [
  'short',
  'twelve_months',
  'longer',
] as const satisfies readonly MeasurementHorizon[]

export interface OutcomeFacts {
  unit: OutcomeUnit
  /** How long after taking part; null when each measurement says so itself. */
  horizon: MeasurementHorizon | null
  lowerIsBetter: boolean
}

/** A term of the outcomes in common. */
export interface OutcomeView extends OutcomeFacts {
  slug: string
  labelNl: string
  labelEn: string
}

export interface MeasurementReply {
  text: string
  version: number
  at: string
  organisationName: string
}

export interface MeasurementView {
  id: string
  measuredOn: CalendarDate | null
  periodStart: CalendarDate | null
  periodEnd: CalendarDate | null
  value: number | null
  numerator: number | null
  n: number | null
  population: string | null
  horizon: MeasurementHorizon | null
  qualifier: string | null
  design: MeasurementDesign
  comparisonNumerator: number | null
  comparisonN: number | null
  comparisonDescription: string | null
  independent: boolean
  measuredBy: string | null
  sourceTitle: string
  sourceUrl: string | null
  note: string | null
  supersedesId: string | null
  correctionReason: string | null
  file: { name: string; sizeBytes: number } | null
  /** The latest answer of the owner; earlier ones are kept. */
  reply: MeasurementReply | null
  createdAt: string
}

export interface InitiativeIndicatorView {
  id: string
  position: number
  label: string
  definition: string
  unit: string
  resultType: { slug: string; labelNl: string; labelEn: string }
  outcome: OutcomeView | null
  sourceTitle: string | null
  frequency: string | null
  baseline: { value: number | null; on: CalendarDate | null; n: number | null; note: string | null }
  target: { value: number | null; on: CalendarDate | null }
  lowerIsBetter: boolean
  measurements: MeasurementView[]
  replaced: MeasurementView[]
  version: number
}

export interface MeasuringTarget {
  initiativeId: string
  organisationId: string
  slug: string
  title: string
  isPublished: boolean
}

/** What is said about where a measurement stands; measurements of merged initiatives stay readable. */
export interface MeasurementStanding {
  initiativeId: string
  slug: string
  title: string
  organisationId: string
  organisationName: string
  closure: { kind: ClosingKind; reason: string; byName: string | null; at: string } | null
  /** Where an initiative went that was merged. */
  into: string | null
}

/** A measurement at its own address. */
export interface MeasurementPage extends MeasurementStanding {
  indicator: InitiativeIndicatorView
  measurement: MeasurementView
  /** What it replaced, latest first. */
  earlier: MeasurementView[]
  /** What replaced it last, with when and why it was first replaced; null while it holds. */
  replacedBy: { id: string; at: string; reason: string | null } | null
}

/** A measurement that its owner may answer. */
export interface ReplyTarget {
  measurementId: string
  initiativeId: string
  organisationId: string
  text: string
  version: number
}

export interface SourceFile {
  name: string
  mediaType: string
  content: Uint8Array
  organisationId: string
  isPublished: boolean
}
