import type {
  MeasurementDesign,
  MeasurementHorizon,
  ObservationStatus,
  RegionType,
} from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'

export type { MeasurementDesign, MeasurementHorizon, ObservationStatus }

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

export interface FigureRegion {
  id: string
  code: string
  type: RegionType
  name: string
  slug: string
}

/** Something doubtful in the source, shown at the figure it touches. */
export interface FigureCaveat {
  slug: string
  severity: string
  finding: string
  advice: string | null
  reportRef: string
}

/** One context figure: a count or share for a region and a period, with where it was read. */
export interface ContextFigure {
  sourceKey: string
  indicator: {
    slug: string
    labelNl: string
    labelEn: string
    definitionNl: string
    definitionEn: string
    groupSlug: string
    unpaidWork: boolean
    position: number
  }
  region: FigureRegion
  periodCode: string | null
  periodLabel: string
  periodStart: CalendarDate | null
  value: number
  unit: string
  decimals: number
  qualifier: string
  status: ObservationStatus
  breakdown: Record<string, string> | null
  source: { slug: string; name: string; url: string | null }
  isMainSource: boolean
  reportRef: string | null
  note: string | null
  caveats: FigureCaveat[]
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
