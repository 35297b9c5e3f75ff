import type { ActionResult } from '@/lib/base/http/action-result'

export interface Saved {
  version: number
  savedAt: string
}

export type AutosaveProblem = 'offline' | 'signedOut' | 'failed' | 'waits'

export interface AutosaveState<T extends Saved> {
  saved: Pick<T, 'version' | 'savedAt'> | null
  /** `waits` for what is filled in wrong or not yet. */
  problem: AutosaveProblem | null
  /** Autosave stops until a person decides. */
  conflict: Extract<ActionResult<T>, { status: 'conflict' }> | null
  unsaved: boolean
  saving: boolean
}

function problemOf(result: ActionResult<Saved>): AutosaveProblem {
  if (result.status === 'invalid') return 'waits'
  if (result.status !== 'error') return 'failed'
  if (result.code === 'NOT_SIGNED_IN') return 'signedOut'
  return result.code === 'UNAVAILABLE' ? 'offline' : 'failed'
}

export function afterSave<T extends Saved>(
  before: AutosaveState<T>,
  result: ActionResult<T>,
  typed: boolean,
): AutosaveState<T> {
  const saving = false
  if (result.status === 'ok') {
    const { version, savedAt } = result.data
    return { saved: { version, savedAt }, problem: null, conflict: null, unsaved: typed, saving }
  }
  if (result.status === 'conflict') return { ...before, problem: null, conflict: result, saving }
  return { ...before, problem: problemOf(result), saving }
}
