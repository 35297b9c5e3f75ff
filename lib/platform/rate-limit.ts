import 'server-only'
import { createHash } from 'node:crypto'
import { RateLimiterMemory, RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { db } from './db'

export interface LimitOptions {
  /** Name of what is counted; part of the stored key. */
  name: string
  /** Attempts allowed in one window. */
  points: number
  windowSeconds: number
}

export type LimitResult = { allowed: true } | { allowed: false; retryAfterSeconds: number; isFirstRefusal: boolean }

export interface Limit {
  /** Counts one attempt. Refused attempts count too, but do not lengthen the window. */
  consume: (key: string) => Promise<LimitResult>
  /** Gives one attempt back. */
  giveBack: (key: string) => Promise<void>
  /** Forgets all attempts of this key. */
  forget: (key: string) => Promise<void>
}

/**
 * A limit that all processes share through PostgreSQL; when its table does not answer, each process counts for
 * itself. Keys are stored as hashes, because they are addresses of people and networks.
 */
export function createLimit({ name, points, windowSeconds }: LimitOptions): Limit {
  const base = { keyPrefix: name, points, duration: windowSeconds }
  const limiter = new RateLimiterPrisma({ ...base, storeClient: db, tableName: 'rateLimit', insuranceLimiter: new RateLimiterMemory(base) })
  const stored = (key: string) => createHash('sha256').update(key).digest('base64url')
  return {
    async consume(key) {
      try {
        await limiter.consume(stored(key))
        return { allowed: true }
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        return {
          allowed: false,
          retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)),
          isFirstRefusal: refusal.consumedPoints === points + 1,
        }
      }
    },
    async giveBack(key) {
      await limiter.reward(stored(key))
    },
    async forget(key) {
      await limiter.delete(stored(key))
    },
  }
}
