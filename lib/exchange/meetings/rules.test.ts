import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dutchClock, dutchMoment, readTime } from '@/lib/base/text/dutch-time'
import {
  cancelledEmail,
  changedEmail,
  isOver,
  isPlanned,
  meetingTimes,
  readAgenda,
  reminderEmail,
  seatsLeft,
  tomorrow,
} from './rules'

const event = { startsAt: '2026-12-10T13:00:00.000Z', endsAt: '2026-12-10T15:00:00.000Z' }

describe('times on Dutch clocks', () => {
  it.each([
    ['2026-01-15', '14:00', '2026-01-15T13:00:00.000Z'],
    ['2026-07-15', '14:00', '2026-07-15T12:00:00.000Z'],
    ['2026-03-29', '01:30', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29', '03:30', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', '01:30', '2026-10-24T23:30:00.000Z'],
    ['2026-10-25', '03:30', '2026-10-25T02:30:00.000Z'],
  ])('%s %s is %s', (day, time, moment) => {
    expect(dutchMoment(day, time).toISOString()).toBe(moment)
    expect(dutchClock(new Date(moment))).toEqual({ day, time })
  })

  it('gives back any time that was typed, except in the hour that the spring skips', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (moment) => {
          const { day, time } = dutchClock(moment)
          expect(dutchClock(dutchMoment(day, time))).toEqual({ day, time })
        },
      ),
    )
  })

  it.each([
    ['9.30', '09:30'],
    ['14:00', '14:00'],
    [' 23.59 ', '23:59'],
    ['24.00', null],
    ['14', null],
    ['14.60', null],
    ['', null],
  ])('reads %j as %s', (typed, time) => {
    expect(readTime(typed)).toBe(time)
  })

  it('says which field is wrong', () => {
    expect(meetingTimes({ day: '2026-02-30', from: '10', until: '11' })).toEqual({
      field: 'day',
      problem: 'date',
    })
    expect(meetingTimes({ day: '2026-12-10', from: 'tien', until: '11.00' })).toEqual({
      field: 'from',
      problem: 'time',
    })
    expect(meetingTimes({ day: '2026-12-10', from: '11.00', until: '11.00' })).toEqual({
      field: 'until',
      problem: 'endBeforeStart',
    })
    expect(meetingTimes({ day: '2026-12-10', from: '14.00', until: '16.00' })).toEqual({
      startsAt: new Date(event.startsAt),
      endsAt: new Date(event.endsAt),
    })
  })

  it('knows the whole of tomorrow, also when clocks change', () => {
    expect(tomorrow(new Date('2026-10-24T07:00:00Z'))).toEqual({
      from: new Date('2026-10-24T22:00:00Z'),
      until: new Date('2026-10-25T23:00:00Z'),
    })
  })
})

describe('how a meeting stands', () => {
  const meeting = { cancelReason: null, startsAt: event.startsAt, endsAt: event.endsAt }
  it('is planned until it begins and over from its end, unless it is cancelled', () => {
    expect([
      isPlanned(meeting, new Date('2026-12-10T12:59:59Z')),
      isPlanned(meeting, new Date(event.startsAt)),
    ]).toEqual([true, false])
    expect([
      isOver(meeting, new Date('2026-12-10T14:59:59Z')),
      isOver(meeting, new Date(event.endsAt)),
    ]).toEqual([false, true])
    const cancelled = { ...meeting, cancelReason: 'Ziek' }
    expect([
      isPlanned(cancelled, new Date('2026-12-01')),
      isOver(cancelled, new Date('2027-01-01')),
    ]).toEqual([false, false])
  })

  it('counts the seats that are left, and knows no limit', () => {
    expect([
      seatsLeft({ seats: 3, taken: 2 }),
      seatsLeft({ seats: 3, taken: 4 }),
      seatsLeft({ seats: null, taken: 9 }),
    ]).toEqual([1, 0, null])
  })

  it('reads an agenda from addresses and names, each once', () => {
    expect(
      readAgenda(
        'https://site.nl/initiatieven/rangeerterrein?x=1#y\n\n switch-naar-techniek \nrangeerterrein/\n<script>',
      ),
    ).toEqual(['rangeerterrein', 'switch-naar-techniek', null])
  })
})

describe('what people read', () => {
  const facts = {
    title: 'Kijken',
    startsAt: new Date(event.startsAt),
    place: 'Tilburg',
    link: 'https://vergadering.example/x',
  }
  it('names day and time on Dutch clocks, and how to take part', () => {
    expect(reminderEmail(facts).text).toContain('donderdag 10 december om 14.00 uur')
    expect(reminderEmail(facts).text).toContain(
      'Tilburg\nMeedoen op afstand: https://vergadering.example/x',
    )
    expect(changedEmail(facts).subject).toBe('Gewijzigd: Kijken')
    expect(cancelledEmail(facts, 'De zaal is dicht.').text).toContain('De zaal is dicht.')
  })
})
