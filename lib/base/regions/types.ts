import type { RegionType } from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'

export type { RegionType }

export interface RegionSummary {
  id: string
  code: string
  type: RegionType
  name: string
  slug: string
}

export interface RegionView extends RegionSummary {
  nameVariants: string[]
  note: string | null
  parents: RegionSummary[]
  children: RegionSummary[]
  /** Null for what was there before the first new division. */
  validFrom: CalendarDate | null
  /** The first day on which it is no region any more. */
  endsOn: CalendarDate | null
  successors: RegionSummary[]
  predecessors: RegionSummary[]
}

export interface RegionChoice extends Omit<RegionSummary, 'id'> {
  province: string | null
  /** No longer offered in forms; what is about it stays. */
  retired: boolean
}
