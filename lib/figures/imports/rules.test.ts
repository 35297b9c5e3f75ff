import { describe, expect, it } from 'vitest'
import { runState } from './rules'

const now = new Date('2026-11-25T10:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000)
const row = { status: 'reading' as const, requestedAt: null, touchedAt: ago(10), detail: null }

describe('a reading that is not finished', () => {
  it('waits until it is touched after someone asked for it', () => {
    expect(runState({ ...row, requestedAt: ago(5) }, now)).toBe('pending')
    expect(runState({ ...row, requestedAt: ago(5), touchedAt: ago(5) }, now)).toBe('pending')
    expect(runState({ ...row, requestedAt: ago(5), touchedAt: ago(1) }, now)).toBe('busy')
  })

  it('that nobody asked for is busy for a while after its last word, and then was cut off', () => {
    expect(runState(row, now)).toBe('busy')
    expect(runState({ ...row, touchedAt: ago(121) }, now)).toBe('stopped')
  })

  it('was cut off at once when it says why', () => {
    expect(runState({ ...row, detail: 'unreachable: ' }, now)).toBe('stopped')
  })

  it('is nothing when it is finished', () => {
    for (const status of ['checked', 'done', 'failed', 'cancelled'] as const)
      expect(runState({ ...row, status }, now)).toBeNull()
  })
})
