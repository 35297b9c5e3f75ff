import { Agent, get } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { exchange, request, sendPage, start, statuses, stopAll } from '../lib/base/testing/proxy.ts'

afterEach(stopAll)

describe('pages of our own', () => {
  it('that say what is wrong are no addresses, however they are spelled', async () => {
    const { url } = await start()
    for (const path of ['/storing', '/storing/', '/%73toring', '/en/fault/', '/niet-gevonden/'])
      expect((await fetch(url(path))).status, path).toBe(404)
  })

  it('that a route gives with its fault are handed on; an empty one is filled', async () => {
    const { url } = await start((incoming, outgoing) => {
      if (incoming.url?.startsWith('/api/'))
        outgoing.writeHead(501, { 'content-type': 'text/html' }).end('<p>Zonder Chromium</p>')
      else if (incoming.url === '/vergelijken/bestand') outgoing.writeHead(404).end()
      else sendPage(incoming, outgoing)
    })
    const own = await fetch(url('/api/monitor/x/bestuursstuk.pdf'))
    expect([own.status, await own.text()]).toEqual([501, '<p>Zonder Chromium</p>'])
    const empty = await fetch(url('/vergelijken/bestand'))
    expect([empty.status, (await empty.text()).length > 0]).toEqual([404, true])
  })
})

describe('each answer', () => {
  it('carries the security headers, also when no request could be read', async () => {
    const { port, url } = await start((incoming, outgoing) =>
      outgoing.writeHead(incoming.url === '/r' ? 308 : 200, { location: '/x' }).end(),
    )
    const wanted = [
      'x-content-type-options',
      'x-frame-options',
      'content-security-policy',
      'referrer-policy',
    ]
    for (const path of ['/r', '/icon.svg', '/_next/static/a.js', '/%25', '/%ff', '/api/v1/%ff']) {
      const { headers } = await fetch(url(path), { redirect: 'manual' })
      for (const name of wanted) expect(headers.get(name), `${path} ${name}`).not.toBeNull()
    }
    for (const bytes of [
      'garbage\r\n\r\n',
      request('GET /x', { 'x-long': 'y'.repeat(20_000) }),
      'GET /x HTTP/1.1\r\n\r\n',
      request('CONNECT x:1'),
    ]) {
      const text = (await exchange(port, bytes)).toLowerCase()
      for (const name of wanted) expect(text, bytes.slice(0, 20)).toContain(`${name}:`)
    }
  })

  it('comes in time when the head of a request does not', async () => {
    const { port } = await start(sendPage, { headersTimeout: 50 })
    expect(statuses(await exchange(port, 'GET / HTTP/1.1\r\nhost: x\r\n'))).toEqual([408])
  })
})

describe('a server that ends', () => {
  it('finishes what runs, answers what was on its way, and cuts nothing', async () => {
    const pending: (() => void)[] = []
    const { url, drain, port } = await start((incoming, outgoing) => {
      if (incoming.url === '/slow') pending.push(() => sendPage(incoming, outgoing))
      else sendPage(incoming, outgoing)
    })
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const read = (path: string, own = agent) =>
      new Promise<string>((resolve, reject) => {
        get({ port, path, agent: own, headers: { host: 'localhost:3000' } }, (answer) =>
          answer
            .resume()
            .on('end', () =>
              resolve(`${answer.statusCode ?? 0} ${answer.headers.connection ?? ''}`),
            )
            .on('error', reject),
        ).on('error', reject)
      })
    expect(await read('/first')).toBe('200 keep-alive')
    const slow = read('/slow', new Agent({ keepAlive: true }))
    while (pending.length === 0) await new Promise((resolve) => setImmediate(resolve))
    const ended = drain.begin()
    expect(await read('/late')).toBe('200 close')
    await expect(fetch(url('/new'))).rejects.toThrow()
    pending.forEach((go) => go())
    expect(await slow).toBe('200 close')
    await ended
  })
})
