import { describe, expect, it } from 'vitest'
import { markPath, radarEdges, radarPoint } from './overlay-layout'

describe('markPath', () => {
  it('gives four series four different shapes', () => {
    expect(new Set([0, 1, 2, 3].map((index) => markPath(index, 10, 10, 5))).size).toBe(4)
  })
})

describe('radarPoint', () => {
  it('points the first spoke up and reaches the edge at five', () => {
    expect(radarPoint(0, 7, 5, 100, 80)).toEqual({ x: 100, y: 20 })
    expect(radarPoint(1, 4, 5, 100, 80)).toEqual({ x: 180, y: 100 })
  })
})

describe('radarEdges', () => {
  it('closes a full profile and leaves a gap where nothing is known', () => {
    expect(radarEdges([1, 2, 3])).toEqual([
      [0, 1],
      [1, 2],
      [2, 0],
    ])
    expect(radarEdges([1, null, 3, 4])).toEqual([
      [2, 3],
      [3, 0],
    ])
    expect(radarEdges([null, 3, null])).toEqual([])
    expect(radarEdges([3])).toEqual([])
  })
})
