import fc from 'fast-check'
import { Secret } from 'otpauth'
import { describe, expect, it } from 'vitest'
import {
  codeAt,
  isRemovable,
  newSecret,
  qrPath,
  readJson,
  recoveryKey,
  recoveryText,
  setUpAddress,
  stepOf,
} from './rules'
import { groupsOfFour } from './text.rules'

/** The key of RFC 6238, appendix B, for SHA-1. */
const RFC_SECRET = Secret.fromLatin1('12345678901234567890').base32
const at = (seconds: number) => new Date(seconds * 1_000)

describe('a code of an app', () => {
  // RFC 6238, appendix B, with six digits instead of eight.
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at %i seconds is that of RFC 6238', (seconds, code) => {
    expect(codeAt(RFC_SECRET, at(seconds))).toBe(code)
    expect(stepOf(RFC_SECRET, code, at(seconds), null)).toBe(Math.floor(seconds / 30))
  })

  it('counts one step early or late and no more', () => {
    const code = codeAt(RFC_SECRET, at(900))
    const taken = [869, 870, 900, 959, 960].map((now) => stepOf(RFC_SECRET, code, at(now), null))
    expect(taken).toEqual([null, 30, 30, 30, null])
  })

  it('counts once: not again, and not one of an earlier step', () => {
    const [now, code] = [at(900), codeAt(RFC_SECRET, at(900))]
    expect(stepOf(RFC_SECRET, code, now, 29)).toBe(30)
    expect(stepOf(RFC_SECRET, code, now, 30)).toBeNull()
    expect(stepOf(RFC_SECRET, codeAt(RFC_SECRET, at(870)), now, 30)).toBeNull()
    expect(stepOf(RFC_SECRET, codeAt(RFC_SECRET, at(930)), now, 30)).toBe(31)
  })

  it('may be typed with spaces; anything else than six digits is none', () => {
    const now = at(59)
    expect(stepOf(RFC_SECRET, ' 287 082 ', now, null)).toBe(1)
    for (const typed of ['', '28708', '2870822', '28708a', '٢٨٧٠٨٢', '-87082', '287082.0'])
      expect(stepOf(RFC_SECRET, typed, now, null)).toBeNull()
  })

  it('comes from 160 random bits, in an address that apps read', () => {
    const secret = newSecret()
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(newSecret()).not.toBe(secret)
    const address = new URL(setUpAddress(secret, 'w.de+boer@voorbeeld.nl'))
    expect(address.protocol).toBe('otpauth:')
    expect(decodeURIComponent(address.pathname)).toContain('Praktijkbank:w.de+boer@voorbeeld.nl')
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      secret,
      issuer: 'Praktijkbank',
      digits: '6',
      period: '30',
    })
  })
})

describe('a recovery code', () => {
  it('has sixteen signs without look-alikes, one for each five bits', () => {
    expect(recoveryText(new Uint8Array(10))).toBe('0000000000000000')
    expect(recoveryText(new Uint8Array(10).fill(255))).toBe('ZZZZZZZZZZZZZZZZ')
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        expect(recoveryText(bytes)).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
      }),
    )
  })

  it('is the same in small letters, with spaces or dashes, and with O, I and L for digits', () => {
    expect(recoveryKey('ab0d 1fgh-1jkm npqr')).toBe('AB0D1FGH1JKMNPQR')
    expect(recoveryKey('abod-ifgh-ljkm-npqr')).toBe('AB0D1FGH1JKMNPQR')
  })

  it('is shown in groups of four', () => {
    expect(groupsOfFour('ABCDEFGHIJ')).toBe('ABCD EFGH IJ')
    expect(groupsOfFour('ABCDEFGH', '-')).toBe('ABCD-EFGH')
    expect(groupsOfFour('')).toBe('')
  })
})

describe('a factor', () => {
  it('may go, save the last one of whom a role asks for one', () => {
    expect(isRemovable(2, true)).toBe(true)
    expect(isRemovable(1, false)).toBe(true)
    expect(isRemovable(1, true)).toBe(false)
  })
})

describe('a QR code', () => {
  it('is one path with the runs of each row', () => {
    expect(
      qrPath([
        [true, true, false],
        [false, false, false],
        [true, false, true],
      ]),
    ).toEqual({
      size: 3,
      path: 'M0 0h2v1h-2zM0 2h1v1h-1zM2 2h1v1h-1z',
    })
  })
})

describe('small things', () => {
  it('reads JSON or nothing', () => {
    expect(readJson('{"a":1}')).toEqual({ a: 1 })
    expect(readJson('{')).toBeNull()
  })
})
