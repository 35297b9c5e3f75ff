import type { DatasetKind, ObservationStatus, RegionType } from '@/generated/prisma/enums'
import type { ContextFigure } from '@/lib/figures/indicators/types'
import type { CalendarDate } from '@/lib/base/text/calendar'

export type { DatasetKind, ObservationStatus, RegionType }

/** A figure on its way in: what it is about is known, whether it is new is not. */
export interface StagedFigure {
  indicatorId: string
  regionId: string
  breakdown: string
  period: number
  /** Text with a decimal point; null with a reason in `attribute`. */
  value: string | null
  /** Null when the source does not say. */
  status: ObservationStatus | null
  attribute: string | null
  /** Row of the file it stood in. */
  row?: number
}

/** What an import did, or would do. */
export interface WriteCounts {
  added: number
  revised: number
  unchanged: number
  withdrawn: number
}

/** One figure as it stood on a day. */
export interface SeenFigure {
  region: { id: string; code: string; type: RegionType; name: string; slug: string }
  breakdown: string
  period: string
  value: number | null
  status: ObservationStatus
  attribute: string | null
  /** Moment it was first shown, and the moment another one took its place. */
  since: string
  until: string | null
  /** What the municipalities add up to, where that differs more than rounding allows. */
  sumOfParts: number | null
}

export interface DatasetView {
  id: number
  slug: string
  title: string
  kind: DatasetKind
  source: { slug: string; name: string; url: string | null; licence: string | null }
}

/** Figures of one dataset for one indicator: rows are regions, columns are periods. */
export interface DatasetFigures extends DatasetView {
  figures: SeenFigure[]
  /** Days on which figures changed, newest first. */
  vintages: CalendarDate[]
  /** Kinds of region that have figures. */
  regionTypes: RegionType[]
  /** Older figures are there that are not shown. */
  hasOlder: boolean
  /** More regions or groups are there than a page can show. */
  isCut: boolean
}

/** One indicator on one day, each source apart. */
export interface IndicatorAsSeen {
  indicator: ContextFigure['indicator'] & {
    unit: string
    decimals: number
    additive: boolean
    source: { name: string; url: string | null; licence: string | null } | null
  }
  /** Figures the report printed; held back ones keep their place without a value. */
  report: ContextFigure[]
  withheld: number
  datasets: DatasetFigures[]
  asOf: CalendarDate
}

/** Every region by what a source may call it. */
export interface RegionNames {
  byCode: ReadonlyMap<string, string>
  /** By kind and lower-case name. */
  byName: ReadonlyMap<string, string>
}
