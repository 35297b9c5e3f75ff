import 'server-only'
import { createHash } from 'node:crypto'
import { RateLimiterMemory, RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { db } from '@/lib/base/db/db'
import type { Allowance } from './limit'

export interface LimitOptions {
  name: string
  points: number
  windowSeconds: number
}

export type LimitResult =
  { allowed: true } | { allowed: false; retryAfterSeconds: number; isFirstRefusal: boolean }

export interface Limit {
  /** Counts one attempt. Refused attempts count too, but do not lengthen the window. */
  consume: (key: string) => Promise<LimitResult>
  giveBack: (key: string) => Promise<void>
  reset: (key: string) => Promise<void>
}

const stored = (key: string) => createHash('sha256').update(key).digest('base64url')

/** Shared through PostgreSQL, else per process. Keys are hashed: they identify people. */
export function createLimit({ name, points, windowSeconds }: LimitOptions): Limit {
  const base = { keyPrefix: name, points, duration: windowSeconds }
  const limiter = new RateLimiterPrisma({
    ...base,
    storeClient: db,
    tableName: 'rateLimit',
    insuranceLimiter: new RateLimiterMemory(base),
  })
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
    async reset(key) {
      await limiter.delete(stored(key))
    },
  }
}

export interface SenderLimit {
  consume: (userId: string, client: { network: string }) => Promise<Allowance>
}

/** A limit per person and a wider one per network, because an office shares its network. */
export function createSenderLimit({
  name,
  perPerson,
  perNetwork,
  windowSeconds,
}: {
  name: string
  perPerson: number
  perNetwork: number
  windowSeconds: number
}): SenderLimit {
  const person = createLimit({ name, points: perPerson, windowSeconds })
  const office = createLimit({ name: `${name}-network`, points: perNetwork, windowSeconds })
  return {
    consume: async (userId, { network }) => {
      const own = await person.consume(userId)
      return own.allowed ? office.consume(network) : own
    },
  }
}

export interface DelayOptions {
  name: string
  /** Seconds to wait after each attempt; the last one repeats. */
  waits: readonly number[]
  windowSeconds: number
}

export interface Delay {
  consume: (key: string) => Promise<Allowance>
  giveBack: (key: string) => Promise<void>
  reset: (key: string) => Promise<void>
}

/** Attempts cost ever more time but are never closed off. In one statement, so that they queue. */
export function createDelay({ name, waits, windowSeconds }: DelayOptions): Delay {
  const rowKey = (key: string) => `${name}:${stored(key)}`
  const list = [...waits]
  return {
    async consume(key) {
      const id = rowKey(key)
      const counted = await db.$executeRaw`
        INSERT INTO rate_limit AS r (key, points, expire, next_at)
        VALUES
          (
            ${id}, 1, clock_timestamp() + make_interval(secs => ${windowSeconds}::int),
            clock_timestamp() + make_interval(secs => NULLIF((${list}::int[]) [1], 0))
          )
        ON CONFLICT (key) DO UPDATE
        SET
          points = CASE
            WHEN r.expire > clock_timestamp() THEN r.points + 1
            ELSE 1
          END,
          expire = CASE
            WHEN r.expire > clock_timestamp() THEN r.expire
            ELSE excluded.expire
          END,
          next_at = clock_timestamp() + make_interval(
            secs => NULLIF(
              (${list}::int[]) [
                CASE
                  WHEN r.expire > clock_timestamp() THEN LEAST(r.points + 1, ${list.length}::int)
                  ELSE 1
                END
              ], 0
            )
          )
        WHERE r.expire IS NULL
          OR r.expire <= clock_timestamp()
          OR r.next_at IS NULL
          OR r.next_at <= clock_timestamp()
      `
      if (counted > 0) return { allowed: true }
      const [row] = await db.$queryRaw<{ seconds: number }[]>`
        SELECT ceil(extract(epoch FROM next_at - clock_timestamp()))::int AS seconds
        FROM rate_limit WHERE key = ${id}`
      return { allowed: false, retryAfterSeconds: Math.max(1, row?.seconds ?? 1) }
    },
    async giveBack(key) {
      await db.$executeRaw`
        UPDATE rate_limit
        SET points = GREATEST(0, points - 1), next_at = NULL
        WHERE key = ${rowKey(key)}
      `
    },
    async reset(key) {
      await db.rateLimit.deleteMany({ where: { key: rowKey(key) } })
    },
  }
}
