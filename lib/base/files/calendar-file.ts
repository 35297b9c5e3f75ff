import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { xmlSafe } from '@/lib/base/text/text'

export interface CalendarEvent {
  /** Never changes, so that a calendar replaces the event instead of showing it twice. */
  id: string
  title: string
  text: string
  place: string
  url: string
  startsAt: string
  endsAt: string
  updatedAt: string
  /** Rises with each change that people should see. */
  sequence: number
  cancelled: boolean
}

/** No control characters, which no calendar file may hold; line ends stay. */
const plain = (text: string) => xmlSafe(text).replaceAll(/(?!\n)\p{Cc}/gu, '')

/** The generator does not escape the calendar's name. */
const oneLine = (text: string) => plain(text).replaceAll(/\s+/g, ' ')

export function calendarFile(events: readonly CalendarEvent[], name: string): string {
  const calendar = ical({
    name: oneLine(name),
    method: ICalCalendarMethod.PUBLISH,
    prodId: '//Praktijkbank//Bijeenkomsten//NL',
  })
  for (const event of events)
    calendar.createEvent({
      id: event.id,
      stamp: new Date(event.updatedAt),
      lastModified: new Date(event.updatedAt),
      sequence: event.sequence,
      status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      start: new Date(event.startsAt),
      end: new Date(event.endsAt),
      summary: plain(event.title),
      description: `${plain(event.text)}\n\n${event.url}`,
      location: event.place === '' ? null : plain(event.place),
      url: event.url,
    })
  return calendar.toString()
}
