import { Temporal } from 'temporal-polyfill'

/** Days as text (2026-11-24): a Date would shift with the time zone of the machine. */

export type CalendarDate = string

const ZONE = 'Europe/Amsterdam'

/** As Dutch documents and tables write them, January first. */
export const DUTCH_MONTHS: readonly string[] = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
]

export function todayInNetherlands(now: Date): CalendarDate {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(ZONE)
    .toPlainDate()
    .toString()
}

export function toCalendarDate(date: Date): CalendarDate
export function toCalendarDate(date: Date | null): CalendarDate | null
export function toCalendarDate(date: Date | null): CalendarDate | null {
  return date && date.toISOString().slice(0, 10)
}

export function fromCalendarDate(day: CalendarDate): Date
export function fromCalendarDate(day: CalendarDate | null): Date | null
export function fromCalendarDate(day: CalendarDate | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`)
}

const DAY_MS = 24 * 60 * 60_000

/** The moment this many days of 24 hours before `now`: where a retention period ends. */
export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS)
}

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

/** Negative when `to` lies before `from`. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days
}

export function addDays(day: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** Clamped to the last day of the month. */
export function addMonths(day: CalendarDate, months: number): CalendarDate {
  return Temporal.PlainDate.from(day).add({ months }).toString()
}

/** The same day in every European time zone, for date formatters. */
export function noonOf(day: CalendarDate): Date {
  return new Date(`${day}T12:00:00Z`)
}
