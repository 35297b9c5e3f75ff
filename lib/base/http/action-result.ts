import type { ErrorCode } from '@/lib/base/runtime/errors'

/** What a form typed, by field name; repeated fields give a list. */
export type FormValues = Record<string, string | string[]>

/**
 * Outcome of a server action. Messages are keys in the `errors` namespace; the form turns them into words.
 * Typed values always come back, so nothing is lost.
 */
export type ActionResult<T = undefined> =
  | { status: 'idle' }
  | { status: 'ok'; data: T }
  | {
      status: 'invalid'
      fieldErrors: Record<string, string[]>
      formErrors: string[]
      values: FormValues
    }
  | { status: 'conflict'; values: FormValues; theirs: FormValues; theirVersion: number }
  | { status: 'error'; code: ErrorCode; values?: FormValues }

export const idle: { status: 'idle' } = { status: 'idle' }
