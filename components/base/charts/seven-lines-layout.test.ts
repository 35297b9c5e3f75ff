import { describe, expect, it } from 'vitest'
import { spread, stackDots } from './seven-lines-layout'

describe('stackDots', () => {
  it('puts equal scores on top of each other and keeps every assessor', () => {
    expect(stackDots([4, 3, 4, 4])).toEqual([
      { score: 3, level: 0, stale: false },
      { score: 4, level: 0, stale: false },
      { score: 4, level: 1, stale: false },
      { score: 4, level: 2, stale: false },
    ])
  })

  it('turns as many dots grey as are too old, and no others', () => {
    expect(stackDots([4, 3, 4], [4]).map(({ score, stale }) => [score, stale])).toEqual([
      [3, false],
      [4, false],
      [4, true],
    ])
    expect(stackDots([4, 3], [3, 4]).every(({ stale }) => stale)).toBe(true)
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
