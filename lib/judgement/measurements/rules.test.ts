import type { InitiativeIndicatorView, MeasurementView } from './types'
import fc from 'fast-check'
import { measurementEffect } from '@/lib/knowledge/evidence/direction.rules'
import { describe, expect, it } from 'vitest'
import {
  chartPoint,
  earlierVersions,
  findingsOf,
  isBaselineShown,
  measurementShape,
  openFigures,
} from './rules'

const measurement = (change: Partial<MeasurementView> = {}): MeasurementView => ({
  id: 'm',
  measuredOn: '2026-10-01',
  periodStart: null,
  periodEnd: null,
  value: null,
  numerator: 12,
  n: 20,
  population: null,
  horizon: null,
  qualifier: null,
  design: 'after_only',
  comparisonNumerator: null,
  comparisonN: null,
  comparisonDescription: null,
  independent: false,
  measuredBy: null,
  sourceTitle: 'Telling',
  sourceUrl: null,
  note: null,
  supersedesId: null,
  correctionReason: null,
  file: null,
  reply: null,
  createdAt: '2026-10-02T10:00:00.000Z',
  ...change,
})
const shape = (
  value: number | null,
  numerator: number | null,
  n: number | null,
  unit = 'personen',
) => measurementShape({ value, numerator, n }, unit)

describe('measurementShape', () => {
  it.each<[string, ReturnType<typeof shape>, unknown]>([
    ['twelve of twenty', shape(null, 12, 20), { kind: 'people', numerator: 12, n: 20 }],
    ['five of nine', shape(null, 5, 9), { kind: 'hidden' }],
    ['five of ten', shape(null, 5, 10), { kind: 'people', numerator: 5, n: 10 }],
    ['four of ten', shape(null, 4, 10), { kind: 'fewer', n: 10 }],
    ['none of twenty', shape(null, 0, 20), { kind: 'fewer', n: 20 }],
    ['all but four', shape(null, 16, 20), { kind: 'allBut', n: 20 }],
    ['all but five', shape(null, 15, 20), { kind: 'people', numerator: 15, n: 20 }],
    [
      'a percentage that stands for four people',
      shape(20, null, 20, '%'),
      { kind: 'fewer', n: 20 },
    ],
    ['a percentage beside a small count', shape(15, 3, 20, '%'), { kind: 'fewer', n: 20 }],
    [
      'a percentage of an unknown group',
      shape(60, null, null, '%'),
      { kind: 'value', value: 60, n: null },
    ],
    [
      'a number of people typed as a value',
      shape(22, null, 40, 'bewoners'),
      { kind: 'people', numerator: 22, n: 40 },
    ],
    ['four people out of an unknown number', shape(null, 4, null), { kind: 'fewCount' }],
    ['five people out of an unknown number', shape(null, 5, null), { kind: 'count', numerator: 5 }],
    ['four people typed as a value', shape(4, null, null, 'deelnemers'), { kind: 'fewCount' }],
    ['four hours', shape(4, null, null, 'uur per week'), { kind: 'value', value: 4, n: null }],
    ['nothing', shape(null, null, 20), { kind: 'hidden' }],
  ])('tells %s', (_words, found, expected) => {
    expect(found).toEqual(expected)
  })

  it('gives a chart nothing that the words leave out', () => {
    expect(chartPoint(measurement({ numerator: 4 }), '%')).toBeNull()
    expect(chartPoint(measurement({ numerator: 3, value: 15 }), '%')).toBeNull()
    expect(chartPoint(measurement(), '%')).toEqual({ on: '2026-10-01', value: 60 })
    expect(chartPoint(measurement({ measuredOn: null }), '%')).toBeNull()
  })

  it('keeps a baseline of few people out of sight', () => {
    expect(isBaselineShown({ value: 40, n: 9 }, '%')).toBe(false)
    expect(isBaselineShown({ value: 20, n: 20 }, '%')).toBe(false)
    expect(isBaselineShown({ value: 25, n: 20 }, '%')).toBe(true)
    expect(isBaselineShown({ value: 4, n: null }, 'personen')).toBe(false)
    expect(isBaselineShown({ value: null, n: null }, '%')).toBe(false)
  })
})

