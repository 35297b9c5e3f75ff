import { describe, expect, it } from 'vitest'
import { sharedRequest } from './shared-address.ts'

const keyOf = (url: string, headers = {}) => sharedRequest(url, headers)?.key

describe('a request that has one answer for everyone', () => {
  it('has one key for all spellings of an address', () => {
    const key = keyOf('/regios?regio=twente&q=a+b')
    expect(keyOf('/%72egios/?q=a%20b&regio=twente')).toBe(key)
    expect(keyOf('/regios?utm_source=mail&q=a+b&regio=twente&fbclid=1')).toBe(key)
    expect(keyOf('/regios?q=a+b&regio=twente&q2=x')).toBe(key)
    expect(keyOf('/regios?regio=twente&q=a+c')).not.toBe(key)
  })

  it('keeps the order of values of one filter', () => {
    expect(sharedRequest('/vergelijken?i=b&i=a', {})?.url).toBe('/vergelijken?i=b&i=a')
  })

  it('makes no entry for each key that someone invents', () => {
    const keys = new Set(
      Array.from({ length: 1_000 }, (_, number) => keyOf(`/methode?x${number}=${number}`)),
    )
    expect(keys.size).toBe(1)
  })

  it('does not look at hosts or other fields', () => {
    const headers = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'user-agent': 'x',
      'accept-language': 'en',
    }
    expect(keyOf('/methode', headers)).toBe(keyOf('/methode'))
  })

  it('has a theme at most', () => {
    expect(keyOf('/methode', { cookie: 'theme=dark' })).not.toBe(keyOf('/methode'))
    for (const cookie of ['theme=dark; a=b', 'theme=blue', 'praktijkbank-session=x', ''])
      expect(keyOf('/methode', { cookie }), cookie).toBeUndefined()
  })

  it('leaves the query of the open data as it is, since unknown keys are refused there', () => {
    expect(sharedRequest('/api/v1/regios?onzin=1', {})?.url).toBe('/api/v1/regios?onzin=1')
  })

  it.each([
    '/werkplek',
    '/en/workspace/x',
    '/inloggen?terug=/x',
    '/afmelden?token=a',
    '/contact?token=a',
    '/api/health',
    '/_next/static/a.js',
    '/icon.svg',
    `/x?q=${'a'.repeat(600)}`,
  ])('is not %s', (url) => {
    expect(keyOf(url)).toBeUndefined()
  })

  it.each(['rsc', 'next-action', 'range', 'authorization', 'if-none-match'])(
    'is none with %s',
    (name) => {
      expect(keyOf('/methode', { [name]: '1' })).toBeUndefined()
    },
  )
})
