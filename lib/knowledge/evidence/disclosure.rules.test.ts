import { describe, expect, it } from 'vitest'
import { isSmallCount } from './disclosure.rules'

describe('isSmallCount', () => {
  it.each([
    [4, 'personen', true],
    [5, 'personen', false],
    [3, 'regio’s', false],
    [3, 'vrouwen', true],
    [3, '%', false],
    [null, 'personen', false],
    [3, null, false],
  ])('knows whether %s %s is a small count of people', (value, unit, expected) => {
    expect(isSmallCount(value, unit)).toBe(expected)
  })
})
