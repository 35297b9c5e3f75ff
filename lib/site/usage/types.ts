import type { CalendarDate } from '@/lib/base/text/calendar'

export interface MonthCount {
  /** The first day of the month. */
  month: CalendarDate
  views: number
}

export interface PageCount {
  kind: string
  object: string
  /** The title or name it has now; null for a page without one, or one that is gone. */
  name: string | null
  views: number
}
