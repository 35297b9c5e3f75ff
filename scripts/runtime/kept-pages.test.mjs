import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutPage, fillPage, KeptPages } from './kept-pages.mjs'

const NONCE = 'aaaaaaaaaaaaaaaaaaaaaa=='
const OWN = 'bb/bbbbb+bbbbbbbbbbbbb=='
const page = (body, headers = {}) => cutPage({ headers, body, nonce: NONCE })

describe('a page cut at its nonce', () => {
  it('reads the same with another nonce, plain and compressed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { minLength: 1, maxLength: 8 }), async (texts) => {
        const cut = await page(texts.join(NONCE))
        const expected = texts.join(NONCE).split(NONCE).join(OWN)
        expect(fillPage(cut, OWN, false).body.toString()).toBe(expected)
        expect(gunzipSync(fillPage(cut, OWN, true).body).toString()).toBe(expected)
      }),
    )
  })

  it('gives the header the nonce of the body, and leaves the kept page as it was', async () => {
    const cut = await page(`<script nonce="${NONCE}">`, { 'content-security-policy': `script-src 'nonce-${NONCE}'`, 'x-list': ['a'] })
    const first = fillPage(cut, OWN, true)
    expect(first.headers).toEqual({ 'content-security-policy': `script-src 'nonce-${OWN}'`, 'x-list': ['a'], 'content-encoding': 'gzip' })
    expect(fillPage(cut, 'other', false).body.toString()).toBe('<script nonce="other">')
    expect(fillPage(cut, 'other', false).headers).not.toHaveProperty('content-encoding')
  })
})

describe('kept pages', () => {
  const setUp = (options = {}) => {
    const clock = { now: 0 }
    const kept = new KeptPages({ maxBytes: options.maxBytes ?? 1_000_000, maxAgeMs: 1_000, now: () => clock.now })
    kept.hear(true)
    let made = 0
    const make = () => {
      made += 1
      return page(`page ${made}`)
    }
    const read = async (key, making = make) => fillPage(await kept.get(key, making), OWN, false).body.toString()
    return { kept, clock, make, read }
  }

  it('are made once for everyone who asks at the same time', async () => {
    const { read } = setUp()
    expect(await Promise.all([read('a'), read('a'), read('a')])).toEqual(['page 1', 'page 1', 'page 1'])
    expect(await read('a')).toBe('page 1')
    expect(await read('b')).toBe('page 2')
  })

  it('are made anew after their time and after each change', async () => {
    const { kept, clock, read } = setUp()
    await read('a')
    clock.now = 999
    expect(await read('a')).toBe('page 1')
    clock.now = 1_000
    expect(await read('a')).toBe('page 2')
    kept.forget()
    expect(await read('a')).toBe('page 3')
    expect(kept.bytes).toBeGreaterThan(0)
    kept.forget()
    expect(kept.bytes).toBe(0)
  })

  it('does not keep what was being made when something changed, nor hand it to who asks later', async () => {
    const { kept, read } = setUp()
    let finish
    const slow = new Promise((resolve) => (finish = resolve))
    const early = read('a', async () => {
      await slow
      return page('before the change')
    })
    kept.forget()
    const late = read('a')
    finish()
    expect(await early).toBe('before the change')
    expect(await late).toBe('page 1')
    expect(await read('a')).toBe('page 1')
  })

  it('keeps nothing while the database cannot be heard', async () => {
    const { kept, read } = setUp()
    await read('a')
    kept.hear(false)
    expect(await read('a')).toBe('page 2')
    expect(await read('a')).toBe('page 3')
    kept.hear(true)
    expect(await read('a')).toBe('page 4')
    expect(await read('a')).toBe('page 4')
  })

  it('lets the page go that was asked for longest ago, and never keeps one that is too large', async () => {
    const bytes = (await page('x'.repeat(1_000))).bytes
    const { kept, read } = setUp({ maxBytes: bytes * 10 })
    const large = () => page('x'.repeat(1_000))
    for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']) await read(key, large)
    expect(kept.bytes).toBe(bytes * 10)
    await read('a', large)
    await read('k', large)
    expect(kept.bytes).toBe(bytes * 10)
    expect(await read('a')).toBe('x'.repeat(1_000))
    expect(await read('b')).toBe('page 1')
    const { kept: small, read: readSmall } = setUp({ maxBytes: bytes })
    await readSmall('a', large)
    expect(small.bytes).toBe(0)
  })

  it('does not keep nothing, and tries again after a failure', async () => {
    const { kept, read } = setUp()
    expect(await kept.get('a', () => Promise.resolve(null))).toBeNull()
    await expect(kept.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
    expect(await read('a')).toBe('page 1')
  })
})
