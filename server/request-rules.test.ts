import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refuseHead, type RequestHead } from './request-rules.ts'

const PUBLIC = 'https://praktijkbank.example'

function head({ headers = {}, ...rest }: Partial<RequestHead>): RequestHead {
  const all = { host: 'localhost:3000', ...headers }
  const rawHeaders = Object.entries(all).flatMap(([name, value]) => [name, String(value)])
  return { method: 'GET', url: '/', httpVersion: '1.1', headers: all, rawHeaders, ...rest }
}
const statusOf = (request: Partial<RequestHead>) =>
  refuseHead(head(request), PUBLIC)?.status ?? 'accepted'
const form = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '10' }

describe('refuseHead', () => {
  it.each(['/', '/regios/twente?jaar=2026', '/api/v1/regios', '/_next/static/a.js', '/zo%C3%AB'])(
    'accepts reading %s',
    (url) => {
      expect(statusOf({ url })).toBe('accepted')
    },
  )

  it.each([
    ['/%', 400],
    ['/regios/%', 400],
    ['/%ff', 400],
    ['/initiatieven/%E0%A4%A', 400],
    ['http://elsewhere.example/', 400],
    ['*', 400],
    ['/%25', 404],
    ['/regios/100%25', 404],
    ['/a%2fb', 404],
    ['/a%5cb', 404],
    ['/%00', 404],
    ['/a%0d%0ab', 404],
    [`/${'a'.repeat(13_000)}`, 414],
  ] as const)('says of %s that it is %i', (url, status) => {
    expect(statusOf({ url })).toBe(status)
  })

  it.each(['GET', 'HEAD', 'OPTIONS'])(
    'refuses a body with %s and ends the connection, since its framing is not handed on',
    (method) => {
      const url = '/api/v1/regios'
      for (const headers of [
        { 'content-length': '5000' },
        { 'transfer-encoding': 'chunked' },
        { 'content-length': 'x' },
      ]) {
        expect(refuseHead(head({ method, url, headers }), PUBLIC)).toMatchObject({
          status: 400,
          closes: true,
        })
      }
      expect(statusOf({ method, url, headers: { 'content-length': '0' } })).toBe('accepted')
    },
  )

  it.each([
    ['/', 'PUT'],
    ['/', 'OPTIONS'],
    ['/regios', 'TRACE'],
    ['/_next/x.js', 'POST'],
    ['/api/v1/regios', 'TRACE'],
  ])('has no such method: %s %s', (url, method) => {
    const refusal = refuseHead(head({ url, method }), PUBLIC)
    expect(refusal).toMatchObject({ status: 405, closes: true })
    expect(refusal?.allow).toContain('GET')
  })

  it('wants one host that can be one', () => {
    expect(statusOf({ rawHeaders: [] })).toBe(400)
    expect(statusOf({ rawHeaders: [], httpVersion: '1.0' })).toBe('accepted')
    expect(statusOf({ rawHeaders: ['Host', 'a', 'host', 'b'] })).toBe(400)
    for (const host of ['a b', 'a/b', 'a@b', '', 'a:99999999'])
      expect(statusOf({ headers: { host } }), host).toBe(400)
    for (const host of ['a.nl', '127.0.0.1:3000', '[::1]:3000'])
      expect(statusOf({ headers: { host } }), host).toBe('accepted')
  })

  it('takes a form from a page of this site only', () => {
    const post = (origin: string | undefined) =>
      statusOf({ method: 'POST', headers: { ...form, ...(origin !== undefined && { origin }) } })
    expect([PUBLIC, 'http://localhost:3000', 'https://localhost:3000'].map(post)).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ])
    expect(
      [
        undefined,
        'null',
        '',
        'https://evil.example',
        `${PUBLIC}.evil.example`,
        'http://localhost:3001',
      ].map(post),
    ).toEqual([403, 403, 403, 403, 403, 403])
    expect(statusOf({ method: 'POST', url: '/api/mail/afmelden', headers: form })).toBe('accepted')
  })

  it('takes forms in the forms that browsers send', () => {
    const post = (type: string) =>
      statusOf({ method: 'POST', headers: { origin: PUBLIC, 'content-type': type } })
    expect(
      [
        'text/plain;charset=UTF-8',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=a',
      ].map(post),
    ).toEqual(['accepted', 'accepted', 'accepted'])
    expect(['application/json', 'text/html', ''].map(post)).toEqual([415, 415, 415])
  })

  it('knows one expectation', () => {
    expect(statusOf({ headers: { expect: '100-continue' } })).toBe('accepted')
    expect(statusOf({ headers: { expect: 'a miracle' } })).toBe(417)
  })

  it('gives an answer to whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.dictionary(fc.string(), fc.string()),
        (method, url, headers) => {
          expect(() => refuseHead(head({ method, url, headers }), PUBLIC)).not.toThrow()
        },
      ),
    )
  })
})
