import type { z } from 'zod'
import type { openClosureSchema } from './schema'
import type { Closure } from './types'

/** Null for what is current supply. */
export function openClosure(closure: Closure | null): z.infer<typeof openClosureSchema> | null {
  return closure && { op: closure.closedAt, reden: closure.reason, door: closure.organisationName }
}
