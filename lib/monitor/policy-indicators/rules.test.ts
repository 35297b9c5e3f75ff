import { describe, expect, it } from 'vitest'
import { latestValue, progressOf } from './rules'

const indicator = (over: Partial<Parameters<typeof progressOf>[0]> = {}) => ({
  baseline: { year: 2025, value: 40 },
  target: { year: 2028, value: 60 },
  values: [{ year: 2026, value: 45 }],
  lowerIsBetter: false,
  ...over,
})
const state = (over: Parameters<typeof indicator>[0], year?: number) =>
  progressOf(indicator(over), year).state

describe('how an indicator stands', () => {
  it('reads the last value up to the year that is asked', () => {
    const values = [
      { year: 2024, value: 1 },
      { year: 2026, value: 2 },
    ]
    expect(latestValue(values)).toEqual({ year: 2026, value: 2 })
    expect(latestValue(values, 2025)).toEqual({ year: 2024, value: 1 })
    expect(latestValue(values, 2023)).toBeNull()
  })

  it.each([
    ['reached', { values: [{ year: 2026, value: 60 }] }],
    ['nearer', {}],
    ['same', { values: [{ year: 2026, value: 40 }] }],
    ['away', { values: [{ year: 2026, value: 39 }] }],
    ['noTarget', { target: null }],
    ['noValue', { values: [] }],
    ['open', { baseline: null }],
    ['open', { values: [{ year: 2025, value: 45 }] }],
  ] as const)('is %s', (expected, over) => {
    expect(state(over as Parameters<typeof indicator>[0])).toBe(expected)
  })

  it('turns round where lower is better', () => {
    const down = { lowerIsBetter: true, target: { year: 2028, value: 30 } }
    expect(state({ ...down, values: [{ year: 2026, value: 45 }] })).toBe('away')
    expect(state({ ...down, values: [{ year: 2026, value: 35 }] })).toBe('nearer')
    expect(state({ ...down, values: [{ year: 2026, value: 30 }] })).toBe('reached')
  })

  it('does not know of a value after the year', () => {
    expect(state({}, 2025)).toBe('noValue')
  })
})
