import { describe, expect, it } from 'vitest'
import { idle, type ActionResult } from '@/lib/base/http/action-result'
import { shownState } from './shown-state'

type Result = ActionResult<{ version: number; savedAt: string }>

const stored = { version: 3, savedAt: '2026-03-01T09:00:00.000Z' }
const untouched = { saved: null, conflict: null }
const clash = (theirVersion: number): Extract<Result, { status: 'conflict' }> => ({
  status: 'conflict',
  values: { version: '3' },
  theirs: {},
  theirVersion,
})

describe('shownState', () => {
  it('shows what was stored before anything is sent', () => {
    expect(shownState<{ version: number; savedAt: string }>(idle, untouched, stored)).toEqual({
      conflict: null,
      ...stored,
    })
    expect(
      shownState<{ version: number; savedAt: string }>(idle, untouched, {
        version: 0,
        savedAt: null,
      }).savedAt,
    ).toBeNull()
  })

  it('shows the version and the moment of the last save, by button or by itself', () => {
    const pressed: Result = {
      status: 'ok',
      data: { version: 4, savedAt: '2026-03-01T10:00:00.000Z' },
    }
    const later = { version: 5, savedAt: '2026-03-01T11:00:00.000Z' }
    expect(shownState(pressed, untouched, stored)).toMatchObject(pressed.data)
    expect(shownState(pressed, { saved: later, conflict: null }, stored)).toMatchObject(later)
    expect(
      shownState(
        { status: 'ok', data: { version: 6, savedAt: '2026-03-01T12:00:00.000Z' } },
        { saved: later, conflict: null },
        stored,
      ),
    ).toMatchObject({ version: 6, savedAt: '2026-03-01T12:00:00.000Z' })
  })

  it('keeps the version that was sent when the answer is a refusal', () => {
    const refused: Result = {
      status: 'invalid',
      fieldErrors: {},
      formErrors: [],
      values: { version: '7' },
    }
    expect(shownState(refused, untouched, stored)).toMatchObject({
      version: 7,
      savedAt: stored.savedAt,
    })
  })

  it('takes over the version of whoever saved in between, and shows their text', () => {
    expect(shownState(clash(8), untouched, stored)).toMatchObject({
      version: 8,
      conflict: { theirVersion: 8 },
    })
    const auto = clash(9)
    expect(
      shownState<{ version: number; savedAt: string }>(
        idle,
        { saved: null, conflict: auto },
        stored,
      ),
    ).toMatchObject({ version: 9, conflict: auto })
  })
})
