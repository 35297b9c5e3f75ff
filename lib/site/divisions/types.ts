import type { CalendarDate } from '@/lib/base/text/calendar'

/** A line of the file: a region, or one of its municipalities. */
export interface DivisionLine {
  line: number
  code: string
  name: string
  municipalities: string[]
  validFrom: string
  predecessors: string[]
}

export interface DivisionRegion {
  code: string
  name: string
  municipalities: string[]
  predecessors: string[]
}

export type FaultKey =
  | 'columns'
  | 'code'
  | 'name'
  | 'names'
  | 'date'
  | 'dates'
  | 'future'
  | 'past'
  | 'ended'
  | 'unknownMunicipality'
  | 'municipalityTwice'
  | 'unknownPredecessor'
  | 'noMunicipality'
  | 'missingMunicipality'
  | 'noSuccessor'
  | 'empty'

export interface DivisionFault {
  /** Null for what no single line can mend. */
  line: number | null
  key: FaultKey
  value: string
}

export interface KnownRegion {
  code: string
  name: string
  ended: boolean
  /** Codes of the municipalities that lie in it now. */
  municipalities: string[]
}

export interface Known {
  regions: readonly KnownRegion[]
  /** Municipalities that exist now, name by code. */
  municipalities: ReadonlyMap<string, string>
  today: CalendarDate
  /** The first year that a new division can begin in. */
  firstYear: number
}

export interface DivisionPlan {
  validFrom: CalendarDate
  regions: DivisionRegion[]
  begins: { code: string; name: string; municipalities: number }[]
  changes: { code: string; name: string; oldName: string | null; gained: number; lost: number }[]
  ends: { code: string; name: string; successors: string[] }[]
  same: number
}

export interface DivisionRow {
  id: string
  validFrom: CalendarDate
  createdAt: Date
  createdBy: string | null
}

export interface RegionRow {
  id: string
  slug: string
  code: string
  name: string
  validFrom: CalendarDate | null
  endsOn: CalendarDate | null
  municipalities: string[]
  successors: { slug: string; name: string }[]
}

/** An organisation that acts for a region that ended. */
export interface MovingOrganisation {
  id: string
  slug: string
  name: string
  regionId: string
  regionName: string
  successors: { id: string; name: string }[]
}
