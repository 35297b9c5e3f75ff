import 'server-only'
import pino from 'pino'
import { env } from './env'

/** Structured log on standard output. Never log secrets, addresses of people or typed text. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
})
