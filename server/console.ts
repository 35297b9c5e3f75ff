import { format } from 'node:util'
import { log } from './log.ts'

/** Errors that instrumentation.ts logs with the address they belong to carry a digest of Next. */
const isLoggedElsewhere = (values: readonly unknown[]) =>
  values.some((value) => value instanceof Error && 'digest' in value)

/** Libraries print; the log is JSON lines. What they print becomes a line of it. */
export function logConsole(): void {
  const { console } = globalThis
  const to =
    (level: 'error' | 'warn' | 'info' | 'debug') =>
    (...values: unknown[]) => {
      if (!isLoggedElsewhere(values)) log[level]({ source: 'console' }, format(...values))
    }
  console.error = to('error')
  console.warn = to('warn')
  console.info = to('info')
  console.log = to('info')
  console.debug = to('debug')
}
