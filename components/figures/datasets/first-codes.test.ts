import { describe, expect, it } from 'vitest'
import { firstCodes } from './first-codes'

describe('firstCodes', () => {
  it('numbers codes through all columns', () => {
    const columns = [[], ['a', 'b'], [], ['c'], ['d']].map((codes) => ({ codes }))
    expect(firstCodes(columns)).toEqual([0, 0, 2, 2, 3])
    expect(firstCodes([])).toEqual([])
  })
})
