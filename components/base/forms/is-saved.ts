import type { ActionResult } from '@/lib/base/http/action-result'

/** Messages of responses that saved although something is missing. */
const SAVED_THOUGH = new Set(['savedButIncomplete', 'assessmentSavedIncomplete'])

/** True when the typed values are stored, or nothing was sent yet. */
export function isSaved(result: ActionResult<unknown>): boolean {
  if (result.status === 'invalid') return result.formErrors.some((key) => SAVED_THOUGH.has(key))
  return result.status === 'idle' || result.status === 'ok'
}
