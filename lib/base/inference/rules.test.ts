import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  alphaWithInterval,
  krippendorffAlpha,
  MIN_GROUPS_FOR_INTERVAL,
  newcombeDifference,
  seededRandom,
  wilsonInterval,
  type Unit,
} from './rules'

const four = (value: number) => Math.round(value * 10_000) / 10_000
const counts = fc
  .integer({ min: 1, max: 2_000 })
  .chain((n) => fc.record({ n: fc.constant(n), numerator: fc.integer({ min: 0, max: n }) }))

describe('wilsonInterval', () => {
  // Newcombe (1998a), table I, method 3 (score method without continuity correction).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('gives the interval of Newcombe 1998a for %i of %i', (numerator, n, low, high) => {
    const interval = wilsonInterval(numerator, n)
    expect([four(interval.low), four(interval.high)]).toEqual([low, high])
  })

  // Whole percents around an observed 60%, as in the handbook tables; n = 200 gives 53.08 to 66.54.
  it.each([
    [200, 53, 67],
    [10, 31, 83],
    [20, 39, 78],
    [30, 42, 75],
    [50, 46, 72],
    [100, 50, 69],
  ])('gives the table for n = %i', (n, low, high) => {
    const interval = wilsonInterval(n * 0.6, n)
    expect([Math.round(interval.low * 100), Math.round(interval.high * 100)]).toEqual([low, high])
  })

  it('holds the observed share and stays between 0 and 1', () => {
    fc.assert(
      fc.property(counts, ({ numerator, n }) => {
        const { low, high } = wilsonInterval(numerator, n)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low - 1e-9).toBeLessThanOrEqual(numerator / n)
        expect(high + 1e-9).toBeGreaterThanOrEqual(numerator / n)
      }),
    )
  })

  it('rises with every success and is a mirror for failures', () => {
    fc.assert(
      fc.property(counts, ({ numerator, n }) => {
        const [here, mirror] = [wilsonInterval(numerator, n), wilsonInterval(n - numerator, n)]
        expect(here.low).toBeCloseTo(1 - mirror.high, 9)
        if (numerator < n) {
          const next = wilsonInterval(numerator + 1, n)
          expect(next.low).toBeGreaterThan(here.low)
          expect(next.high).toBeGreaterThanOrEqual(here.high)
        }
      }),
    )
  })

  it('narrows when ten times as many people give the same share', () => {
    fc.assert(
      fc.property(counts, ({ numerator, n }) => {
        const [few, many] = [wilsonInterval(numerator, n), wilsonInterval(numerator * 10, n * 10)]
        expect(many.high - many.low).toBeLessThan(few.high - few.low)
      }),
    )
  })

  it('refuses counts that cannot be', () => {
    expect(() => wilsonInterval(1, 0)).toThrow(RangeError)
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError)
    expect(() => wilsonInterval(-1, 2)).toThrow(RangeError)
  })
})

describe('newcombeDifference', () => {
  // Newcombe (1998b), table II, method 10 (hybrid score without continuity correction).
  it.each([
    ['a', 56, 70, 48, 80, 0.0524, 0.3339],
    ['b', 9, 10, 3, 10, 0.1705, 0.809],
    ['c', 6, 7, 2, 7, 0.0582, 0.8062],
    ['d', 5, 56, 0, 29, -0.0381, 0.1926],
    ['e', 0, 10, 0, 20, -0.1611, 0.2775],
    ['f', 0, 10, 0, 10, -0.2775, 0.2775],
    ['g', 10, 10, 0, 20, 0.6791, 1],
    ['h', 10, 10, 0, 10, 0.6075, 1],
  ])('gives example (%s) of Newcombe 1998b', (_example, a, m, b, n, low, high) => {
    const interval = newcombeDifference({ numerator: a, n: m }, { numerator: b, n })
    expect([four(interval.low), four(interval.high)]).toEqual([low, high])
  })

  it('holds the difference, stays between -1 and 1, and turns round with the groups', () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const [here, there] = [newcombeDifference(first, second), newcombeDifference(second, first)]
        expect(here.low).toBeGreaterThanOrEqual(-1)
        expect(here.high).toBeLessThanOrEqual(1)
        expect(here.low - 1e-9).toBeLessThanOrEqual(here.difference)
        expect(here.high + 1e-9).toBeGreaterThanOrEqual(here.difference)
        expect(there.low).toBeCloseTo(-here.high, 9)
      }),
    )
  })
})

/** Krippendorff (2011), part C: the twelfth unit has one value and cannot be paired. */
const PUBLISHED: Unit[] = [
  [1, 1, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [5, 5, 5],
  [1, 1],
  [3],
]

describe('krippendorffAlpha', () => {
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('gives the published %s alpha', (metric, alpha) => {
    expect(krippendorffAlpha(PUBLISHED, metric)).toBeCloseTo(alpha, 3)
  })

  const units = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 6 }), {
    minLength: 2,
    maxLength: 30,
  })

  it('does not depend on the order of raters or of units', () => {
    fc.assert(
      fc.property(units, (rows) => {
        const turned = rows.map((row) => row.toReversed()).reverse()
        const [a, b] = [krippendorffAlpha(rows, 'ordinal'), krippendorffAlpha(turned, 'ordinal')]
        expect(a === null).toBe(b === null)
        if (a !== null && b !== null) expect(a).toBeCloseTo(b, 9)
      }),
    )
  })

  it('is never above 1, and is 1 when all agree on different things', () => {
    fc.assert(fc.property(units, (rows) => (krippendorffAlpha(rows, 'ordinal') ?? 0) <= 1))
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [5, 5, 5],
        ],
        'ordinal',
      ),
    ).toBe(1)
  })

  it('says nothing when there is nothing to compare', () => {
    expect(krippendorffAlpha([], 'ordinal')).toBeNull()
    expect(krippendorffAlpha([[1], [2]], 'ordinal')).toBeNull()
    expect(
      krippendorffAlpha(
        [
          [3, 3],
          [3, 3],
        ],
        'ordinal',
      ),
    ).toBeNull()
  })
})

describe('alphaWithInterval', () => {
  const groups = PUBLISHED.map((unit) => [unit])

  it('gives the same alpha as without an interval, and the same interval each time', () => {
    const found = alphaWithInterval(groups, 'ordinal')
    expect(found?.alpha).toBeCloseTo(0.815, 3)
    expect(found?.interval?.low).toBeLessThan(0.815)
    expect(found?.interval?.high).toBeGreaterThan(0.815)
    expect(alphaWithInterval(groups, 'ordinal')).toEqual(found)
  })

  it('gives no interval below the least number of groups', () => {
    expect(
      alphaWithInterval(groups.slice(0, MIN_GROUPS_FOR_INTERVAL), 'ordinal')?.interval,
    ).not.toBeNull()
    expect(
      alphaWithInterval(groups.slice(0, MIN_GROUPS_FOR_INTERVAL - 1), 'ordinal')?.interval,
    ).toBeNull()
    expect(alphaWithInterval([[[3, 3]]], 'ordinal')).toBeNull()
  })

  it('draws evenly', () => {
    const random = seededRandom(1)
    const numbers = Array.from({ length: 10_000 }, random)
    expect(numbers.every((one) => one >= 0 && one < 1)).toBe(true)
    expect(numbers.reduce((sum, one) => sum + one, 0) / 10_000).toBeCloseTo(0.5, 1)
  })
})
