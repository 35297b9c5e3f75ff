import { describe, expect, it } from 'vitest'
import { forestScale, halfSide, SIDE, WIDTH } from './forest-layout'

const row = (low: number, high: number) => ({
  ...{ label: 'A', words: '', estimate: (low + high) / 2, weight: 0.5 },
  low,
  high,
})

describe('a forest plot', () => {
  it('has zero on its axis, whole steps, and room for every interval', () => {
    const { ticks, x } = forestScale([row(0.12, 0.31), row(0.05, 0.22)])
    expect(ticks).toEqual([0, 0.1, 0.2, 0.3, 0.4])
    expect([x(0), x(0.4)]).toEqual([SIDE, WIDTH - SIDE])
  })

  it('holds the prediction too', () => {
    const total = { ...row(-0.1, 0.1), prediction: { low: -1, high: 1, label: '' } }
    expect(forestScale([total]).ticks).toEqual([-1, -0.5, 0, 0.5, 1])
  })

  it('does not fall over one point at zero', () => {
    const { ticks, x } = forestScale([row(0, 0)])
    expect(ticks).toEqual([0])
    expect(x(0)).toBe(SIDE)
  })

  it('draws a heavier study larger', () => {
    expect(halfSide(0.8)).toBeGreaterThan(halfSide(0.1))
  })
})
