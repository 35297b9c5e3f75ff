import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDutchNumber } from './number'

describe('a number as people type it', () => {
  it.each([
    ['12', '12'],
    ['12,5', '12.5'],
    ['12.5', '12.5'],
    ['1.250', '1250'],
    ['1.250.000', '1250000'],
    ['1.250,75', '1250.75'],
    ['1 250', '1250'],
    ['350\u00A0000', '350000'],
    ['-35', '-35'],
    ['\u221235,5', '-35.5'],
    ['0,0', '0.0'],
  ])('reads %j as %s', (text, expected) => {
    expect(parseDutchNumber(text)).toBe(expected)
  })

  it.each(['', 'twaalf', '12%', '1.25.000', '1,2,3', '12,', ',5', '1e3', 'NaN', 'Infinity', '1.2.3', '--1'])('refuses %j', (text) => {
    expect(parseDutchNumber(text)).toBeNull()
  })

  it('reads back every number as nl-NL writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.integer({ min: 0, max: 9_999 }), (whole, part) => {
        const number = whole + Math.sign(whole || 1) * (part / 10_000)
        const typed = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 4 }).format(number)
        expect(Number(parseDutchNumber(typed))).toBeCloseTo(number, 4)
      }),
    )
  })
})
