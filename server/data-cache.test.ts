import { describe, expect, it } from 'vitest'
import CacheHandler, { dataCache, DataCache } from './data-cache.ts'

const rows = (body: string | undefined, revalidate = 300) => ({
  kind: 'FETCH',
  data: { headers: {}, body, status: 200, url: '' },
  revalidate,
})

function setUp({ maxBytes = 1_000_000, connected = true } = {}) {
  const clock = { now: 1_000_000 }
  const cache = new DataCache({ maxBytes, now: () => clock.now })
  cache.setConnected(connected)
  const read = (key: string, body: string) => {
    const known = cache.get(key)
    if (known) return known.value.data.body
    cache.set(key, rows(body))
    return body
  }
  return { cache, clock, read }
}

describe('cached rows', () => {
  it('are read once', () => {
    const { read } = setUp()
    expect(read('a', 'first')).toBe('first')
    expect(read('a', 'second')).toBe('first')
    expect(read('b', 'other')).toBe('other')
  })

  it('are read anew after each change and after their time, never later', () => {
    const { cache, clock, read } = setUp()
    read('a', 'first')
    cache.invalidate()
    expect(read('a', 'second')).toBe('second')
    clock.now += 299_999
    expect(read('a', 'third')).toBe('second')
    clock.now += 1
    expect(read('a', 'third')).toBe('third')
  })

  it('are never of before a change that came while they were read', () => {
    const { cache, read } = setUp()
    expect(cache.get('a')).toBeNull()
    cache.invalidate()
    cache.set('a', rows('before'))
    expect(read('a', 'after')).toBe('after')
    expect(read('a', 'later')).toBe('after')
  })

  it('are never of before a change when several read at once, in whatever order they end', () => {
    const { cache, read } = setUp()
    cache.get('a')
    cache.get('a')
    cache.set('a', rows('first, before'))
    cache.invalidate()
    cache.get('a')
    cache.set('a', rows('second, before'))
    cache.set('a', rows('third, after, beside one that is older'))
    expect(read('a', 'now')).toBe('now')
    expect(read('a', 'later')).toBe('now')
  })

  it('are cached again when a reading never ended', () => {
    const { cache, clock, read } = setUp()
    cache.get('a')
    cache.invalidate()
    cache.get('a')
    cache.set('a', rows('beside the one that failed'))
    clock.now += 60_001
    expect(read('a', 'fresh')).toBe('fresh')
    expect(read('a', 'later')).toBe('fresh')
  })

  it('are none while the database cannot be heard', () => {
    const { cache, read } = setUp({ connected: false })
    read('a', 'first')
    expect(read('a', 'second')).toBe('second')
    cache.setConnected(true)
    expect(read('a', 'third')).toBe('third')
    expect(read('a', 'fourth')).toBe('third')
    cache.setConnected(false)
    expect(read('a', 'fifth')).toBe('fifth')
  })

  it('make way for others when there is no room, with all that they take', () => {
    const { cache, read } = setUp({ maxBytes: 100_000 })
    for (let number = 0; number < 1_000; number += 1) read(`key ${number}`, 'x'.repeat(1_000))
    expect(cache.bytes).toBeLessThanOrEqual(100_000)
    expect(cache.size).toBeLessThan(100_000 / 3_000)
    expect(read('key 999', 'anew')).toBe('x'.repeat(1_000))
    expect(read('key 0', 'anew')).toBe('anew')
    read('large', 'x'.repeat(10_000))
    expect(read('large', 'anew')).toBe('anew')
  })

  it('can be nothing', () => {
    const { cache } = setUp()
    cache.get('a')
    cache.set('a', rows(undefined))
    expect(cache.get('a')?.value.data.body).toBeUndefined()
  })
})

describe('the handler that Next asks', () => {
  it('shares one cache, which an action empties', () => {
    dataCache.setConnected(true)
    const [one, other] = [new CacheHandler(), new CacheHandler()]
    expect(one.get('a', { kind: 'FETCH' })).toBeNull()
    one.set('a', rows('first'), { fetchCache: true })
    expect(other.get('a', { kind: 'FETCH' })?.value).toMatchObject({ data: { body: 'first' } })
    other.revalidateTag()
    expect(one.get('a', { kind: 'FETCH' })).toBeNull()
    dataCache.setConnected(false)
  })

  it('keeps answers that never change apart from rows', () => {
    const handler = new CacheHandler()
    handler.set('/icon.svg', { kind: 'APP_ROUTE' }, {})
    handler.revalidateTag()
    expect(handler.get('/icon.svg', { kind: 'APP_ROUTE' })?.value).toEqual({ kind: 'APP_ROUTE' })
    expect(handler.get('/else', { kind: 'APP_ROUTE' })).toBeNull()
  })
})
