import { describe, expect, it } from 'vitest'
import { plannedMoment } from './rules'

const NOW = new Date('2026-11-30T21:00:00Z')
const plan = (day: string, time = '') => plannedMoment({ day, time }, NOW)

describe('the moment of a plan', () => {
  it.each([
    ['2026-12-01', '', '2026-11-30T23:01:00.000Z'],
    ['2026-12-01', '9.30', '2026-12-01T08:30:00.000Z'],
    ['2026-11-30', '22:05', '2026-11-30T21:05:00.000Z'],
    ['2027-07-01', ' ', '2027-06-30T22:01:00.000Z'],
  ])('is %s %s in the Netherlands', (day, time, at) => {
    expect(plan(day, time)).toEqual({ at: new Date(at) })
  })

  it.each([
    ['2026-11-31', '', { field: 'day', problem: 'date' }],
    ['', '', { field: 'day', problem: 'date' }],
    ['2026-12-01', 'half tien', { field: 'time', problem: 'time' }],
    ['2026-11-30', '', { field: 'day', problem: 'planPast' }],
    ['2026-11-30', '22:00', { field: 'day', problem: 'planPast' }],
    ['2027-12-01', '', { field: 'day', problem: 'planFar' }],
  ])('is not %s %s', (day, time, fault) => {
    expect(plan(day, time)).toEqual(fault)
  })

  it('may be a year ahead', () => {
    expect(plan('2027-11-30')).toHaveProperty('at')
  })
})
