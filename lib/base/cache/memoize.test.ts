import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoizeFor } from './memoize'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('memoizeFor', () => {
  it('reads once for all who ask in time, and again after it', async () => {
    const read = vi.fn(async () => Promise.resolve(read.mock.calls.length))
    const kept = memoizeFor(1_000, read)
    expect(await Promise.all([kept(), kept()])).toEqual([1, 1])
    vi.advanceTimersByTime(999)
    expect(await kept()).toBe(1)
    vi.advanceTimersByTime(1)
    expect(await kept()).toBe(2)
  })

  it('does not keep a failure', async () => {
    const read = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new Error('away'))
      .mockResolvedValue('back')
    const kept = memoizeFor(1_000, read)
    await expect(kept()).rejects.toThrow('away')
    expect(await kept()).toBe('back')
  })
})
