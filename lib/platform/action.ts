import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { ActionResult, FormValues } from './action-result'
import { AppError, isDatabaseUnavailable } from './errors'
import { log } from './log'

/**
 * Runs the body of a server action. Expected refusals become a code, a database that is away becomes UNAVAILABLE;
 * anything else is a fault of ours and is logged and thrown. What was typed always goes back to the form.
 */
export async function runAction<T>(values: FormValues, body: () => Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  try {
    return await body()
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof AppError) return { status: 'error', code: error.code, values }
    if (isDatabaseUnavailable(error)) {
      log.error({ err: error }, 'database unavailable')
      return { status: 'error', code: 'UNAVAILABLE', values }
    }
    throw error
  }
}
