import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { calendarFile, type CalendarEvent } from './calendar-file'

const event: CalendarEvent = {
  id: '0197f3a0-0000-7000-8000-000000000001',
  title: 'Kijken, vragen; en doen',
  text: 'Eerste regel\nTweede \\ regel',
  place: 'Stationsplein 1, Tilburg',
  url: 'https://praktijkbank.test/bijeenkomsten/kijken',
  startsAt: '2026-12-10T13:00:00.000Z',
  endsAt: '2026-12-10T15:00:00.000Z',
  updatedAt: '2026-11-25T08:30:15.123Z',
  sequence: 2,
  cancelled: false,
}
const parse = (file: string) => new ICAL.Component(ICAL.parse(file) as unknown[])
const first = (file: string) => new ICAL.Event(parse(file).getFirstSubcomponent('vevent')!)

describe('the calendar file', () => {
  it('is read by a parser with all that stands in it', () => {
    const file = calendarFile([event], 'Bijeenkomsten')
    const root = parse(file)
    expect([root.getFirstPropertyValue('version'), root.getFirstPropertyValue('method')]).toEqual([
      '2.0',
      'PUBLISH',
    ])
    expect(String(root.getFirstPropertyValue('prodid'))).toContain('Praktijkbank')
    const read = first(file)
    expect({
      uid: read.uid,
      summary: read.summary,
      location: read.location,
      sequence: read.sequence,
    }).toEqual({ uid: event.id, summary: event.title, location: event.place, sequence: 2 })
    expect(read.description).toBe(`${event.text}\n\n${event.url}`)
    expect([
      read.startDate.toJSDate().toISOString(),
      read.endDate.toJSDate().toISOString(),
    ]).toEqual([event.startsAt, event.endsAt])
    expect(read.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(file).toContain('DTSTAMP:20261125T083015Z\r\n')
  })

  it('holds no sign that no file may hold', () => {
    expect(
      first(
        calendarFile(
          [{ ...event, title: 'Sa\uFFFE\uFFFF\uD800\u0001men', place: 'x\uFFFEy' }],
          'B\uFFFE',
        ),
      ).summary,
    ).toBe('Samen')
    expect(calendarFile([{ ...event, text: 'a\uFFFEb' }], 'B\uFFFF')).not.toMatch(/[\uFFFE\uFFFF]/)
  })

  it('says that a meeting is cancelled under the same name with a later number', () => {
    const read = first(calendarFile([{ ...event, sequence: 3, cancelled: true }], 'B'))
    expect([read.uid, read.sequence, read.component.getFirstPropertyValue('status')]).toEqual([
      event.id,
      3,
      'CANCELLED',
    ])
  })

  it('stays a calendar without meetings', () => {
    expect(parse(calendarFile([], 'Leeg')).getAllSubcomponents('vevent')).toEqual([])
  })

  it('keeps lines within 75 octets and gives back any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const typed = text.replaceAll(/[\p{Cc}\p{Cs}]/gu, '')
        const file = calendarFile([{ ...event, title: typed, place: '' }], typed)
        for (const line of file.split('\r\n'))
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        expect(first(file).summary).toBe(typed)
      }),
    )
  })

  it('lets nobody add a line of their own', () => {
    const file = calendarFile(
      [{ ...event, title: 'A\r\nATTENDEE:mailto:x@y.nl', place: 'B\nEND:VEVENT' }],
      'C\nX:1',
    )
    expect(file).not.toMatch(/^(ATTENDEE|X:1)/m)
    expect(parse(file).getAllSubcomponents('vevent')).toHaveLength(1)
  })
})
