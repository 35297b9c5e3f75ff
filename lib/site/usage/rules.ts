/**
 * Pages are counted per day by kind and object, without anything of who read (server/usage-rules.ts).
 * A number from 1 to 4 is shown as "fewer than 5": so few readings could point at someone.
 * Source: docs/quality.md, "Audit and privacy".
 */
import { addMonths, isCalendarDate, type CalendarDate } from '@/lib/base/text/calendar'

import type { MonthCount } from './types'

export const MIN_SHOWN = 5
export const MONTHS = 12
export const MOST_READ = 50

/** An exact number, or that there were few or none. */
export type Amount = { kind: 'exact'; count: number } | { kind: 'few' } | { kind: 'none' }

export function amountOf(count: number): Amount {
  if (count === 0) return { kind: 'none' }
  return count < MIN_SHOWN ? { kind: 'few' } : { kind: 'exact', count }
}

export const monthOf = (day: CalendarDate): CalendarDate => `${day.slice(0, 7)}-01`

/** The last twelve months, newest first, with the one of `today`. */
export const lastMonths = (today: CalendarDate): CalendarDate[] =>
  Array.from({ length: MONTHS }, (_, back) => addMonths(monthOf(today), -back))

/** Counts for each month since counting began: before it nothing is known, which is not "never". */
export const sinceFirst = (
  months: readonly CalendarDate[],
  counted: readonly MonthCount[],
  firstDay: CalendarDate | null,
): MonthCount[] =>
  months
    .filter((month, index) => index === 0 || (firstDay !== null && month >= monthOf(firstDay)))
    .map((month) => ({
      month,
      views: counted.find((row) => row.month === month)?.views ?? 0,
    }))

/** The month of an address such as "2026-10"; the current one when it is none of the last twelve. */
export function readMonth(text: unknown, today: CalendarDate): CalendarDate {
  const month = typeof text === 'string' ? `${text}-01` : ''
  return isCalendarDate(month) && lastMonths(today).includes(month) ? month : monthOf(today)
}
