import type { YearFigure } from '@/lib/figures/statistics/years.data'

export interface RegionChange {
  region: { slug: string; name: string }
  isOwn: boolean
  before: number
  now: number
  /** Per cent; null when it was zero before. */
  percent: number | null
}

/** One figure in the same period of two years, for the region and for regions like it. */
export interface FigureChange {
  indicator: YearFigure['indicator']
  source: string
  /** The part of the year that is compared, as in 2026KW03. */
  period: string
  regions: RegionChange[]
}
