import type { MeasurementDesign, MeasurementHorizon } from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'

export type { MeasurementDesign, MeasurementHorizon }

/** One dated measurement of an initiative. Numbers are plain; the interface writes them in the reader's language. */
export interface MeasurementView {
  id: string
  measuredOn: CalendarDate | null
  periodStart: CalendarDate | null
  periodEnd: CalendarDate | null
  value: number | null
  numerator: number | null
  /** Number of people the value is about; null is not known. */
  n: number | null
  /** Who were counted. */
  population: string | null
  /** How long after taking part. */
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
  /** The source as a file, apart from its content. */
  file: { name: string; sizeBytes: number } | null
  /** ISO moment of entry. */
  createdAt: string
}

/** An indicator of one initiative with its baseline, target and measurements. */
export interface InitiativeIndicatorView {
  id: string
  position: number
  label: string
  definition: string
  unit: string
  resultType: { slug: string; labelNl: string; labelEn: string }
  sourceTitle: string | null
  frequency: string | null
  baseline: { value: number | null; on: CalendarDate | null; n: number | null; note: string | null }
  target: { value: number | null; on: CalendarDate | null }
  /** A lower value is the better one. */
  lowerIsBetter: boolean
  /** In force, oldest first. */
  measurements: MeasurementView[]
  /** Replaced by a correction, kept for who wants to see what stood there. */
  replaced: MeasurementView[]
  version: number
}

/** The initiative as its measurement page needs it. */
export interface MeasuringTarget {
  initiativeId: string
  organisationId: string
  slug: string
  title: string
  isPublished: boolean
}

/** A source file as it is sent to a reader, with what decides who that may be. */
export interface SourceFile {
  name: string
  mediaType: string
  content: Uint8Array
  organisationId: string
  isPublished: boolean
}
