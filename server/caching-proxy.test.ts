import { createServer, get, Agent, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { followedRequests, noteThrown } from '../lib/base/http/request-outcomes.ts'
import { CachingProxy } from './caching-proxy.ts'
import { Drain } from './drain.ts'
import { createHttpServer } from './http-server.ts'
import { PageCache } from './page-cache.ts'
import { Upstream } from './upstream.ts'

const ORIGIN = 'http://localhost:3000'
const NONCE = 'aaaaaaaaaaaaaaaaaaaaaa=='
const stops: (() => void)[] = []
afterEach(() => stops.splice(0).forEach((stop) => stop()))

type Handler = (incoming: IncomingMessage, outgoing: ServerResponse) => void

/** A page as Next makes it: with a nonce, and with its address in it. */
function sendPage(incoming: IncomingMessage, outgoing: ServerResponse, status = 200): void {
  outgoing.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `script-src 'nonce-${NONCE}'`,
  })
  outgoing.end(`<p>${incoming.url ?? ''}</p><script nonce="${NONCE}"></script>`)
}

/** The real proxy before an application that `answer` stands in for. */
async function start(
  answer: Handler = sendPage,
  options: { pageMs?: number; headersTimeout?: number } = {},
) {
  const asked: IncomingMessage[] = []
  const inner = createServer((incoming, outgoing) => {
    asked.push(incoming)
    answer(incoming, outgoing)
  })
  await new Promise<void>((resolve) => inner.listen(0, '127.0.0.1', resolve))
  const upstream = new Upstream((inner.address() as AddressInfo).port)
  const cache = new PageCache({
    maxBytes: 1_000_000,
    maxEntries: 100,
    maxAgeMs: 60_000,
    now: Date.now,
  })
  cache.setConnected(true)
  const proxy = new CachingProxy(upstream, cache, {
    pageMs: options.pageMs ?? 5_000,
    fileMs: 5_000,
  })
  const limits =
    options.headersTimeout === undefined
      ? {}
      : { headersTimeout: options.headersTimeout, connectionsCheckingInterval: 20 }
  const server = createHttpServer((incoming, outgoing) => {
    drain.watch(outgoing)
    return proxy.handle(incoming, outgoing)
  }, limits)
  const drain = new Drain(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  stops.push(() => {
    upstream.close()
    inner.closeAllConnections()
    inner.close()
    server.closeAllConnections()
    server.close()
  })
  return { port, asked, cache, drain, url: (path: string) => `http://127.0.0.1:${port}${path}` }
}

/** Sends bytes and gives all that comes back until the connection ends. */
function exchange(port: number, ...parts: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.on('data', (chunk) => (text += chunk.toString()))
  socket.on('error', () => undefined)
  for (const part of parts) socket.write(part)
  return new Promise((resolve) => socket.on('close', () => resolve(text)))
}
const request = (line: string, headers: Record<string, string | number> = {}, body = '') =>
  `${line} HTTP/1.1\r\n${Object.entries({ host: 'localhost:3000', ...headers })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n${body}`
const statuses = (text: string) =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3}) [A-Z]/g)].map(([, status]) => Number(status))
const POST = { origin: ORIGIN, 'content-type': 'multipart/form-data; boundary=x' }
const FORM =
  '--x\r\ncontent-disposition: form-data; name="text"\r\n\r\nEen zin die iemand typte.\r\n--x--\r\n'

