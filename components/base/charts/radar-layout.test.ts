import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CENTRE, radarPath, radarPoint } from './radar-layout'

describe('radarPoint', () => {
  it('puts the first axis upright and a higher score further out', () => {
    expect(radarPoint(0, 7, 5)).toEqual({ x: CENTRE, y: 50 })
    expect(radarPoint(0, 7, 1)).toEqual({ x: CENTRE, y: 140 })
  })

  it('keeps every score inside the drawing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 }),
        fc.double({ min: 1, max: 5, noNaN: true }),
        (axis, score) => {
          const { x, y } = radarPoint(axis, 7, score)
          expect(Math.hypot(x - CENTRE, y - CENTRE)).toBeLessThanOrEqual(110.2)
        },
      ),
    )
  })
})

describe('radarPath', () => {
  it('closes when every score is known and breaks around one that is not', () => {
    expect(radarPath([1, 2, 3, 4, 5, 4, 3]).match(/M/g)).toHaveLength(7)
    expect(radarPath([1, null, 3, 4, 5, 4, 3]).match(/M/g)).toHaveLength(5)
    expect(radarPath([null, null])).toBe('')
  })
})
