import { describe, expect, it } from 'vitest'
import { dueReminder, proposedDays, roundEmail, roundProgress } from './rules'
import { roundSchema } from './schema'
import type { MeasureProgress } from './types'

const measure = (over: Partial<MeasureProgress> = {}): MeasureProgress => ({
  id: 'm',
  title: 'Coaches',
  expectations: true,
  isLate: false,
  values: null,
  verdicts: false,
  ...over,
})
const days = proposedDays(2026)

describe('the progress of a round', () => {
  it('counts only what is asked, and is late from the day after', () => {
    const measures = [measure(), measure({ id: 'n', expectations: false, values: true })]
    const states = (today: string) =>
      roundProgress(days, measures, today).map(({ done, of, state }) => `${done}/${of} ${state}`)
    expect(states('2025-12-15')).toEqual(['1/2 open', '1/1 done', '0/2 open'])
    expect(states('2025-12-16')).toEqual(['1/2 late', '1/1 done', '0/2 open'])
    expect(roundProgress(days, [], '2030-01-01').map(({ state }) => state)).toEqual([
      'none',
      'none',
      'none',
    ])
  })
})

describe('a reminder', () => {
  it.each([
    ['2026-01-16', null],
    ['2026-01-17', 'before'],
    ['2026-01-30', 'before'],
    ['2026-01-31', 'day'],
    ['2026-02-14', 'day'],
    ['2026-02-15', null],
  ] as const)('for 31 January is due on %s: %s', (today, expected) => {
    expect(dueReminder('2026-01-31', today)).toBe(expected)
  })

  it('says what lacks and by when', () => {
    const { subject, text } = roundEmail({
      step: 'verdicts',
      region: 'Twente',
      year: 2026,
      on: '2027-02-28',
      titles: ['Coaches'],
    })
    expect(subject).toBe('Jaarronde 2026: het oordeel voor 28-02-2027')
    expect(text).toContain('- Coaches')
  })
})

describe('the days of a round', () => {
  const form = (over: Record<string, string> = {}) => ({
    regionId: '0193b5a0-0000-7000-8000-00000000beef',
    year: '2026',
    version: '0',
    expectationsOn: days.expectations,
    valuesOn: days.values,
    verdictsOn: days.verdicts,
    councilOn: days.council,
    ...over,
  })
  const faults = (over: Record<string, string>) =>
    roundSchema
      .safeParse(form(over))
      .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)

  it('are as proposed, and each not before the one above it', () => {
    expect(faults({})).toBeUndefined()
    expect(faults({ valuesOn: '2025-12-14' })).toEqual(['valuesOn dayOrder'])
    expect(faults({ councilOn: '' })).toEqual(['councilOn required'])
    expect(faults({ councilOn: '2027-02-30' })).toContain('councilOn date')
  })
})