describe('a request that would put the proxy out of step', () => {
  it.each([
    ['a length and a body', { 'content-length': 5000 }, 'x'.repeat(5000)],
    ['a length and no body', { 'content-length': 5000 }, ''],
    ['chunks', { 'transfer-encoding': 'chunked' }, '5\r\nhello\r\n0\r\n\r\n'],
    [
      'both',
      { 'content-length': 4, 'transfer-encoding': 'chunked' },
      '0\r\n\r\nGET /smuggled HTTP/1.1\r\nhost: localhost\r\n\r\n',
    ],
  ])('is refused with %s, and the next visitor is answered at once', async (_, headers, body) => {
    const { port, asked, url } = await start()
    // A cookie takes it past the cache, to a connection that others share.
    const refused = await exchange(
      port,
      request('GET /methode', { cookie: 'a=b', ...headers }, body),
    )
    expect(statuses(refused)).toEqual([400])
    expect(refused.toLowerCase()).toContain('connection: close')
    const next = await fetch(url('/regios'), { headers: { cookie: 'a=b' } })
    expect(await next.text()).toContain('<p>/regios</p>')
    expect(asked.map((one) => one.url)).toEqual(['/regios'])
  })

  it('hands no framing on with a reading request', async () => {
    const { asked, url } = await start()
    await fetch(url('/methode'), { headers: { cookie: 'a=b', te: 'trailers', 'x-secret': '1' } })
    const { headers, rawHeaders } = asked[0]!
    for (const name of [
      'content-length',
      'transfer-encoding',
      'te',
      'trailer',
      'expect',
      'upgrade',
    ])
      expect(headers, rawHeaders.join(' ')).not.toHaveProperty(name)
  })

  it('answers requests that follow each other without waiting, in order', async () => {
    const { port } = await start()
    const text = await exchange(
      port,
      request('GET /a'),
      request('GET /b', { cookie: 'a=b' }),
      request('HEAD /c'),
      request('GET /d', { connection: 'close' }),
    )
    expect([...text.matchAll(/<p>(.*?)<\/p>/g)].map(([, path]) => path)).toEqual(['/a', '/b', '/d'])
    expect(statuses(text)).toEqual([200, 200, 200, 200])
  })

  it('takes an upgrade as the ordinary request that it also is', async () => {
    const { port, asked } = await start()
    const text = await exchange(
      port,
      request('GET /a', { connection: 'upgrade, close', upgrade: 'websocket' }),
    )
    expect(statuses(text)).toEqual([200])
    expect(asked[0]!.headers.upgrade).toBeUndefined()
  })
})

describe('a body', () => {
  it('that is announced as too large is refused before it is read', async () => {
    const { port, asked } = await start()
    const text = await exchange(
      port,
      request('POST /x', { ...POST, 'content-length': 200_000_000 }),
    )
    expect(statuses(text)).toEqual([413])
    const careful = await exchange(
      port,
      request('POST /x', { ...POST, 'content-length': 200_000_000, expect: '100-continue' }),
    )
    expect(statuses(careful)).toEqual([413])
    expect(asked).toEqual([])
  })

  it('that turns out too large is refused, and the answer arrives though more was sent', async () => {
    const { port, asked } = await start()
    const chunk = `${(100_000).toString(16)}\r\n${'x'.repeat(100_000)}\r\n`
    const text = await exchange(
      port,
      request('POST /x', { ...POST, 'transfer-encoding': 'chunked' }),
      chunk,
      chunk,
      chunk,
      chunk,
    )
    expect(statuses(text)).toEqual([413])
    expect(asked).toEqual([])
  })

  it('is asked for when the sender waits for that, and handed on whole', async () => {
    const bodies: string[] = []
    const { port } = await start((incoming, outgoing) => {
      incoming
        .on('data', (chunk: Buffer) => bodies.push(chunk.toString()))
        .on('end', () => outgoing.writeHead(303, { location: '/done' }).end())
    })
    const text = await exchange(
      port,
      request(
        'POST /x',
        { ...POST, 'content-length': FORM.length, expect: '100-continue', connection: 'close' },
        FORM,
      ),
    )
    expect(statuses(text)).toEqual([100, 303])
    expect(bodies.join('')).toBe(FORM)
  })

  it('with too many fields, or that is no form, never reaches the application', async () => {
    const { asked, url } = await start()
    const send = (body: string, type = POST['content-type']) =>
      fetch(url('/x'), {
        method: 'POST',
        headers: { origin: ORIGIN, host: 'localhost:3000', 'content-type': type },
        body,
      })
    const part = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n\r\n'
    expect((await send(`${part.repeat(1_001)}--x--\r\n`)).status).toBe(413)
    expect((await send('a=&'.repeat(1_001), 'application/x-www-form-urlencoded')).status).toBe(413)
    expect((await send('garbage')).status).toBe(400)
    expect(asked).toEqual([])
  })
})

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
        // A route handler that threw has no type.
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
    const silent = Array.from({ length: 20 }, () => {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined)
      socket.write(
        request('POST /api/werkplek/cijfers', { ...session, 'content-length': 22_000_000 }),
      )
      return socket
    })
    const sent = await fetch(url('/inloggen'), { method: 'POST', headers: POST, body: FORM })
    expect(sent.status).toBe(200)
    silent.forEach((socket) => socket.destroy())
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
    const waiting: (() => void)[] = []
    const { url, drain, port } = await start((incoming, outgoing) => {
      if (incoming.url === '/slow') waiting.push(() => sendPage(incoming, outgoing))
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
    while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve))
    const ended = drain.begin()
    // On a connection that seemed idle.
    expect(await read('/late')).toBe('200 close')
    await expect(fetch(url('/new'))).rejects.toThrow()
    waiting.forEach((go) => go())
    expect(await slow).toBe('200 close')
    await ended
  })
})
