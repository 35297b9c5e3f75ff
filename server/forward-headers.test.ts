import { describe, expect, it } from 'vitest'
import { answerHeaders, forwardedHeaders, sharedHeaders } from './forward-headers.ts'

const publicUrl = new URL('https://praktijkbank.example')
const origin = { publicUrl, trustedProxies: 0, remoteAddress: '203.0.113.9', requestId: 'id' }

describe('the fields of a request', () => {
  it('leave out framing, the connection and whatever the connection names', () => {
    const sent = {
      host: 'x',
      connection: 'keep-alive, X-Secret, x-other',
      'keep-alive': '5',
      'transfer-encoding': 'chunked',
      te: 'trailers',
      trailer: 'x',
      upgrade: 'websocket',
      expect: '100-continue',
      'content-length': '5000',
      'proxy-connection': 'close',
      'x-secret': '1',
      'x-other': '2',
      accept: 'text/html',
    }
    expect(forwardedHeaders(sent, origin)).toEqual({
      accept: 'text/html',
      host: publicUrl.host,
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '203.0.113.9',
      'x-request-id': 'id',
    })
  })

  it('believe no visitor about where a request came from', () => {
    const sent = {
      host: 'evil.example',
      'x-forwarded-for': '1.2.3.4',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      forwarded: 'for=1.2.3.4',
      'x-real-ip': '1.2.3.4',
      'x-request-id': 'mine',
      'x-nonce': 'mine',
    }
    expect(JSON.stringify(forwardedHeaders(sent, origin))).not.toMatch(/evil|1\.2\.3\.4|mine/)
    expect(forwardedHeaders(sent, { ...origin, trustedProxies: 1 })['x-forwarded-for']).toBe(
      '1.2.3.4, 203.0.113.9',
    )
  })

  it('keep the host of the page that a form was read under, and no other', () => {
    expect(
      forwardedHeaders({ host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }, origin).host,
    ).toBe('127.0.0.1:3000')
    expect(
      forwardedHeaders({ host: 'evil.example', origin: 'https://praktijkbank.example' }, origin)
        .host,
    ).toBe(publicUrl.host)
    expect(
      forwardedHeaders({ host: '127.0.0.1:3000', origin: 'https://evil.example' }, origin).host,
    ).toBe(publicUrl.host)
  })

  it('say nothing of a visitor when the answer is for everyone', () => {
    expect(Object.keys(sharedHeaders('theme=dark', publicUrl, 'id'))).toEqual([
      'host',
      'x-forwarded-proto',
      'x-request-id',
      'cookie',
    ])
    expect(sharedHeaders(undefined, publicUrl, 'id')).not.toHaveProperty('cookie')
  })
})

describe('the fields of an answer', () => {
  it('leave out the connection and what is internal, and keep the length', () => {
    const given = {
      connection: 'close, x-a',
      'keep-alive': '5',
      'transfer-encoding': 'chunked',
      'x-a': '1',
      'x-middleware-rewrite': '/nl/x',
      'content-length': '5',
      'content-type': 'text/plain',
    }
    expect(answerHeaders(given)).toEqual({ 'content-length': '5', 'content-type': 'text/plain' })
  })
})
