import { describe, expect, it } from 'vitest'
import { createConcurrencyLimit } from './concurrency-limit'

const tick = () => new Promise((done) => setTimeout(done, 1))

describe('createConcurrencyLimit', () => {
  it('runs no more than its limit at once, in order, and everything once', async () => {
    const pass = createConcurrencyLimit(3)
    let now = 0
    let most = 0
    const started: number[] = []
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        pass(async () => {
          started.push(index)
          most = Math.max(most, (now += 1))
          await tick()
          now -= 1
          return index
        }),
      ),
    )
    expect(most).toBe(3)
    expect(started).toEqual(results)
  })

  it('goes on after work that failed', async () => {
    const pass = createConcurrencyLimit(1)
    const outcomes = await Promise.allSettled([
      pass(() => Promise.reject(new Error('no'))),
      pass(() => Promise.resolve(1)),
      pass(() => Promise.resolve(2)),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  })
})
