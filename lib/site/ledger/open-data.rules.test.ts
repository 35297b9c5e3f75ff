import { describe, expect, it } from 'vitest'
import { isTextOpen, openText } from './open-data.rules'
import type { Fields, Subject } from './types'

const measured = (over: Fields): Fields => ({ record: 'measurement', unit: 'deelnemers', ...over })
const subject: Subject = {
  kind: 'verdict',
  recordId: 'r',
  title: 'Maatregel',
  slug: 'regio',
  year: 2026,
  at: '2026-11-30T10:00:00.000Z',
}

describe('isTextOpen', () => {
  it.each([
    ['a large part of many', measured({ numerator: '20', n: '40' }), true],
    ['fewer than five', measured({ numerator: '3', n: '40' }), false],
    ['all but a few', measured({ numerator: '38', n: '40' }), false],
    ['fewer than ten in all', measured({ numerator: '5', n: '9' }), false],
    ['a count without its whole', measured({ numerator: '4' }), false],
    ['a whole without a count', measured({ value: '60', n: '9' }), false],
    ['a small comparison', measured({ numerator: '20', n: '40', comparisonN: '8' }), false],
    ['a few in the comparison', measured({ comparisonNumerator: '1', comparisonN: '40' }), false],
    ['a small value that counts people', measured({ value: '3' }), false],
    ['a value that counts none', measured({ value: '3', unit: 'uren' }), true],
    ['anything but a measurement', { record: 'verdict', n: '1' }, true],
  ])('%s', (_, fields, open) => {
    expect(isTextOpen(fields)).toBe(open)
  })
})

it('gives the text with its salt, and nothing of what is not public', () => {
  expect(openText({ record: 'verdict' }, subject, 's')).toBe('{"record":"verdict","salt":"s"}')
  expect(openText({ record: 'verdict' }, undefined, 's')).toBeNull()
  expect(openText(undefined, subject, 's')).toBeNull()
})
