import { AppError } from '@/lib/base/runtime/errors'

export type Allowance = { allowed: true } | { allowed: false; retryAfterSeconds: number }

export const ALLOWED: Allowance = { allowed: true }

/** Something was tried too often; the form says when it may be tried again. */
export class LimitError extends AppError {
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number) {
    super('RATE_LIMITED')
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** @throws LimitError when it is refused */
export function requireAllowed(allowance: Allowance): void {
  if (!allowance.allowed) throw new LimitError(allowance.retryAfterSeconds)
}

const MINUTE = 60
const HOUR = 60 * MINUTE

/** The waits that there are words for, in seconds. */
const WAITS = [
  [10, 'limitedMoment'],
  [MINUTE, 'limited1'],
  [5 * MINUTE, 'limited5'],
  [15 * MINUTE, 'limited15'],
  [HOUR, 'limitedHour'],
  [6 * HOUR, 'limited6Hours'],
] as const

/** The message for the shortest wait we have a text for that is long enough; a day at most. */
export function limitMessage(retryAfterSeconds: number): (typeof WAITS)[number][1] | 'limitedDay' {
  return WAITS.find(([seconds]) => retryAfterSeconds <= seconds)?.[1] ?? 'limitedDay'
}
