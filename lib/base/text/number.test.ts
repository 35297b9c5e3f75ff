import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { otherParse, parseDutchNumber, parseMarkedNumber, parsePointNumber } from './number'

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
    ['0.125', '0.125'],
    ['-0.125', '-0.125'],
    ['1250.500', '1250.500'],
    ['1\u2009250,5', '1250.5'],
  ])('reads %j as %s', (text, expected) => {
    expect(parseDutchNumber(text)).toBe(expected)
  })

  it.each([
    '',
    'twaalf',
    '12%',
    '1.25.000',
    '1,2,3',
    '12,',
    ',5',
    '1e3',
    'NaN',
    'Infinity',
    '1.2.3',
    '--1',
    '0.125.000',
    '0.125,5',
    '00.125',
    '12 5',
    '1 25',
    '1 250.000',
    '1.250 000',
    '0 125',
    '01.250',
  ])('refuses %j', (text) => {
    expect(parseDutchNumber(text)).toBeNull()
  })

  it('reads back every number as nl-NL writes it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000_000, max: 10_000_000 }),
        fc.integer({ min: 0, max: 9_999 }),
        (whole, part) => {
          const number = whole + Math.sign(whole || 1) * (part / 10_000)
          const typed = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 4 }).format(number)
          expect(Number(parseDutchNumber(typed))).toBeCloseTo(number, 4)
        },
      ),
    )
  })
})

describe('a number with a known decimal sign', () => {
  it.each([
    ['0.125', 'comma'],
    ['12.5', 'comma'],
    ['1250.5', 'comma'],
    ['0,125', 'point'],
    ['12,5', 'point'],
    ['0,125.5', 'point'],
    ['012,500', 'point'],
    ['1,25,000', 'point'],
    ['12 5', 'point'],
  ] as const)('refuses %s where it is a %s', (text, mark) => {
    expect(parseMarkedNumber(text, mark)).toBeNull()
  })

  it.each([
    ['0,125', 'comma', '0.125'],
    ['1.250', 'comma', '1250'],
    ['0.125', 'point', '0.125'],
    ['1,250', 'point', '1250'],
    ['1,250,000.5', 'point', '1250000.5'],
    ['1.250', 'point', '1.250'],
  ] as const)('reads %s with a %s as %s', (text, mark, expected) => {
    expect(parseMarkedNumber(text, mark)).toBe(expected)
  })

  it('reads what the other language writes back as that number, or not at all, never as another one', () => {
    const number = fc
      .double({ min: -10_000_000, max: 10_000_000, noNaN: true })
      .map((value) => Number(value.toFixed(3)))
    fc.assert(
      fc.property(
        number.filter((value) => !Number.isInteger(value) && Math.abs(value) < 1),
        (value) => {
          const write = (language: string) =>
            new Intl.NumberFormat(language, {
              minimumFractionDigits: 3,
              maximumFractionDigits: 3,
            }).format(value)
          expect(parsePointNumber(write('nl-NL'))).toBeNull()
          expect(parseMarkedNumber(write('en-GB'), 'comma')).toBeNull()
          expect(Number(parseDutchNumber(write('en-GB')))).toBe(value)
        },
      ),
    )
  })
})

describe('a text that can be two numbers', () => {
  it.each([
    ['2.500', '2.5'],
    ['-12.125', '-12.125'],
    ['1.000', '1'],
  ])('%s can be %s too', (text, other) => {
    expect(otherParse(text)).toBe(other)
  })

  it.each(['2500', '2,5', '2.500,0', '2.500.000', '0.125', '12.5', '1250.500'])(
    '%s cannot',
    (text) => {
      expect(otherParse(text)).toBeNull()
    },
  )
})
