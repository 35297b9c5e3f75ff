/**
 * Times are Dutch. A change raises the sequence number by which calendars recognise the later
 * version. Only those who come and the organiser see names.
 * Source: docs/model.md, "Exchange"; RFC 5545 (iCalendar).
 */
import { addDays, isCalendarDate } from '@/lib/base/text/calendar'
import { dutchClock, dutchMoment, readTime } from '@/lib/base/text/dutch-time'
import { isSlug, lastSegment } from '@/lib/base/text/text'
import type { MeetingTarget } from './types'

export const MAX_AGENDA = 12
const ZONE = 'Europe/Amsterdam'

export interface TypedTimes {
  day: string
  from: string
  until: string
}

/** Begin and end, or the field that is wrong and why. */
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

/** Slugs from pasted lines: a page address or its last part. Null for anything else. */
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

/** Free seats; null without a limit. */
export const seatsLeft = ({
  seats,
  taken,
}: {
  seats: number | null
  taken: number
}): number | null => (seats === null ? null : Math.max(0, seats - taken))

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

/** To everyone who comes, on the day before. */
export function reminderEmail({ title, startsAt, place, link }: EmailFacts): {
  subject: string
  text: string
} {
  return {
    subject: `Morgen: ${title}`,
    text: `U hebt zich aangemeld voor "${title}", ${when(startsAt)}.\n\n${where(place, link)}\n\nKunt u toch niet? Meld u dan af, zodat een ander uw plaats krijgt.`,
  }
}

/** To everyone who comes, when time or place changed. */
export function changedEmail({ title, startsAt, place, link }: EmailFacts): {
  subject: string
  text: string
} {
  return {
    subject: `Gewijzigd: ${title}`,
    text: `Tijd of plaats van "${title}" is veranderd. De bijeenkomst is nu ${when(startsAt)}.\n\n${where(place, link)}\n\nZet de bijeenkomst opnieuw in uw agenda.`,
  }
}

/** To everyone who had signed up, when it is cancelled. */
export function cancelledEmail(
  { title, startsAt }: EmailFacts,
  reason: string,
): { subject: string; text: string } {
  return {
    subject: `Gaat niet door: ${title}`,
    text: `"${title}", ${when(startsAt)}, gaat niet door.\n\n${reason}`,
  }
}

/** The begin and end of tomorrow in the Netherlands. */
export function tomorrow(now: Date): { from: Date; until: Date } {
  const { day } = dutchClock(now)
  return {
    from: dutchMoment(addDays(day, 1), '00:00'),
    until: dutchMoment(addDays(day, 2), '00:00'),
  }
}
