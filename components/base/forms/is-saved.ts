import type { ActionResult } from '@/lib/base/http/action-result'

/**
 * Messages with which an answer says that what was typed is saved, although something is missing.
 */
const SAVED_THOUGH = new Set(['savedButIncomplete', 'assessmentSavedIncomplete'])

/** True when what was typed is in the database, or nothing was sent yet. */
export function isSaved(result: ActionResult<unknown>): boolean {
  if (result.status === 'invalid') return result.formErrors.some((key) => SAVED_THOUGH.has(key))
  return result.status === 'idle' || result.status === 'ok'
}