describe('openFigures', () => {
  const open = (change: Partial<MeasurementView>, unit = 'personen') =>
    openFigures(measurement(change), unit, false)

  it('gives what is on the screen', () => {
    expect(open({})).toMatchObject({ numerator: 12, n: 20, withheld: null, effect: null })
    expect(open({ design: 'comparison', comparisonNumerator: 10, comparisonN: 20 })).toMatchObject({
      comparison: { numerator: 10, n: 20 },
      effect: { direction: 'unclear' },
    })
    expect(open({ numerator: 3, value: 15 }, '%')).toMatchObject({
      value: null,
      numerator: null,
      n: 20,
      withheld: 'fewer',
      interval: null,
    })
    expect(open({ n: 9, numerator: 5 })).toMatchObject({
      numerator: null,
      n: null,
      withheld: 'hidden',
    })
  })

  it('gives no figure from which a small number can be worked out', () => {
    const part = fc
      .integer({ min: 0, max: 60 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
    fc.assert(
      fc.property(part, part, ([numerator, n], [comparisonNumerator, comparisonN]) => {
        const shown = open(
          {
            numerator,
            n,
            value: n === 0 ? null : (numerator / n) * 100,
            design: 'comparison',
            comparisonNumerator,
            comparisonN,
          },
          '%',
        )
        const isSafe = (a: number, whole: number) => whole >= 10 && a >= 5 && whole - a >= 5
        if (!isSafe(numerator, n))
          expect([
            shown.value,
            shown.numerator,
            shown.interval,
            shown.effect?.difference ?? null,
          ]).toEqual([null, null, null, null])
        if (!isSafe(comparisonNumerator, comparisonN))
          expect([shown.comparison.numerator, shown.effect?.difference ?? null]).toEqual([
            null,
            null,
          ])
      }),
    )
  })
})

describe('effect and history of a measurement', () => {
  it('compares only where a group that did not take part was counted', () => {
    const counted = { comparisonNumerator: 10, comparisonN: 20 }
    expect(
      measurementEffect(measurement({ ...counted, design: 'before_after' }), 'personen', false),
    ).toBeNull()
    expect(
      measurementEffect(measurement({ ...counted, design: 'comparison' }), 'personen', false),
    ).toMatchObject({ direction: 'unclear' })
    expect(
      measurementEffect(
        measurement({ ...counted, n: 9, numerator: 5, design: 'comparison' }),
        'personen',
        false,
      ),
    ).toBe('tooSmall')
    expect(
      measurementEffect(
        measurement({ ...counted, n: null, design: 'comparison' }),
        'personen',
        false,
      ),
    ).toBeNull()
  })

  it('counts outcomes as findings and output not', () => {
    const indicator = (slug: string): InitiativeIndicatorView => ({
      id: slug,
      position: 1,
      label: 'Werk',
      definition: '',
      unit: 'personen',
      resultType: { slug, labelNl: slug, labelEn: slug },
      sourceTitle: null,
      frequency: null,
      lowerIsBetter: false,
      baseline: { value: null, on: null, n: null, note: null },
      target: { value: null, on: null },
      version: 1,
      replaced: [],
      outcome: null,
      measurements: [measurement()],
    })
    expect(
      findingsOf([indicator('output'), indicator('outcome'), indicator('impact')]),
    ).toHaveLength(2)
  })

  it('finds the earlier versions one by one', () => {
    const [first, second, third] = [
      measurement({ id: '1' }),
      measurement({ id: '2', supersedesId: '1' }),
      measurement({ id: '3', supersedesId: '2' }),
    ]
    expect(earlierVersions(third, [first, second]).map(({ id }) => id)).toEqual(['2', '1'])
    expect(earlierVersions(first, [second])).toEqual([])
  })
})
