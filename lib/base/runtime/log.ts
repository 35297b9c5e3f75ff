import 'server-only'
import pino from 'pino'
import { env } from './env'

/** Structured log on standard output. Never give it secrets, addresses of people or text they typed. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
})
