import { describe, expect, it } from 'vitest'
import { readAmount } from '@/lib/base/amounts/written.rules'
import { cellText, readCell } from './cells.rules'
import type { Column } from './types'

const again = (column: Column, typed: string, unit: Parameters<typeof readCell>[2] = null) => {
  const read = readCell(column, typed, unit)
  return 'value' in read ? cellText(read.value) : `! ${read.fault}`
}

describe('an amount in a cell', () => {
  it.each([
    ['350000', 350_000, 'exact'],
    ['€ 350.000', 350_000, 'exact'],
    ['350.000,-', 350_000, 'exact'],
    ['350.000,00', 350_000, 'exact'],
    ['EUR 350 000', 350_000, 'exact'],
    ['350.000 euro', 350_000, 'exact'],
    ['1,2 mln', 1_200_000, 'exact'],
    ['€ 1,25 miljoen', 1_250_000, 'exact'],
    ['40k', 40_000, 'exact'],
    ['ca. 750.000', 750_000, 'circa'],
    ['± € 750.000', 750_000, 'circa'],
    ['minstens 10.000', 10_000, 'minstens'],
    ['max. 5.000', 5_000, 'maximaal'],
    ['', null, 'exact'],
  ])('%s', (typed, euro, qualifier) => {
    expect(readAmount(typed)).toEqual({ euro, qualifier })
  })

  it.each(['1.2,3', '1,2,3', '12.34.5', '-5', '1.250,50', 'veel', '€', '3.000.000.000'])(
    'refuses %s',
    (typed) => {
      expect(again('amount', typed)).toBe('! euro')
    },
  )
})

describe('a day in a cell', () => {
  it.each([
    ['31-12-2026', '31-12-2026'],
    ['1/3/2026', '01-03-2026'],
    ['1 maart 2026', '01-03-2026'],
    ['2026-03-01', '01-03-2026'],
    ['31-2-2026', '! date'],
    ['1-3-26', '! dateShort'],
    ['volgende week', '! date'],
    ['', ''],
  ])('%s is shown as %s', (typed, shown) => {
    expect(again('startsOn', typed)).toBe(shown)
  })

  it('takes a year or month from its begin to its end', () => {
    expect([again('startsOn', '2026'), again('endsOn', '2026')]).toEqual([
      '01-01-2026',
      '31-12-2026',
    ])
    expect(again('endsOn', 'februari 2028')).toBe('29-02-2028')
  })
})

describe('other cells', () => {
  it.each([
    ['planned', '1.250', null, '1.250'],
    ['planned', '12,5', null, '! integer'],
    ['reached', '-3', null, '! integer'],
    ['target', '60 (2028)', 'percent', '60 (2028)'],
    ['target', '60,5% in 2028', 'percent', '60,5 (2028)'],
    ['target', '60', 'percent', '! targetYear'],
    ['target', '101 (2028)', 'percent', '! percentRange'],
    ['target', '', 'percent', ''],
    ['value', '2.500', 'percent', '! twoWays'],
    ['value', '2.500', 'people', '2.500'],
    ['value', '2,5', 'people', '! integer'],
    ['title', '  ', null, '! required'],
    ['who', '', null, ''],
    ['title', 'a'.repeat(201), null, '! tooLong'],
  ] as const)('%s: %s (%s) gives %s', (column, typed, unit, shown) => {
    expect(again(column, typed, unit)).toBe(shown)
  })

  it('are read again as they are shown', () => {
    for (const [column, typed, unit] of [
      ['amount', 'circa 1.234.567', null],
      ['target', '0,25 (2030)', 'number'],
      ['value', '1.000,5', 'hours'],
      ['endsOn', '05-06-2027', null],
    ] as const)
      expect(again(column, again(column, typed, unit), unit)).toBe(typed)
  })
})
