import { format } from 'node:util'
import { log } from './log.ts'

/** instrumentation.ts logs these with their address; they carry a digest of Next. */
const isLoggedElsewhere = (values: readonly unknown[]) =>
  values.some((value) => value instanceof Error && 'digest' in value)

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
