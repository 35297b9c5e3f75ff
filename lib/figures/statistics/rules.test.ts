import { describe, expect, it } from 'vitest'
import {
  breakdownKey,
  periodCode,
  periodNumber,
  periodsOf,
  periodsWithin,
  readPeriod,
  roundingOf,
  SPANS,
  sumDiffers,
  withAttribute,
  WriteRefused,
} from './rules'
import { seenQuerySchema } from './schema'

describe('a period', () => {
  it.each(['2023JJ00', '2024KW03', '2024MM12', '2024HJ02'])('keeps its code: %s', (code) =>
    expect(periodCode(periodNumber(code)!)).toBe(code),
  )
  it.each(['2024KW05', '2024MM13', '2024KW00', '24JJ00', '2024X000', ''])(
    'is refused when it is none: %s',
    (code) => expect(periodNumber(code)).toBeNull(),
  )
  it.each([
    ['2024', '2024JJ00'],
    ['3e kwartaal 2024', '2024KW03'],
    ['K4 2024', '2024KW04'],
    ['december 2024', '2024MM12'],
    ['2024-02', '2024MM02'],
    ['2024-13', null],
    ['ooit', null],
  ])('is read as people write it: %s', (text, code) => expect(readPeriod(text)).toBe(code))
})

it('a breakdown has one order', () => expect(breakdownKey({ b: ' 2 ', a: '1' })).toBe('a=1;b=2'))

it('a null value keeps its reason, and a secret one is held back', () => {
  expect(withAttribute(null, 'Impossible', 'final')).toEqual({
    value: null,
    attribute: 'Impossible',
    status: 'final',
  })
  expect(withAttribute(null, 'None', null)).toEqual({
    value: null,
    attribute: 'Missing',
    status: null,
  })
  expect(withAttribute(null, 'Confidential', null).status).toBe('withheld')
  expect(withAttribute('0', 'None', null)).toEqual({ value: '0', attribute: null, status: null })
})

it('a total differs from its parts only beyond rounding', () => {
  expect(roundingOf([35_000, 21_000])).toBe(1_000)
  expect(roundingOf([35_400, 21_000])).toBe(100)
  expect(sumDiffers(22_000, 24_000, 2, 1_000)).toBe(true)
  expect(sumDiffers(18_000, 17_000, 2, 1_000)).toBe(false)
  expect(sumDiffers(10, 11, 1, 1)).toBe(false)
})

describe('how far back a page looks', () => {
  it('is twelve periods, as many as were chosen, or everything', () => {
    expect([undefined, ...SPANS].map(periodsOf)).toEqual([12, 12, 24, 60, 360])
  })

  it.each(['13', '', '1e9', ['12', '24'], 'Alles'])(
    'counts as not chosen when it makes no sense: %j',
    (terug) => {
      expect(seenQuerySchema.parse({ terug }).span).toBeUndefined()
    },
  )

  it('is read from the words of the address', () => {
    expect(seenQuerySchema.parse({ terug: '24' }).span).toBe('24')
    expect(seenQuerySchema.parse({ terug: 'alles' }).span).toBe('all')
    expect(seenQuerySchema.parse({ terug: 'all' }).span).toBeUndefined()
  })

  it.each([
    ['all that fit', [1, 1, 2, 2, 3], 5, [3, 2, 1]],
    ['no oldest one that would not fit whole', [1, 1, 2, 2, 3], 4, [3, 2]],
    ['the latest alone, also when that is too much', [1, 2, 2, 2], 2, [2]],
    ['nothing of nothing', [], 5, []],
  ] as const)('keeps %s', (_, periods, limit, kept) => {
    expect([...periodsWithin(periods, limit)]).toEqual(kept)
  })
})

it('says why what was read may not be written in a field, not in its words', () => {
  expect(new WriteRefused('moreThanHalfGone')).toMatchObject({
    code: 'INVALID',
    problem: 'moreThanHalfGone',
  })
})
