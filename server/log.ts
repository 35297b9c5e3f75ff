import pino from 'pino'
import { settings } from './settings.ts'

/** Never log secrets, addresses of people or typed text. */
export const log = pino({
  level: settings.logLevel,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
})
