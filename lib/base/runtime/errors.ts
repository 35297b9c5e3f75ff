/** Only these codes reach the browser. */
export type ErrorCode =
  | 'NOT_FOUND'
  | 'NOT_SIGNED_IN'
  | 'INVALID'
  | 'CONFLICT'
  | 'WRONG_STATE'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'TOO_LARGE'
  | 'OUTDATED'
  | 'FAILED'

/** Missing and forbidden are both NOT_FOUND, to reveal nothing. `message` is for the log. */
export class AppError extends Error {
  readonly code: ErrorCode
  /** In English, for the operator. */
  readonly detail: string | null

  constructor(code: ErrorCode, detail: string | null = null) {
    super(detail === null ? code : `${code}: ${detail}`)
    this.name = 'AppError'
    this.code = code
    this.detail = detail
  }
}

/** SQLSTATEs that pass by themselves (PostgreSQL manual, appendix A). */
const TRANSIENT_CLASSES = new Set(['08', '53', '57'])
const TRANSIENT_STATES = new Set(['55P03', '25P03', '25P04', '58030', '40001', '40P01'])
const SQLSTATE = /^[0-9A-Z]{5}$/

const TRANSIENT_PRISMA = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'P2034',
  'P2037',
])
const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])
const CONNECTION_TEXT =
  /ECONNREFUSED|ECONNRESET|ETIMEDOUT|Connection terminated|timeout exceeded when trying to connect|DatabaseNotReachable|Can't reach database|connection error and is not queryable/i

type Fields = Record<string, unknown>
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {}

export function sqlStateOf(error: unknown): string | null {
  const { code, meta } = fieldsOf(error)
  const wrapped = fieldsOf(fieldsOf(fieldsOf(meta).driverAdapterError).cause).originalCode
  for (const candidate of [wrapped, code]) {
    const isState = typeof candidate === 'string' && SQLSTATE.test(candidate)
    if (isState && !/^P[12]\d{3}$/.test(candidate) && !CONNECTION_CODES.has(candidate))
      return candidate
  }
  return null
}

export const isUniqueViolation = (error: unknown): boolean =>
  fieldsOf(error).code === 'P2002' || sqlStateOf(error) === '23505'

const passesByItself = (state: string) =>
  TRANSIENT_CLASSES.has(state.slice(0, 2)) || TRANSIENT_STATES.has(state)

/** Nothing was written and the request may succeed later, so it gets 503 (RFC 9110, 15.6.4). */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const state = sqlStateOf(error)
  if (state !== null) return passesByItself(state)
  const { code } = fieldsOf(error)
  if (typeof code === 'string' && (TRANSIENT_PRISMA.has(code) || CONNECTION_CODES.has(code)))
    return true
  // A host with several addresses fails once for each.
  if (error instanceof AggregateError && error.errors.some(isDatabaseUnavailable)) return true
  if (CONNECTION_TEXT.test(error.message)) return true
  return error.cause !== undefined && isDatabaseUnavailable(error.cause)
}
