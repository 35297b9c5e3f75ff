/**
 * Calendar days as text (2026-11-24). Policy dates have no time of day: as a Date they would move a day with the
 * time zone of the machine that reads them.
 */

/** A day as YYYY-MM-DD. */
export type CalendarDate = string

const DAY_MS = 86_400_000
const amsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })

/** The day it is in the Netherlands at this moment. */
export function todayInNetherlands(now: Date): CalendarDate {
  return amsterdam.format(now)
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
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** Days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((fromCalendarDate(to).getTime() - fromCalendarDate(from).getTime()) / DAY_MS)
}

/** The same day some months later or earlier; the last day of the month when that day does not exist there. */
export function addMonths(day: CalendarDate, months: number): CalendarDate {
  const date = fromCalendarDate(day)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, lastDay))
  return toCalendarDate(date)
}

/** A moment on that day wherever in Europe one reads it, for date formatters. */
export function noonOf(day: CalendarDate): Date {
  return new Date(`${day}T12:00:00Z`)
}
