import { Temporal } from 'temporal-polyfill'
import type { CalendarDate } from './calendar'

/** Clock times are Dutch, whatever the time zone of the machine. */

const ZONE = 'Europe/Amsterdam'
const TIME = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/

/** Parses a time as typed ("9.30", "14:00") to hh:mm, or null. */
export function readTime(text: string): string | null {
  const [, hour, minute] = TIME.exec(text.trim()) ?? []
  return hour === undefined || minute === undefined ? null : `${hour.padStart(2, '0')}:${minute}`
}

/** Day and time in the Netherlands. */
export function dutchClock(moment: Date): { day: CalendarDate; time: string } {
  const clock = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(ZONE)
  return { day: clock.toPlainDate().toString(), time: clock.toPlainTime().toString().slice(0, 5) }
}

/** The moment of a Dutch day and time; an hour later in the hour that spring skips. */
export function dutchMoment(day: CalendarDate, time: string): Date {
  return new Date(
    Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(ZONE).epochMilliseconds,
  )
}
