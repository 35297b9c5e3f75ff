import type { ObstacleEntry } from '@/lib/exchange/obstacles/types'
import type { CalendarDate } from '@/lib/base/text/calendar'

/** An advice as everyone may know of it. */
export interface AdviceMention {
  id: string
  title: string
  addressee: string
  signer: string
  on: CalendarDate
}

/** An advice in the list of who makes them. */
export interface AdviceRow extends AdviceMention {
  obstacles: number
}

/** An advice with the obstacles as they were. */
export interface AdviceView extends AdviceMention {
  opening: string
  asked: string
  author: string | null
  obstacles: ObstacleEntry[]
}

/** What may differ between then and now, in words that a page has. */
export type AdviceChange =
  | 'gone'
  | 'title'
  | 'description'
  | 'law'
  | 'authority'
  | 'status'
  | 'answer'
  | 'groups'
  | 'regions'
  | 'initiatives'

/** An obstacle of an advice beside what stands in the register now. */
export interface AdviceComparison {
  then: ObstacleEntry
  /** Null when it is no longer in the register. */
  now: ObstacleEntry | null
  changes: AdviceChange[]
}
