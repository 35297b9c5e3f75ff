import type { ErrorCode } from '@/lib/base/runtime/errors'

export type FormValues = Record<string, string | string[]>

/** Messages are keys in the `errors` namespace. Typed values always come back. */
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
  /** Text that was typed earlier and not sent; made in the browser, never by an action. */
  | { status: 'restored'; values: FormValues }

export const idle: { status: 'idle' } = { status: 'idle' }

export interface Saved {
  savedAt: string
}

export const saved = (): { status: 'ok'; data: Saved } => ({
  status: 'ok',
  data: { savedAt: new Date().toISOString() },
})

type Invalid = Extract<ActionResult, { status: 'invalid' }>

export const invalidField = (field: string, message: string, values: FormValues): Invalid => ({
  status: 'invalid',
  fieldErrors: { [field]: [message] },
  formErrors: [],
  values,
})

export const invalidForm = (message: string, values: FormValues): Invalid => ({
  status: 'invalid',
  fieldErrors: {},
  formErrors: [message],
  values,
})

/** Someone else saved first: the stored values are shown beside what was typed. */
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

export const savedElsewhere = (values: FormValues) =>
  ({ status: 'error', code: 'CONFLICT', values }) as const
