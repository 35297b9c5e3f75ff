'use client'
import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'
import { useActionState } from 'react'
import { idle, type ActionResult } from '@/lib/base/http/action-result'
import type { ErrorCode } from '@/lib/base/runtime/errors'
import { formValues } from '@/lib/base/http/form-data'

export type FormAction<T> = (previous: ActionResult<T>, form: FormData) => Promise<ActionResult<T>>

/** What the proxy says as the text of an answer to an action (server/answers.ts). */
const CODES: readonly ErrorCode[] = ['INVALID', 'UNAVAILABLE', 'TOO_LARGE', 'OUTDATED', 'FAILED']

/** Why an action gave no answer: refused by the proxy, of another version, or no connection. */
export function codeOf(error: unknown): ErrorCode {
  if (unstable_isUnrecognizedActionError(error)) return 'OUTDATED'
  const text = error instanceof Error ? error.message : ''
  return CODES.find((code) => code === text) ?? 'FAILED'
}

/**
 * An action whose failure is an answer too. A rejected action would take the form off the page, and with it what was typed.
 */
function answering<T>(action: FormAction<T>): FormAction<T> {
  return async (previous, form) => {
    try {
      return await action(previous, form)
    } catch (error) {
      unstable_rethrow(error)
      return { status: 'error', code: codeOf(error), values: formValues(form) }
    }
  }
}

/** The state and the action of a form, as `useActionState` has them, from which typed text never disappears. */
export function useFormAction<T>(
  action: FormAction<T>,
  initial: ActionResult<T> = idle,
): [ActionResult<T>, (form: FormData) => void, boolean] {
  // On the server the action itself, so that the form works without JavaScript.
  return useActionState<ActionResult<T>, FormData>(
    typeof window === 'undefined' ? action : answering(action),
    initial,
  )
}
