import { describe, expect, it } from 'vitest'
import { ALLOWED, limitMessage, requireAllowed } from './limit'

const HOUR = 3_600

describe('a limit', () => {
  it('says after how long to try again, and never too short', () => {
    const seconds = [1, 10, 11, 60, 61, 300, 301, 900, 901, HOUR, HOUR + 1, 6 * HOUR, 6 * HOUR + 1]
    expect([...seconds, 24 * HOUR].map(limitMessage)).toEqual([
      ...['limitedMoment', 'limitedMoment'],
      ...['limited1', 'limited1'],
      ...['limited5', 'limited5'],
      ...['limited15', 'limited15'],
      ...['limitedHour', 'limitedHour'],
      ...['limited6Hours', 'limited6Hours'],
      ...['limitedDay', 'limitedDay'],
    ])
  })

  it('stops what it refuses and tells how long', () => {
    expect(() => {
      requireAllowed({ allowed: false, retryAfterSeconds: 90 })
    }).toThrow(expect.objectContaining({ code: 'RATE_LIMITED', retryAfterSeconds: 90 }))
    expect(() => {
      requireAllowed(ALLOWED)
    }).not.toThrow()
  })
})
