/** Everything that can be refused, as a closed list. Only these codes cross to the browser. */
export type ErrorCode =
  | 'NOT_FOUND'
  | 'NOT_SIGNED_IN'
  | 'INVALID'
  | 'CONFLICT'
  | 'WRONG_STATE'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'

/** An expected refusal. Missing and invisible are both NOT_FOUND, so that nothing is revealed. */
export class AppError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message?: string) {
    super(message ?? code)
    this.name = 'AppError'
    this.code = code
  }
}

const CONNECTION_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024'])
const CONNECTION_TEXT =
  /ECONNREFUSED|ECONNRESET|ETIMEDOUT|Connection terminated|timeout exceeded when trying to connect|the database system is (starting up|shutting down)|terminating connection|DatabaseNotReachable|Can't reach database/i

/** True when the database is away or too slow, as opposed to a fault of ours. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string' && CONNECTION_CODES.has(error.code)) return true
  return CONNECTION_TEXT.test(error.message) || (error.cause !== undefined && isDatabaseUnavailable(error.cause))
}
