import { describe, expect, it } from 'vitest'
import { createByteCache } from './byte-cache'

const file = (size: number) => Buffer.alloc(size)

describe('a cache of files', () => {
  it('gives back what was put in until it is too old', () => {
    let time = 0
    const cache = createByteCache({ maxBytes: 100, maxAgeMs: 10, now: () => time })
    cache.set('a', file(3))
    time = 9
    expect(cache.get('a')).toHaveLength(3)
    time = 10
    expect(cache.get('a')).toBeNull()
    expect(cache.get('b')).toBeNull()
  })

  it('stays within its bytes and lets go of what was used longest ago', () => {
    const cache = createByteCache({ maxBytes: 100, maxAgeMs: 10, now: () => 0 })
    for (const key of ['a', 'b', 'c']) cache.set(key, file(30))
    cache.get('a')
    cache.set('d', file(30))
    expect(['a', 'b', 'c', 'd'].filter((key) => cache.get(key) !== null)).toEqual(['a', 'c', 'd'])
  })

  it('counts a file once that is put in again, and keeps none that is too large', () => {
    const cache = createByteCache({ maxBytes: 100, maxAgeMs: 10, now: () => 0 })
    for (let n = 0; n < 5; n += 1) cache.set('a', file(50))
    cache.set('b', file(50))
    cache.set('c', file(101))
    expect(['a', 'b', 'c'].map((key) => cache.get(key)?.byteLength ?? 0)).toEqual([50, 50, 0])
  })
})
