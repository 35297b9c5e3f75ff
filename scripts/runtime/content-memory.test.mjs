import { describe, expect, it } from 'vitest'
import CacheHandler, { contentMemory, ContentMemory } from './content-memory.mjs'

const rows = (body, revalidate = 300) => ({ kind: 'FETCH', data: { headers: {}, body, status: 200, url: '' }, revalidate })

function setUp({ maxBytes = 100_000, hears = true } = {}) {
  const clock = { now: 1_000_000 }
  const memory = new ContentMemory({ maxBytes, now: () => clock.now })
  memory.hear(hears)
  /** A read as pages do it: what is remembered, else what `make` reads. */
  const read = (key, body) => {
    const known = memory.get(key)
    if (known) return known.value.data.body
    memory.set(key, rows(body))
    return body
  }
  return { memory, clock, read }
}

describe('rows that are remembered', () => {
  it('are read once', () => {
    const { read } = setUp()
    expect(read('a', 'first')).toBe('first')
    expect(read('a', 'second')).toBe('first')
    expect(read('b', 'other')).toBe('other')
  })

  it('are read anew after each change and after their time, never later', () => {
    const { memory, clock, read } = setUp()
    read('a', 'first')
    memory.forget()
    expect(read('a', 'second')).toBe('second')
    clock.now += 299_999
    expect(read('a', 'third')).toBe('second')
    clock.now += 1
    expect(read('a', 'third')).toBe('third')
  })

  it('are never of before a change that came while they were read', () => {
    const { memory, read } = setUp()
    expect(memory.get('a')).toBeNull()
    memory.forget()
    memory.set('a', rows('before'))
    expect(read('a', 'after')).toBe('after')
    expect(read('a', 'later')).toBe('after')
  })

  it('are never of before a change when several read at once, in whatever order they end', () => {
    const { memory, read } = setUp()
    memory.get('a')
    memory.get('a')
    memory.set('a', rows('first, before'))
    memory.forget()
    memory.get('a')
    memory.set('a', rows('second, before'))
    memory.set('a', rows('third, after, beside one that is older'))
    expect(read('a', 'now')).toBe('now')
    expect(read('a', 'later')).toBe('now')
  })

  it('are remembered again when a reading never ended', () => {
    const { memory, clock, read } = setUp()
    memory.get('a')
    memory.forget()
    memory.get('a')
    memory.set('a', rows('beside the one that failed'))
    clock.now += 60_001
    expect(read('a', 'fresh')).toBe('fresh')
    expect(read('a', 'later')).toBe('fresh')
  })

  it('are none while the database cannot be heard', () => {
    const { memory, read } = setUp({ hears: false })
    read('a', 'first')
    expect(read('a', 'second')).toBe('second')
    memory.hear(true)
    expect(read('a', 'third')).toBe('third')
    expect(read('a', 'fourth')).toBe('third')
    memory.hear(false)
    expect(read('a', 'fifth')).toBe('fifth')
  })

  it('make way for others when there is no room, and are never a large part of it', () => {
    const { memory, read } = setUp({ maxBytes: 1_000 })
    for (const key of 'abcdefghij') read(key, key.repeat(99))
    expect(memory.bytes).toBe(1_000)
    read('k', 'k'.repeat(99))
    expect(memory.bytes).toBe(1_000)
    expect(read('b', 'still there')).toBe('b'.repeat(99))
    expect(read('a', 'anew')).toBe('anew')
    read('large', 'x'.repeat(200))
    expect(read('large', 'anew')).toBe('anew')
  })

  it('can be nothing', () => {
    const { memory } = setUp()
    memory.get('a')
    memory.set('a', rows(undefined))
    expect(memory.get('a')?.value.data.body).toBeUndefined()
  })
})

describe('the handler that Next asks', () => {
  it('shares one memory, which an action empties', () => {
    contentMemory.hear(true)
    const [one, other] = [new CacheHandler(), new CacheHandler()]
    expect(one.get('a', { kind: 'FETCH' })).toBeNull()
    one.set('a', rows('first'), { fetchCache: true })
    expect(other.get('a', { kind: 'FETCH' })?.value.data.body).toBe('first')
    other.revalidateTag(['content'])
    expect(one.get('a', { kind: 'FETCH' })).toBeNull()
    contentMemory.hear(false)
  })

  it('keeps answers that never change apart from rows', () => {
    const handler = new CacheHandler()
    handler.set('/icon.svg', { kind: 'APP_ROUTE' }, {})
    handler.revalidateTag(['content'])
    expect(handler.get('/icon.svg', { kind: 'APP_ROUTE' })?.value).toEqual({ kind: 'APP_ROUTE' })
    expect(handler.get('/else', { kind: 'APP_ROUTE' })).toBeNull()
  })
})
