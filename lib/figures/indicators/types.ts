import type { ObservationStatus, RegionType } from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'

export type { ObservationStatus }

export interface FigureRegion {
  id: string
  code: string
  type: RegionType
  name: string
  slug: string
}

export interface FigureCaveat {
  slug: string
  severity: string
  finding: string
  advice: string | null
  reportRef: string
}

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
