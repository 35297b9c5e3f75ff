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

/** When something was saved, as an ISO time, for "Opgeslagen om 14.05 uur". */
export interface Saved {
  savedAt: string
}

export const saved = (): { status: 'ok'; data: Saved } => ({
  status: 'ok',
  data: { savedAt: new Date().toISOString() },
})

type Invalid = Extract<ActionResult, { status: 'invalid' }>

/** What is wrong with one field; `message` is a key in the `errors` namespace. */
export const invalidField = (field: string, message: string, values: FormValues): Invalid => ({
  status: 'invalid',
  fieldErrors: { [field]: [message] },
  formErrors: [],
  values,
})

/** What is wrong with the form as a whole; `message` is a key in the `errors` namespace. */
export const invalidForm = (message: string, values: FormValues): Invalid => ({
  status: 'invalid',
  fieldErrors: {},
  formErrors: [message],
  values,
})

/** Someone else saved first: what stands there now, as field values, is laid beside what was typed. */
export const conflict = (
  values: FormValues,
  theirs: FormValues,
  theirVersion: number,
): Extract<ActionResult, { status: 'conflict' }> => ({
  status: 'conflict',
  values,
  theirs,
  theirVersion,
})

/** Someone else saved first, and there is nothing to lay beside what was typed. */
export const savedElsewhere = (values: FormValues) =>
  ({ status: 'error', code: 'CONFLICT', values }) as const
