import type { ActionResult } from '@/lib/base/http/action-result'

const SAVED_THOUGH = new Set(['savedButIncomplete', 'assessmentSavedIncomplete'])

export function isSaved(result: ActionResult<unknown>): boolean {
  if (result.status === 'invalid') return result.formErrors.some((key) => SAVED_THOUGH.has(key))
  return result.status === 'idle' || result.status === 'ok'
}
