'use client'
import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'
import { useActionState } from 'react'
import { idle, type ActionResult } from '@/lib/base/http/action-result'
import type { ErrorCode } from '@/lib/base/runtime/errors'
import { formValues } from '@/lib/base/http/form-data'
import { isRedirect, tellSent } from './form-sent'
import { restoredResult } from './restored-text'

export type FormAction<T> = (previous: ActionResult<T>, form: FormData) => Promise<ActionResult<T>>

/** Sent by the proxy as the text of its response to an action (server/answers.ts). */
const CODES: readonly ErrorCode[] = ['INVALID', 'UNAVAILABLE', 'TOO_LARGE', 'OUTDATED', 'FAILED']

export function codeOf(error: unknown): ErrorCode {
  if (unstable_isUnrecognizedActionError(error)) return 'OUTDATED'
  const text = error instanceof Error ? error.message : ''
  return CODES.find((code) => code === text) ?? 'FAILED'
}

/** Turns a failure into a result: a rejected action would unmount the form with its typed text. */
function answering<T>(action: FormAction<T>): FormAction<T> {
  return async (previous, form) => {
    const restored = restoredResult(form)
    if (restored) return restored
    try {
      const result = await action(previous, form)
      // At once: the answer may bring a page on which this form is made anew.
      if (result.status === 'ok') tellSent(form)
      return result
    } catch (error) {
      if (isRedirect(error)) tellSent(form)
      unstable_rethrow(error)
      return { status: 'error', code: codeOf(error), values: formValues(form) }
    }
  }
}

/** Like `useActionState`, but typed text never disappears. */
export function useFormAction<T>(
  action: FormAction<T>,
  initial: ActionResult<T> = idle,
): [ActionResult<T>, (form: FormData) => void, boolean] {
  // The action itself on the server, so that the form works without JavaScript.
  return useActionState<ActionResult<T>, FormData>(
    typeof window === 'undefined' ? action : answering(action),
    initial,
  )
}
