import type { ObstacleEntry } from '@/lib/exchange/obstacles/types'
import type { CalendarDate } from '@/lib/base/text/calendar'

export interface AdviceMention {
  id: string
  title: string
  addressee: string
  signer: string
  on: CalendarDate
}

export interface AdviceRow extends AdviceMention {
  obstacles: number
}

export interface AdviceView extends AdviceMention {
  opening: string
  asked: string
  author: string | null
  obstacles: ObstacleEntry[]
}

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

export interface AdviceComparison {
  then: ObstacleEntry
  /** Null when it left the register. */
  now: ObstacleEntry | null
  changes: AdviceChange[]
}
