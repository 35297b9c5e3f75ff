import type { CalendarDate } from '@/lib/base/text/calendar'
import type { Amounts } from '@/lib/base/amounts/types'
import type { TermRef } from '@/lib/monitor/policies/types'

export const FOLLOWS = ['planned', 'continues', 'over', 'none'] as const
export type Follow = (typeof FOLLOWS)[number]

export const BESIDE = ['ended', 'later', 'open', 'structural'] as const

export interface EndingSum {
  kind: 'when' | 'type' | 'region'
  /** A quarter such as 2027-1, one of BESIDE, or the slug of a type or region. */
  key: string
  follow: Follow
  streams: number
  amounts: Amounts
}

export interface Quarter {
  key: string
  year: number
  quarter: number
}

export interface Ending {
  key: string
  streams: number
  amounts: Amounts
  unfollowedStreams: number
  unfollowed: Amounts
}

export interface EndingStream {
  id: string
  provider: string
  type: TermRef
  amountEuro: number | null
  amountQualifier: string | null
  endsOn: CalendarDate | null
  follow: Follow
  measure: { id: string; title: string } | null
  goals: { title: string; regionSlug: string; regionName: string; isExample: boolean }[]
  initiatives: { slug: string; title: string }[]
}

export interface ExpiryChoice {
  region: string | null
  type: string | null
  when: string | null
  page: number
}

export interface StreamFilter {
  from: CalendarDate
  regionIds: readonly string[] | null
  type: string | null
}
