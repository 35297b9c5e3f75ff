import 'server-only'
import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import { invalidForm, saved, type ActionResult, type FormValues } from './action-result'
import { AppError, isDatabaseUnavailable } from '@/lib/base/runtime/errors'
import { log } from '@/lib/base/runtime/log'
import { LimitError, limitMessage } from './limit'
import { isSameOrigin } from './network'
import { noteActionStarted, noteThrown, REQUEST_ID } from './request-outcomes'
import { invalidateContent } from '@/lib/base/cache/cached'
import { takeSubmission, type Submission } from './submission'

/** Next accepts a missing origin; we do not. @throws AppError INVALID */
export async function requireSameOrigin(): Promise<void> {
  const sent = await headers()
  noteActionStarted(sent.get(REQUEST_ID))
  if (!isSameOrigin(sent)) throw new AppError('INVALID')
}

/** Expected refusals become a code, other errors are thrown. Typed values always go back. */
export async function runAction<T>(
  values: FormValues,
  body: (submission: Submission) => Promise<ActionResult<T>>,
): Promise<ActionResult<T>> {
  const submission = takeSubmission(values)
  try {
    await requireSameOrigin()
    return await body(submission)
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof LimitError)
      return invalidForm(limitMessage(error.retryAfterSeconds), values)
    if (error instanceof AppError) return { status: 'error', code: error.code, values }
    if (isDatabaseUnavailable(error)) {
      const requestId = (await headers()).get(REQUEST_ID)
      log.warn({ err: error, requestId }, 'database unavailable')
      noteThrown(requestId, true)
      return { status: 'error', code: 'UNAVAILABLE', values }
    }
    throw error
  }
}

export function savedAndShown(): ReturnType<typeof saved> {
  invalidateContent()
  refresh()
  return saved()
}
