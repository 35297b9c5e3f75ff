import { describe, expect, it } from 'vitest'
import { addressOf, afterArrow } from './suggestions'

describe('addressOf', () => {
  it('leads an initiative to its page and a word to the narrowed list', () => {
    expect(addressOf({ soort: 'initiatief', slug: 'werkcafe' }, '/initiatieven')).toBe(
      '/initiatieven/werkcafe',
    )
    expect(addressOf({ soort: 'regio', slug: 'a&b' }, '/en/initiatives')).toBe(
      '/en/initiatives?regio=a%26b',
    )
  })
})

describe('afterArrow', () => {
  it('goes down from the field through the options and back to the field', () => {
    expect([-1, 0, 1, 2].map((active) => afterArrow(active, 'ArrowDown', 3))).toEqual([0, 1, 2, -1])
  })

  it('goes up the other way', () => {
    expect([-1, 2, 1, 0].map((active) => afterArrow(active, 'ArrowUp', 3))).toEqual([2, 1, 0, -1])
  })
})
