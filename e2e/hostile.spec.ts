import { connect } from 'node:net'
import { expect, expectAccessible, test } from './fixtures'

const origin = new URL(process.env.E2E_ORIGIN ?? 'http://localhost')

function exchange(bytes: string): Promise<string> {
  const socket = connect(Number(origin.port), origin.hostname)
  let text = ''
  socket.on('data', (chunk) => (text += chunk.toString('latin1'))).on('error', () => undefined)
  socket.write(bytes)
  return new Promise((resolve) => socket.on('close', () => resolve(text)))
}
const request = (line: string, headers: Record<string, string | number> = {}, body = '') =>
  `${line} HTTP/1.1\r\n${Object.entries({ host: origin.host, connection: 'close', ...headers })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n${body}`
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])

const WANTED = [
  'x-content-type-options: nosniff',
  'x-frame-options:',
  'content-security-policy:',
  'referrer-policy:',
  'permissions-policy:',
  'cross-origin-opener-policy:',
]

function expectWholeAnswer(answer: string, what: string, status: number): void {
  expect.soft(statusOf(answer), what).toBe(status)
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  for (const header of WANTED) expect.soft(head.toLowerCase(), what).toContain(header)
  if (status >= 400 && !what.startsWith('HEAD')) expect.soft(body.length, what).toBeGreaterThan(0)
  expect.soft(body, what).not.toMatch(/Internal Server Error|at .*\.js:\d+/)
}

test('a reading request with a body is refused, and whoever comes next is answered at once @S-380', async ({
  request: client,
}) => {
  for (const body of ['x'.repeat(5_000), '']) {
    expectWholeAnswer(
      await exchange(request('GET /methode', { cookie: 'a=b', 'content-length': 5_000 }, body)),
      'a length',
      400,
    )
    const next = await client.get('/regios', { headers: { cookie: 'a=b' } })
    expect(next.status()).toBe(200)
    expect(await next.text()).toContain('<h1')
  }
  expectWholeAnswer(
    await exchange(request('HEAD /methode', { 'transfer-encoding': 'chunked' }, '0\r\n\r\n')),
    'HEAD with chunks',
    400,
  )
})

test('an address that cannot be one has a whole answer @S-380', async () => {
  const cases = [
    ['/%', 400],
    ['/%ff', 400],
    ['/regios/%', 400],
    ['/initiatieven/%E0%A4%A', 400],
    ['/api/v1/%ff', 400],
    ['/%25', 404],
    ['/regios/100%25', 404],
    ['/en/%25', 404],
    ['/a%0d%0aset-cookie:x=1', 404],
    ['/_next/static/bestaat-niet.js', 404],
    ['/.well-known/bestaat-niet', 404],
    ['/api/v1/bestaat-niet', 404],
    ['/storing', 404],
    ['//elders.example', 308],
    ['/nl/regios', 307],
    ['/werkplek', 307],
    ['/icon.svg', 200],
    ['/robots.txt', 200],
    [`/${'a'.repeat(13_000)}`, 414],
    [`/?${'a'.repeat(20_000)}`, 431],
  ] as const
  for (const [path, status] of cases) {
    const answer = await exchange(request(`GET ${path}`))
    expectWholeAnswer(answer, path.slice(0, 60), status)
    expect.soft(/^location: (?:https?:)?\/\/elders/im.test(answer), path.slice(0, 60)).toBe(false)
  }
})

