/**
 * Meetings. An organisation plans a meeting on a day with a begin and an end in Dutch time, at a place, by a link, or both. Who has an
 * account signs up while there are seats, until it begins, and may withdraw. A change of time or place, or cancelling, is mailed to
 * who comes and raises the sequence number, by which calendars know the later version. A meeting that is cancelled stays, as cancelled.
 * Names of who comes are for who comes and the organiser alone. Afterwards the organiser tells what came of it.
 *
 * Source: PRODUCT.md, Exchange ("Exchange meetings with an agenda of initiatives and a calendar file"); RFC 5545 (iCalendar).
 */
import { isCalendarDate, type CalendarDate } from '@/lib/base/text/calendar'
import { isSlug, lastSegment, xmlSafe } from '@/lib/base/text/text'
import type { CalendarEvent, MeetingTarget } from './types'

export const MAX_AGENDA = 12
const MINUTE_MS = 60_000
const ZONE = 'Europe/Amsterdam'

const TIME = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/

/** A time as people type it ("9.30", "14:00") as hh:mm, or null. */
export function readTime(text: string): string | null {
  const [, hour, minute] = TIME.exec(text.trim()) ?? []
  return hour === undefined || minute === undefined ? null : `${hour.padStart(2, '0')}:${minute}`
}

const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** Day and time on the clock in the Netherlands at this moment. */
export function dutchClock(moment: Date): { day: CalendarDate; time: string } {
  const [day = '', time = ''] = wall.format(moment).split(' ')
  return { day, time: time.slice(0, 5) }
}

/** The moment at which Dutch clocks show this day and time; in the hour that the spring skips, an hour later. */
export function dutchMoment(day: CalendarDate, time: string): Date {
  const asUtc = new Date(`${day}T${time}:00Z`)
  const offset = (at: Date) => {
    const clock = dutchClock(at)
    return new Date(`${clock.day}T${clock.time}:00Z`).getTime() - at.getTime()
  }
  // The offset at the guess may be that of before a change of clocks; that at the outcome decides.
  const guess = new Date(asUtc.getTime() - offset(asUtc))
  return new Date(asUtc.getTime() - offset(guess))
}

export interface TypedTimes {
  day: string
  from: string
  until: string
}

/** Begin and end, or which field is wrong and why. */
export function meetingTimes({
  day,
  from,
  until,
}: TypedTimes):
  | { startsAt: Date; endsAt: Date }
  | { field: keyof TypedTimes; problem: 'date' | 'time' | 'endBeforeStart' } {
  if (!isCalendarDate(day)) return { field: 'day', problem: 'date' }
  const [begin, end] = [readTime(from), readTime(until)]
  if (begin === null) return { field: 'from', problem: 'time' }
  if (end === null) return { field: 'until', problem: 'time' }
  const times = { startsAt: dutchMoment(day, begin), endsAt: dutchMoment(day, end) }
  return times.endsAt > times.startsAt ? times : { field: 'until', problem: 'endBeforeStart' }
}

/** Slugs of initiatives from lines as people paste them: the address of a page, or its last part. Null for a line that is neither. */
export function readAgenda(text: string): (string | null)[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const slugs = lines.map((line) => {
    const slug = lastSegment(line)
    return isSlug(slug) ? slug : null
  })
  const seen = new Set<string>()
  return slugs.filter((slug) => slug === null || (!seen.has(slug) && seen.add(slug)))
}

export const isPlanned = (
  { cancelReason, startsAt }: Pick<MeetingTarget, 'cancelReason' | 'startsAt'>,
  now: Date,
): boolean => cancelReason === null && new Date(startsAt) > now
export const isOver = (
  { cancelReason, endsAt }: Pick<MeetingTarget, 'cancelReason' | 'endsAt'>,
  now: Date,
): boolean => cancelReason === null && new Date(endsAt) <= now

/** Seats that are left; null when there is no limit. */
export const seatsLeft = ({
  seats,
  taken,
}: {
  seats: number | null
  taken: number
}): number | null => (seats === null ? null : Math.max(0, seats - taken))

