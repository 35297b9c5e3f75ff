import pino from 'pino'
import { settings } from './settings.ts'

/** JSON lines on standard output, like lib/base/runtime/log.ts. Never give it secrets, addresses of people or text they typed. */
export const log = pino({
  level: settings.logLevel,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
})
