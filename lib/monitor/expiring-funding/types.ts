import type { CalendarDate } from '@/lib/base/text/calendar'
import type { Amounts } from '@/lib/base/amounts/types'
import type { TermRef } from '@/lib/monitor/policies/types'

/** What comes after a stream of money that ends. */
export const FOLLOWS = ['planned', 'continues', 'over', 'none'] as const
export type Follow = (typeof FOLLOWS)[number]

/** Ends that stand beside the quarters. */
export const BESIDE = ['ended', 'later', 'open', 'structural'] as const
export type Beside = (typeof BESIDE)[number]

/** Streams of money that end together, or come from one source or region. */
export interface EndingSum {
  kind: 'when' | 'type' | 'region'
  /** A quarter such as 2027-1 or one of BESIDE; the slug of a type or region. */
  key: string
  follow: Follow
  streams: number
  amounts: Amounts
}

export interface Quarter {
  /** Such as 2027-1. */
  key: string
  year: number
  quarter: number
}

/** One bar: what ends in a quarter, or for a source or region. */
export interface Ending {
  key: string
  streams: number
  amounts: Amounts
  /** Of these without a follow-up. */
  looseStreams: number
  loose: Amounts
}

/** A stream of money with what hangs on it. */
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
  /** The quarter, or the end beside the quarters, whose streams are listed. */
  when: string | null
  /** From 1. */
  page: number
}

/** What the statements need to narrow the streams down. */
export interface StreamFilter {
  /** First day of the present quarter. */
  from: CalendarDate
  /** Ids of the region and every region in it; null for all. */
  regionIds: readonly string[] | null
  type: string | null
}
