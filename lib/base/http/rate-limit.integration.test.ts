import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase()
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { createDelay } = await import('./rate-limit')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const delay = createDelay({ name: 'test', waits: [0, 0, 100, 200, 400], windowSeconds: 1_000 })
const past = new Date(Date.now() - 1_000)
const passWait = () => db.rateLimit.updateMany({ data: { nextAt: past } })
const passWindow = () => db.rateLimit.updateMany({ data: { expire: past } })
const waitAfter = async (key: string) => {
  const result = await delay.consume(key)
  return result.allowed ? 0 : result.retryAfterSeconds
}

describe('attempts that cost more time the more there are', () => {
  it('wait as listed, and the last wait holds for all that follow', async () => {
    const key = randomUUID()
    for (const wait of [0, 0, 100, 200, 400, 400]) {
      await passWait()
      expect(await delay.consume(key)).toEqual({ allowed: true })
      if (wait === 0) continue
      const seconds = await waitAfter(key)
      expect(seconds).toBeGreaterThan(wait - 60)
      expect(seconds).toBeLessThanOrEqual(wait)
    }
  })

  it('are let through one by one when they arrive at once, the free ones as well', async () => {
    const key = randomUUID()
    const results = await Promise.all(Array.from({ length: 12 }, () => delay.consume(key)))
    expect(results.filter(({ allowed }) => allowed)).toHaveLength(3)
  })

  it('are not counted when they come too early', async () => {
    const key = randomUUID()
    for (let n = 0; n < 9; n += 1) await delay.consume(key)
    await passWait()
    await delay.consume(key)
    expect(await waitAfter(key)).toBeLessThanOrEqual(200)
  })

  it('begin anew after the window, also in the midst of a wait, and when they are forgotten', async () => {
    for (const renew of [passWindow, (key: string) => delay.reset(key)]) {
      const key = randomUUID()
      for (let n = 0; n < 4; n += 1) await delay.consume(key)
      await renew(key)
      expect(await waitAfter(key)).toBe(0)
      expect(await waitAfter(key)).toBe(0)
    }
  })

  it('can be given back, with the wait', async () => {
    const key = randomUUID()
    for (let n = 0; n < 3; n += 1) await delay.consume(key)
    await delay.giveBack(key)
    expect(await waitAfter(key)).toBe(0)
    expect(await waitAfter(key)).toBeLessThanOrEqual(100)
  })

  it('count each key for itself', async () => {
    const [one, other] = [randomUUID(), randomUUID()]
    for (let n = 0; n < 4; n += 1) await delay.consume(one)
    expect(await waitAfter(other)).toBe(0)
  })
})
