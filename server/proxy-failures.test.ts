import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import {
  exchange,
  FORM,
  POST,
  request,
  sendPage,
  start,
  statuses,
  stopAll,
} from '../lib/base/testing/proxy.ts'
import { followedRequests, noteGone, noteThrown } from '../lib/base/http/request-outcomes.ts'

afterEach(stopAll)

describe('an application that fails', () => {
  it('is given up in time, and the connection is not used again', async () => {
    let isStuck = true
    const { url } = await start(
      (incoming, outgoing) => {
        if (!isStuck) sendPage(incoming, outgoing)
      },
      { pageMs: 50 },
    )
    const stuck = await fetch(url('/methode'))
    expect([stuck.status, stuck.headers.get('retry-after')]).toEqual([503, '30'])
    isStuck = false
    expect(await (await fetch(url('/methode'))).text()).toContain('<p>/methode</p>')
  })

  it('that cuts its answer short does not spoil the next one', async () => {
    let isBroken = true
    const { url } = await start((incoming, outgoing) => {
      if (!isBroken) return sendPage(incoming, outgoing)
      outgoing
        .writeHead(200, { 'content-type': 'text/plain', 'content-length': 100 })
        .write('half', () => outgoing.destroy())
    })
    await expect(
      fetch(url('/methode'), { headers: { cookie: 'a=b' } }).then((answer) => answer.text()),
    ).rejects.toThrow()
    isBroken = false
    expect((await fetch(url('/methode'), { headers: { cookie: 'a=b' } })).status).toBe(200)
  })

  it('says that the database is away with 503, and anything else with 500', async () => {
    for (const [unavailable, status] of [
      [true, 503],
      [false, 500],
    ] as const) {
      const { url } = await start((incoming, outgoing) => {
        noteThrown(String(incoming.headers['x-request-id']), unavailable)
        outgoing
          .writeHead(500, incoming.url?.startsWith('/api/') ? {} : { 'content-type': 'text/html' })
          .end()
      })
      for (const path of ['/methode', '/api/v1/regios', '/monitor/bestand']) {
        const answer = await fetch(url(path))
        expect(answer.status, path).toBe(status)
        expect(answer.headers.get('retry-after'), path).toBe(unavailable ? '30' : null)
      }
    }
  })

  it('answers 410 for what was taken away, to everyone, and keeps no such page', async () => {
    let isGone = true
    const { url } = await start((incoming, outgoing) => {
      if (isGone) noteGone(String(incoming.headers['x-request-id']))
      sendPage(incoming, outgoing)
    })
    const ask = async (headers: Record<string, string> = {}) =>
      (await fetch(url('/initiatieven/weg'), { headers })).status
    expect(await Promise.all([ask(), ask(), ask({ cookie: 'a=b' })])).toEqual([410, 410, 410])
    isGone = false
    expect([await ask(), await ask({ cookie: 'a=b' })]).toEqual([200, 200])
  })

  it('that says itself when to come back is handed on', async () => {
    const { url } = await start((_incoming, outgoing) =>
      outgoing
        .writeHead(503, { 'content-type': 'text/html', 'retry-after': '15' })
        .end('<p>Wacht op uw beurt</p>'),
    )
    const answer = await fetch(url('/monitor/bestand'))
    expect([answer.status, answer.headers.get('retry-after'), await answer.text()]).toEqual([
      503,
      '15',
      '<p>Wacht op uw beurt</p>',
    ])
  })

  it('does not leave a page in the cache that lost a part', async () => {
    let made = 0
    const { url, cache } = await start((incoming, outgoing) => {
      made += 1
      if (made === 1) noteThrown(String(incoming.headers['x-request-id']), true)
      sendPage(incoming, outgoing)
    })
    for (let time = 0; time < 3; time += 1) expect((await fetch(url('/methode'))).status).toBe(200)
    expect([made, cache.size]).toEqual([2, 1])
  })
})

describe('visitors who leave or wait', () => {
  it('leave nothing behind when they stop reading an answer', async () => {
    const { port } = await start((_incoming, outgoing) => {
      outgoing.writeHead(200, { 'content-type': 'text/plain' }).end('x'.repeat(600_000))
    })
    const leave = () =>
      new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1')
        socket.write(request('POST /x', { ...POST, 'content-length': FORM.length }, FORM))
        socket.once('data', () => socket.destroy()).once('close', () => resolve())
      })
    await Promise.all(Array.from({ length: 60 }, leave))
    await expect.poll(followedRequests).toBe(0)
  })

  it('cannot take the room of forms with bodies that they announce and do not send', async () => {
    const { port, url } = await start()
    const session = { ...POST, cookie: 'praktijkbank-session=x' }
    const idleSockets = Array.from({ length: 20 }, () => {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined)
      socket.write(
        request('POST /api/werkplek/cijfers', { ...session, 'content-length': 22_000_000 }),
      )
      return socket
    })
    const sent = await fetch(url('/inloggen'), { method: 'POST', headers: POST, body: FORM })
    expect(sent.status).toBe(200)
    idleSockets.forEach((socket) => socket.destroy())
  })

  it('get their answer after a refusal that does not read their body, and nothing that follows is carried out', async () => {
    const { port, asked } = await start((incoming, outgoing) => {
      if (incoming.url === '/slow') setTimeout(() => sendPage(incoming, outgoing), 50)
      else sendPage(incoming, outgoing)
    })
    const refused = request('GET /a', { cookie: 'a=b', 'content-length': 4 }, 'body')
    const write = request('POST /write', { ...POST, 'content-length': FORM.length }, FORM)
    const text = await exchange(port, request('GET /slow', { cookie: 'a=b' }), refused, write)
    expect(statuses(text)).toEqual([200, 400])
    expect(asked.map(({ url }) => url)).toEqual(['/slow'])
  })

  it('never find an answer to garbage inside the answer to a request', async () => {
    const { port } = await start((_incoming, outgoing) => {
      outgoing.writeHead(200, { 'content-type': 'text/plain', 'content-length': 12 })
      outgoing.write('first ')
      setTimeout(() => outgoing.end('second'), 100)
    })
    const text = await exchange(port, request('GET /a', { cookie: 'a=b' }), 'GARBAGE\r\n\r\n')
    expect(text).not.toContain('problem+json')
  })

  it('do not keep the server from ending with a tunnel they asked for', async () => {
    const { port, drain } = await start()
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    socket.on('error', () => undefined)
    socket.write(request('CONNECT x:80'))
    await new Promise((resolve) => socket.once('data', resolve))
    await drain.begin()
    socket.destroy()
  })
})
