import type { CalendarDate } from '@/lib/base/text/calendar'

/** What identifies a published version for whoever refers to it. */
export interface Citation {
  /** Unique among the citations of this site: slug and version. */
  key: string
  title: string
  /** The organisation that publishes the initiative. */
  author: string
  publishedOn: CalendarDate
  version: number
  /** Name of this site. */
  site: string
  url: string
  readOn: CalendarDate
}