// iCalendar -------------------------------------------------------------------------------------------------
const FOLD_OCTETS = 75
const encoder = new TextEncoder()

/** A content line cut into pieces of at most 75 octets, never within a character (RFC 5545, 3.1). */
function fold(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let size = 0
  for (const character of line) {
    const octets = encoder.encode(character).length
    // What is folded begins with a space, which counts.
    if (size + octets > FOLD_OCTETS) {
      pieces.push(piece)
      piece = ''
      size = 1
    }
    piece += character
    size += octets
  }
  return [...pieces, piece].join('\r\n ')
}

/** Text as a value (RFC 5545, 3.3.11). */
const escapeText = (text: string) =>
  xmlSafe(text)
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '')
const utc = (moment: string) =>
  `${new Date(Math.floor(new Date(moment).getTime() / 1_000) * 1_000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

function eventLines(event: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}`,
    `DTSTAMP:${utc(event.updatedAt)}`,
    `LAST-MODIFIED:${utc(event.updatedAt)}`,
    `SEQUENCE:${String(event.sequence)}`,
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    `SUMMARY:${escapeText(event.title)}`,
    `DESCRIPTION:${escapeText(`${event.text}\n\n${event.url}`)}`,
    ...(event.place === '' ? [] : [`LOCATION:${escapeText(event.place)}`]),
    `URL:${event.url}`,
    'END:VEVENT',
  ]
}

/** Meetings as a calendar file. The same meeting keeps its UID, so that a calendar replaces it and never shows it twice. */
export function calendarFile(events: readonly CalendarEvent[], name: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Praktijkbank//Bijeenkomsten//NL',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

// Letters ---------------------------------------------------------------------------------------------------
const dutchDay = new Intl.DateTimeFormat('nl-NL', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: ZONE,
})
const when = (startsAt: Date) =>
  `${dutchDay.format(startsAt)} om ${dutchClock(startsAt).time.replace(':', '.')} uur`
const where = (place: string, link: string | null) =>
  [place, link === null ? '' : `Meedoen op afstand: ${link}`]
    .filter((part) => part !== '')
    .join('\n')

export interface EmailFacts {
  title: string
  startsAt: Date
  place: string
  link: string | null
}

/** What who comes reads on the day before. */
export function reminderEmail({ title, startsAt, place, link }: EmailFacts): {
  subject: string
  text: string
} {
  return {
    subject: `Morgen: ${title}`,
    text: `U hebt zich aangemeld voor "${title}", ${when(startsAt)}.\n\n${where(place, link)}\n\nKunt u toch niet? Meld u dan af, zodat een ander uw plaats krijgt.`,
  }
}

/** What who comes reads when time or place changed. */
export function changedEmail({ title, startsAt, place, link }: EmailFacts): {
  subject: string
  text: string
} {
  return {
    subject: `Gewijzigd: ${title}`,
    text: `Tijd of plaats van "${title}" is veranderd. De bijeenkomst is nu ${when(startsAt)}.\n\n${where(place, link)}\n\nZet de bijeenkomst opnieuw in uw agenda.`,
  }
}

/** What who would come reads when it is cancelled. */
export function cancelledEmail(
  { title, startsAt }: EmailFacts,
  reason: string,
): { subject: string; text: string } {
  return {
    subject: `Gaat niet door: ${title}`,
    text: `"${title}", ${when(startsAt)}, gaat niet door.\n\n${reason}`,
  }
}

/** The day after this moment in the Netherlands begins and ends here. */
export function tomorrow(now: Date): { from: Date; until: Date } {
  const noon = new Date(`${dutchClock(now).day}T12:00:00Z`)
  const next = (days: number) =>
    dutchMoment(
      new Date(noon.getTime() + days * 24 * 60 * MINUTE_MS).toISOString().slice(0, 10),
      '00:00',
    )
  return { from: next(1), until: next(2) }
}
