import type { ActionResult } from '@/lib/base/http/action-result'

export interface Saved {
  version: number
  savedAt: string
}

export interface AutosaveState<T extends Saved> {
  saved: Pick<T, 'version' | 'savedAt'> | null
  problem: 'failed' | 'waits' | null
  /** Autosave stops until a person decides. */
  conflict: Extract<ActionResult<T>, { status: 'conflict' }> | null
  unsaved: boolean
}

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
