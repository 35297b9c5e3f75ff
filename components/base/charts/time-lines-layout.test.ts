import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  layoutTimeLines,
  roundTop,
  TIME_HEIGHT,
  TIME_LEFT,
  TIME_RIGHT,
  TIME_WIDTH,
} from './time-lines-layout'

const point = (on: string, value: number | null, provisional = false) => ({
  on,
  value,
  provisional,
})

describe('lines through time', () => {
  it('break where a period has no figure, and where another series has a period that this one lacks', () => {
    const { series } = layoutTimeLines([
      {
        key: 'a',
        points: [
          point('2020-01-01', 1),
          point('2021-01-01', null),
          point('2022-01-01', 3),
          point('2023-01-01', 4, true),
        ],
      },
      { key: 'b', points: [point('2020-01-01', 1), point('2022-01-01', 2)] },
    ])
    expect(series[0]?.runs.map((run) => run.map(({ value }) => value))).toEqual([[1], [3, 4]])
    expect(series[0]?.last).toMatchObject({ value: 4, provisional: true })
    expect(series[1]?.runs.map((run) => run.length)).toEqual([1, 1])
  })

  it('give time its real length and begin at zero', () => {
    const { series, bottom, values, years } = layoutTimeLines([
      {
        key: 'a',
        points: [point('2020-01-01', 0), point('2020-07-01', 50), point('2024-01-01', 100)],
      },
    ])
    const [start, middle, end] = series[0]!.runs[0]!
    expect([start!.x, end!.x]).toEqual([TIME_LEFT, TIME_WIDTH - TIME_RIGHT])
    expect((middle!.x - start!.x) / (end!.x - start!.x)).toBeCloseTo(182 / 1461, 3)
    expect(start!.y).toBe(bottom)
    expect(values.map(({ value }) => value)).toEqual([0, 50, 100])
    expect(years.map(({ year }) => year)).toEqual(['2020', '2024'])
  })

  it('stay inside the drawing, whatever the figures', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: 1990, max: 2040 }),
            fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true })),
          ),
          { minLength: 1 },
        ),
        (rows) => {
          const { series, years } = layoutTimeLines([
            { key: 'a', points: rows.map(([year, value]) => point(`${year}-01-01`, value)) },
          ])
          for (const { x, y } of series[0]!.runs.flat()) {
            expect(x).toBeGreaterThanOrEqual(TIME_LEFT)
            expect(x).toBeLessThanOrEqual(TIME_WIDTH - TIME_RIGHT)
            expect(y).toBeGreaterThanOrEqual(0)
            expect(y).toBeLessThanOrEqual(TIME_HEIGHT)
          }
          expect(years.length).toBeLessThanOrEqual(10)
        },
      ),
    )
  })

  it.each([
    [0, 1],
    [1, 1],
    [1.1, 2],
    [2.4, 2.5],
    [4.9, 5],
    [51, 100],
    [120_972, 200_000],
    [0.03, 0.05],
    [-3, 1],
    [Number.MIN_VALUE, 1],
  ])('round %f up to %f', (value, top) => {
    expect(roundTop(value)).toBeCloseTo(top, 9)
  })
})
