import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoizeContentFor, memoizeFor } from './memoize'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('memoizeFor', () => {
  it('reads once for all who ask in time, and again after it', async () => {
    const read = vi.fn(async () => Promise.resolve(read.mock.calls.length))
    const memoized = memoizeFor(1_000, read)
    expect(await Promise.all([memoized(), memoized()])).toEqual([1, 1])
    vi.advanceTimersByTime(999)
    expect(await memoized()).toBe(1)
    vi.advanceTimersByTime(1)
    expect(await memoized()).toBe(2)
  })

  it('reads content again at once when the database told of a change', async () => {
    const read = vi.fn(async () => Promise.resolve(read.mock.calls.length))
    const memoized = memoizeContentFor(1_000, read)
    expect([await memoized(), await memoized()]).toEqual([1, 1])
    globalThis.contentChanges = (globalThis.contentChanges ?? 0) + 1
    expect([await memoized(), await memoized()]).toEqual([2, 2])
  })

  it('does not keep a failure', async () => {
    const read = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new Error('away'))
      .mockResolvedValue('back')
    const memoized = memoizeFor(1_000, read)
    await expect(memoized()).rejects.toThrow('away')
    expect(await memoized()).toBe('back')
  })
})
