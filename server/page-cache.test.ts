import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PageCache } from './page-cache.ts'
import { cutPage, fillPage, type Page } from './page.ts'

const NONCE = 'aaaaaaaaaaaaaaaaaaaaaa=='
const OWN = 'bb/bbbbb+bbbbbbbbbbbbb=='
const page = (body: string, headers = {}) => cutPage({ headers, body, nonce: NONCE })

describe('a page cut at its nonce', () => {
  it('reads the same with another nonce, plain and compressed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { minLength: 1, maxLength: 8 }),
        async (texts) => {
          const cut = await page(texts.join(NONCE))
          const expected = texts.join(NONCE).split(NONCE).join(OWN)
          expect(fillPage(cut, OWN, false).body.toString()).toBe(expected)
          expect(gunzipSync(fillPage(cut, OWN, true).body).toString()).toBe(expected)
        },
      ),
    )
  })

  it('gives the header the nonce of the body, and leaves the stored page as it was', async () => {
    const cut = await page(`<script nonce="${NONCE}">`, {
      'content-security-policy': `script-src 'nonce-${NONCE}'`,
      'x-list': ['a'],
    })
    const first = fillPage(cut, OWN, true)
    expect(first.headers).toEqual({
      'content-security-policy': `script-src 'nonce-${OWN}'`,
      'x-list': ['a'],
      'content-encoding': 'gzip',
    })
    expect(fillPage(cut, 'other', false).body.toString()).toBe('<script nonce="other">')
    expect(fillPage(cut, 'other', false).headers).not.toHaveProperty('content-encoding')
  })
})

describe('the page cache', () => {
  const setUp = (options: { maxBytes?: number; maxEntries?: number } = {}) => {
    const clock = { now: 0 }
    const cache = new PageCache({
      maxBytes: options.maxBytes ?? 1_000_000,
      maxEntries: options.maxEntries ?? 100,
      maxAgeMs: 1_000,
      now: () => clock.now,
    })
    cache.setConnected(true)
    let made = 0
    const make = () => {
      made += 1
      return page(`page ${made}`)
    }
    const read = async (key: string, making: () => Promise<Page> = make) =>
      fillPage((await cache.get(key, making))!, OWN, false).body.toString()
    return { cache, clock, make, read }
  }

  it('are made once for everyone who asks at the same time', async () => {
    const { read } = setUp()
    expect(await Promise.all([read('a'), read('a'), read('a')])).toEqual([
      'page 1',
      'page 1',
      'page 1',
    ])
    expect(await read('a')).toBe('page 1')
    expect(await read('b')).toBe('page 2')
  })

  it('are made anew after their time and after each change', async () => {
    const { cache, clock, read } = setUp()
    await read('a')
    clock.now = 999
    expect(await read('a')).toBe('page 1')
    clock.now = 1_000
    expect(await read('a')).toBe('page 2')
    cache.invalidate()
    expect(await read('a')).toBe('page 3')
    expect(cache.bytes).toBeGreaterThan(0)
    cache.invalidate()
    expect(cache.bytes).toBe(0)
  })

  it('does not store what was being rendered when something changed, nor hand it to who asks later', async () => {
    const { cache, read } = setUp()
    const { promise: slow, resolve: finish } = Promise.withResolvers<undefined>()
    const early = read('a', async () => {
      await slow
      return page('before the change')
    })
    cache.invalidate()
    const late = read('a')
    finish(undefined)
    expect(await early).toBe('before the change')
    expect(await late).toBe('page 1')
    expect(await read('a')).toBe('page 1')
  })

  it('stores nothing while the database cannot be heard', async () => {
    const { cache, read } = setUp()
    await read('a')
    cache.setConnected(false)
    expect(await read('a')).toBe('page 2')
    expect(await read('a')).toBe('page 3')
    cache.setConnected(true)
    expect(await read('a')).toBe('page 4')
    expect(await read('a')).toBe('page 4')
  })

  it('counts keys, headers and the place in the cache, and lets the least recently used go', async () => {
    const { cache, read } = setUp({ maxBytes: 200_000 })
    const large = () => page('x'.repeat(10_000), { 'x-long': 'y'.repeat(2_000) })
    await read('k'.repeat(1_000), large)
    expect(cache.bytes).toBeGreaterThan(10_000 + 2 * (2_000 + 1_000) + 1_000)
    const each = cache.bytes
    const fits = Math.floor(200_000 / each)
    const keyOf = (number: number) => String(number).padEnd(1_000, 'k')
    for (let number = 0; number < fits + 3; number += 1) await read(keyOf(number), large)
    expect(cache.bytes).toBeLessThanOrEqual(200_000)
    expect(cache.size).toBe(fits)
    expect(await read(keyOf(0))).toBe('page 1')
  })

  it('holds no more entries than it may, however small they are', async () => {
    const { cache, read } = setUp({ maxEntries: 10 })
    for (let number = 0; number < 1_000; number += 1) await read(String(number))
    expect(cache.size).toBe(10)
  })

  it('never stores a page that would take a large part of the room', async () => {
    const { cache, read } = setUp({ maxBytes: 10_000 })
    await read('a', () => page('x'.repeat(2_000)))
    expect(cache.bytes).toBe(0)
  })

  it('does not store nothing, and tries again after a failure', async () => {
    const { cache, read } = setUp()
    expect(await cache.get('a', () => Promise.resolve(null))).toBeNull()
    await expect(cache.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
    expect(await read('a')).toBe('page 1')
  })
})
