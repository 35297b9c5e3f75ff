import { describe, expect, it } from 'vitest'
import type { ActionResult } from '@/lib/base/http/action-result'
import { afterSave, type AutosaveState, type Saved } from './autosave-state'

type Result = ActionResult<Saved>

const before: AutosaveState<Saved> = {
  saved: { version: 3, savedAt: '2026-03-01T09:00:00.000Z' },
  problem: 'failed',
  conflict: null,
  unsaved: true,
  saving: false,
}
const clash: Extract<Result, { status: 'conflict' }> = {
  status: 'conflict',
  values: {},
  theirs: {},
  theirVersion: 5,
}

describe('afterSave', () => {
  it('takes over the new version and forgets problems', () => {
    const data = { version: 4, savedAt: '2026-03-01T09:00:02.000Z' }
    const saved = { saved: data, problem: null, conflict: null, saving: false }
    const answer: Result = { status: 'ok', data }
    expect(afterSave({ ...before, conflict: clash }, answer, false)).toEqual({
      ...saved,
      unsaved: false,
    })
    expect(afterSave(before, answer, true)).toEqual({ ...saved, unsaved: true })
  })

  it('keeps the last save and says why this one did not work', () => {
    const refused: Result = { status: 'invalid', fieldErrors: {}, formErrors: [], values: {} }
    expect(afterSave(before, refused, false)).toEqual({ ...before, problem: 'waits' })
    expect(afterSave(before, { status: 'error', code: 'FAILED' }, false)).toEqual(before)
    const problemAfter = (code: 'NOT_SIGNED_IN' | 'UNAVAILABLE') =>
      afterSave(before, { status: 'error', code }, false).problem
    expect(problemAfter('NOT_SIGNED_IN')).toBe('signedOut')
    expect(problemAfter('UNAVAILABLE')).toBe('offline')
    expect(afterSave(before, clash, false)).toEqual({ ...before, problem: null, conflict: clash })
  })
})
