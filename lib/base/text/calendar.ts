import { Temporal } from 'temporal-polyfill'

/**
 * Calendar days as text (2026-11-24). Policy dates have no time of day: as a Date they would move a day with the
 * time zone of the machine that reads them.
 */

/** A day as YYYY-MM-DD. */
export type CalendarDate = string

const ZONE = 'Europe/Amsterdam'

/** The day it is in the Netherlands at this moment. */
export function todayInNetherlands(now: Date): CalendarDate {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(ZONE)
    .toPlainDate()
    .toString()
}

/** A date column as a day. */
export function toCalendarDate(date: Date): CalendarDate
export function toCalendarDate(date: Date | null): CalendarDate | null
export function toCalendarDate(date: Date | null): CalendarDate | null {
  return date && date.toISOString().slice(0, 10)
}

/** A day as date columns take it. */
export function fromCalendarDate(day: CalendarDate): Date
export function fromCalendarDate(day: CalendarDate | null): Date | null
export function fromCalendarDate(day: CalendarDate | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`)
}

/** True for text that names a day that exists; 2026-02-30 does not. */
export function isCalendarDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (year === undefined) return false
  try {
    Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    )
    return true
  } catch {
    return false
  }
}

/** Days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days
}

/** Some days later, or earlier when negative. */
export function addDays(day: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** The same day some months later or earlier; the last day of the month when that day does not exist there. */
export function addMonths(day: CalendarDate, months: number): CalendarDate {
  return Temporal.PlainDate.from(day).add({ months }).toString()
}

/** A moment on that day wherever in Europe one reads it, for date formatters. */
export function noonOf(day: CalendarDate): Date {
  return new Date(`${day}T12:00:00Z`)
}
