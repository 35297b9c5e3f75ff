import 'server-only'
import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import { saved, type ActionResult, type FormValues } from './action-result'
import { AppError, isDatabaseUnavailable } from '@/lib/base/runtime/errors'
import { log } from '@/lib/base/runtime/log'
import { isSameOrigin } from './network'
import { noteActionStarted, noteThrown, REQUEST_ID } from './request-outcomes'
import { invalidateContent } from '@/lib/base/cache/cached'
import { takeSubmission, type Submission } from './submission'

/**
 * Refuses a form that was not sent from a page of this host. Next accepts a missing origin; we do
 * not.
 * @throws AppError INVALID
 */
export async function requireSameOrigin(): Promise<void> {
  const sent = await headers()
  noteActionStarted(sent.get(REQUEST_ID))
  if (!isSameOrigin(sent)) throw new AppError('INVALID')
}

/**
 * Runs the body of a server action. Expected refusals become a code, an unavailable database
 * becomes UNAVAILABLE; other errors are logged and thrown. Typed values always go back to the form.
 * The body gets the submission, for writes that a second press must not repeat.
 */
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

/** Saved, and every cached page shows it at once. */
export function savedAndShown(): ReturnType<typeof saved> {
  invalidateContent()
  refresh()
  return saved()
}
