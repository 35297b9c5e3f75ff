import { describe, expect, it } from 'vitest'
import {
  addMonths,
  daysBetween,
  isCalendarDate,
  todayInNetherlands,
  toCalendarDate,
  fromCalendarDate,
} from './calendar'

describe('the calendar', () => {
  it('knows the day in the Netherlands around midnight, in summer and in winter', () => {
    expect(todayInNetherlands(new Date('2026-06-30T21:59:59Z'))).toBe('2026-06-30')
    expect(todayInNetherlands(new Date('2026-06-30T22:00:00Z'))).toBe('2026-07-01')
    expect(todayInNetherlands(new Date('2026-12-31T22:59:59Z'))).toBe('2026-12-31')
    expect(todayInNetherlands(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01')
  })

  it('keeps a day the same through a date column', () => {
    expect(toCalendarDate(fromCalendarDate('2026-03-29'))).toBe('2026-03-29')
    expect(toCalendarDate(null)).toBeNull()
    expect(fromCalendarDate(null)).toBeNull()
  })

  it.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2026-13-01', false],
    ['26-01-01', false],
    ['2026-01-01T00:00', false],
    ['', false],
  ])('says whether %j is a day: %s', (text, expected) => {
    expect(isCalendarDate(text)).toBe(expected)
  })

  it('counts days across the change of the clock', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2)
  })

  it('stays inside the month when it adds months', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28')
    expect(addMonths('2026-01-15', -2)).toBe('2025-11-15')
  })
})
