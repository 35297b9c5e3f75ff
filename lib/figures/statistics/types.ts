import type { DatasetKind, ObservationStatus, RegionType } from '@/generated/prisma/enums'
import type { ContextFigure } from '@/lib/figures/indicators/types'
import type { CalendarDate } from '@/lib/base/text/calendar'

export type { DatasetKind, ObservationStatus, RegionType }

export interface StagedFigure {
  indicatorId: string
  regionId: string
  breakdown: string
  period: number
  /** With a decimal point; null with a reason in `attribute`. */
  value: string | null
  status: ObservationStatus | null
  attribute: string | null
  row?: number
}

export interface WriteCounts {
  added: number
  revised: number
  unchanged: number
  withdrawn: number
}

export interface SeenFigure {
  region: { id: string; code: string; type: RegionType; name: string; slug: string }
  breakdown: string
  period: string
  value: number | null
  status: ObservationStatus
  attribute: string | null
  since: string
  until: string | null
  /** Sum of the municipalities, where it differs more than rounding allows. */
  sumOfParts: number | null
}

export interface DatasetView {
  id: number
  slug: string
  title: string
  kind: DatasetKind
  source: { slug: string; name: string; url: string | null; licence: string | null }
}

export interface DatasetFigures extends DatasetView {
  figures: SeenFigure[]
  vintages: CalendarDate[]
  regionTypes: RegionType[]
  hasOlder: boolean
  isCut: boolean
}

export interface IndicatorAsSeen {
  indicator: ContextFigure['indicator'] & {
    unit: string
    decimals: number
    additive: boolean
    source: { name: string; url: string | null; licence: string | null } | null
  }
  /** Printed figures; withheld ones have no value. */
  report: ContextFigure[]
  withheld: number
  datasets: DatasetFigures[]
  asOf: CalendarDate
}

export interface RegionNames {
  byCode: ReadonlyMap<string, string>
  byName: ReadonlyMap<string, string>
}
