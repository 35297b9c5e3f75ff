import 'server-only'
import { db } from './db'
import { log } from '@/lib/base/runtime/log'

const PATIENCE_MS = 2_000

export async function isDatabaseAlive(): Promise<boolean> {
  const { promise: tooSlow, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(
    () => reject(new Error('the database did not answer in time')),
    PATIENCE_MS,
  )
  try {
    await Promise.race([db.$queryRaw`SELECT 1`, tooSlow])
    return true
  } catch (error) {
    log.warn({ err: error }, 'health check failed')
    return false
  } finally {
    clearTimeout(timer)
  }
}
