import { describe, expect, it } from 'vitest'
import { spread, stackDots } from './seven-lines-layout'

describe('stackDots', () => {
  it('puts equal scores on top of each other and keeps every assessor', () => {
    expect(stackDots([4, 3, 4, 4])).toEqual([
      { score: 3, level: 0 },
      { score: 4, level: 0 },
      { score: 4, level: 1 },
      { score: 4, level: 2 },
    ])
  })

  it('gives the same picture for any order of assessors', () => {
    expect(stackDots([5, 1, 3, 1])).toEqual(stackDots([1, 3, 1, 5]))
  })
})

describe('spread', () => {
  it('knows the ends, and nothing without scores', () => {
    expect(spread([2, 5, 3])).toEqual({ low: 2, high: 5 })
    expect(spread([])).toBeNull()
  })
})
