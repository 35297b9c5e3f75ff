import { afterEach, describe, expect, it } from 'vitest'
import {
  exchange,
  FORM,
  ORIGIN,
  POST,
  request,
  start,
  statuses,
  stopAll,
} from '../lib/base/testing/proxy.ts'

afterEach(stopAll)

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
