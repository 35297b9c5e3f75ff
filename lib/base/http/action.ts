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
 * Refuses a form that no page of this host sent. Next compares the origin when there is one; we want one to be there.
 * @throws AppError INVALID
 */
export async function requireSameOrigin(): Promise<void> {
  const sent = await headers()
  // From here on an action of ours has begun: what fails now is not the form of the request.
  noteActionStarted(sent.get(REQUEST_ID))
  if (!isSameOrigin(sent)) throw new AppError('INVALID')
}

/**
 * Runs the body of a server action. Expected refusals become a code, a database that is away, full or too slow becomes
 * UNAVAILABLE; anything else is a fault of ours and is logged and thrown. What was typed always goes back to the form.
 * The body gets what tells this post from others, for writes that a second press must not repeat.
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

/** Saved, and shown at once by every page that remembered what was there before. */
export function savedAndShown(): ReturnType<typeof saved> {
  invalidateContent()
  refresh()
  return saved()
}
