import { describe, expect, it } from 'vitest'
import { firstValue, pageNumber } from './parameters'

describe('what an address says under one name', () => {
  it.each([
    [undefined, ''],
    ['', ''],
    ['a', 'a'],
    [['a', 'b'], 'a'],
    [[], ''],
  ])('%j is %j', (value, first) => {
    expect(firstValue(value)).toBe(first)
  })

  it.each([
    ['1', 1],
    ['40', 40],
    ['41', 1],
    ['0', 1],
    ['-1', 1],
    ['1.5', 1],
    ['een', 1],
    [undefined, 1],
    [['3', '4'], 3],
  ])('page %j is page %j', (value, page) => {
    expect(pageNumber(value, 40)).toBe(page)
  })
})
