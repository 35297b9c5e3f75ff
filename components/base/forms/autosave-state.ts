import type { ActionResult } from '@/lib/base/http/action-result'

/** What an action answers that saves by itself. */
export interface Saved {
  version: number
  savedAt: string
}

export interface AutosaveState<T extends Saved> {
  saved: Pick<T, 'version' | 'savedAt'> | null
  /** Why what is typed now is not saved, if so. */
  problem: 'failed' | 'waits' | null
  /** Someone saved elsewhere: saving by itself stops until a person decides. */
  conflict: Extract<ActionResult<T>, { status: 'conflict' }> | null
  /** Something was typed since the last save. */
  unsaved: boolean
}

/** The state after an answer; `typed` says whether something was typed while the save was under way. */
export function afterSave<T extends Saved>(
  before: AutosaveState<T>,
  result: ActionResult<T>,
  typed: boolean,
): AutosaveState<T> {
  if (result.status === 'ok') {
    const { version, savedAt } = result.data
    return { saved: { version, savedAt }, problem: null, conflict: null, unsaved: typed }
  }
  if (result.status === 'conflict') return { ...before, problem: null, conflict: result }
  return { ...before, problem: result.status === 'invalid' ? 'waits' : 'failed' }
}