test('what no page or program can mean has a whole answer @S-380', async () => {
  const here = { origin: origin.origin }
  const form = { ...here, 'content-type': 'multipart/form-data; boundary=x' }
  const post = (headers: Record<string, string>, body: string, path = '/inloggen') =>
    request(`POST ${path}`, { ...headers, 'content-length': Buffer.byteLength(body) }, body)
  const field = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n'
  const cases = [
    ['TRACE', request('TRACE /'), 405],
    ['PUT', request('PUT /'), 405],
    ['OPTIONS', request('OPTIONS /'), 405],
    ['TRACE in the API', request('TRACE /api/v1/regios'), 405],
    ['no method', request('FOO /'), 400],
    ['another host twice', request('GET /', { Host: 'a' }), 400],
    ['an absolute address', request('GET http://elders.example/'), 400],
    ['a foreign form', post({ ...form, origin: 'https://elders.example' }, `${field}--x--`), 403],
    ['a form from nowhere', post({ 'content-type': form['content-type'] }, `${field}--x--`), 403],
    ['a body that is no form', post(form, 'garbage'), 400],
    ['a form that breaks off', post(form, field), 400],
    ['a broken part', post(form, '--x\r\ngarbage\r\n--x--'), 400],
    [
      'an action nobody has',
      post(form, `--x\r\ncontent-disposition: form-data; name="$ACTION_ID_00"\r\n\r\n\r\n--x--`),
      409,
    ],
    ['JSON', post({ ...here, 'content-type': 'application/json' }, '{}'), 415],
    [
      'arguments of an action that are none',
      post({ ...here, 'content-type': 'text/plain;charset=UTF-8', 'next-action': '00' }, '[[['),
      409,
    ],
    ['too many fields', post(form, `${field.repeat(1_001)}--x--`), 413],
    ['too much text', post(form, `${field.replace('b', 'b'.repeat(200_001))}--x--`), 413],
    ['200 MB', request('POST /inloggen', { ...form, 'content-length': 200_000_000 }), 413],
    ['no request at all', 'garbage\r\n\r\n', 400],
  ] as const
  for (const [what, bytes, status] of cases) expectWholeAnswer(await exchange(bytes), what, status)
})

test('60,000 fields of a stranger keep nobody waiting @S-380', async ({ request: client }) => {
  const fields = Array.from({ length: 60_000 }, (_, number) => `f${number}=x`).join('&')
  const attack = exchange(
    request(
      'POST /inloggen',
      {
        origin: origin.origin,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': fields.length,
      },
      fields,
    ),
  )
  expect((await client.get('/api/health')).status()).toBe(200)
  expect(statusOf(await attack)).toBe(413)
})

test('a host that someone invents is repeated nowhere @S-380', async () => {
  for (const path of [
    '/methode',
    '/initiatieven/feed.xml',
    '/initiatieven/feed.json',
    '/nl/regios',
    '/bestaat-niet',
    '/api/v1/regios',
  ]) {
    const answer = await exchange(
      `GET ${path} HTTP/1.1\r\nhost: hostvan.example\r\nx-forwarded-host: hostvan.example\r\nx-forwarded-proto: gopher\r\nconnection: close\r\n\r\n`,
    )
    expect(statusOf(answer), path).toBeLessThan(500)
    expect(/hostvan|gopher/.exec(answer)?.[0], path).toBeUndefined()
  }
})

test('a page for an address that cannot be one stays what it is in a browser with scripts @S-380', async ({
  page,
  problems,
}) => {
  const heading = page.getByRole('heading', { level: 1 })
  for (const [path, words] of [
    ['/regios/%', 'Dit kunnen wij niet lezen'],
    ['/en/%ff', 'We cannot read this'],
  ] as const) {
    await page.goto(path)
    await expect(heading).toHaveText(words)
    // Next's client fails on the address of such a page, so none comes with it.
    await expect(page.locator('script')).toHaveCount(0)
    await expectAccessible(page)
  }
  await page.goto('/regios/100%25')
  // Only the scripts of the page change its colours, so after this they did their work.
  await expect(async () => {
    await page.getByRole('radio', { name: 'Donker' }).check()
    await page.getByRole('radio', { name: 'Licht' }).check()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light', { timeout: 1_000 })
  }).toPass()
  await expect(heading).toHaveText('Deze pagina bestaat niet')
  await expectAccessible(page)
  problems.splice(0, problems.length, ...problems.filter((text) => !/\b40[04] \(/.test(text)))
})
