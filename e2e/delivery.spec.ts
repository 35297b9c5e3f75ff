import { connect, createServer, type Socket } from 'node:net'
import { freePort, startApplication } from './application'
import { expect, fillSignIn, PEOPLE, query, send, test, unique } from './fixtures'
import { startInitiative } from './initiatives'

test('pages carry a strict content policy with a fresh nonce and no cookies for visitors @S-21', async ({
  request,
}) => {
  const nonces = new Set<string>()
  for (const path of ['/', '/initiatieven', '/initiatieven/rangeerterrein', '/bestaat-niet']) {
    const headers = (await request.get(path)).headers()
    const policy = headers['content-security-policy'] ?? ''
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? '')
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['x-powered-by']).toBeUndefined()
  }
  expect(nonces.size).toBe(4)
})

test('signed-in pages are never stored @S-22', async ({ page }) => {
  await page.goto('/inloggen')
  await fillSignIn(page, PEOPLE.editor)
  await expect(page).toHaveURL(/\/werkplek$/)
  for (const path of ['/werkplek', '/werkplek/account', '/initiatieven/rangeerterrein']) {
    expect((await page.goto(path))?.headers()['cache-control']).toContain('no-store')
  }
})

test('the open data answers as its document says @S-23', async ({ request }) => {
  expect(await (await request.get('/api/health')).json()).toEqual({ status: 'ok', database: 'ok' })
  const document = (await (await request.get('/api/v1/openapi.json')).json()) as {
    openapi: string
    paths: Record<string, unknown>
  }
  expect(document.openapi).toBe('3.0.3')
  const [measured] = await query<{ id: string }>(
    `SELECT m.id FROM measurement m JOIN initiative_indicator i ON i.id = m.indicator_id
     JOIN initiative n ON n.id = i.initiative_id WHERE n.slug = 'rangeerterrein' ORDER BY m.id LIMIT 1`,
  )
  const named: Readonly<Record<string, string>> = {
    '/indicatoren/{slug}': '/indicatoren/oap-personen',
    '{slug}': 'rangeerterrein',
    '{code}': 'AM26',
    '{id}': measured?.id ?? '',
  }
  for (const path of Object.keys(document.paths)) {
    const filled = Object.entries(named).reduce((text, [from, to]) => text.replace(from, to), path)
    const address = `/api/v1${filled}`
    const answer = await request.get(address)
    expect(answer.status(), address).toBe(200)
    expect(answer.headers()['api-version']).toBe('1.0.0')
    expect(answer.headers()['access-control-allow-origin']).toBe('*')
    expect((await request.head(address)).status(), address).toBe(200)
    expect((await request.post(address)).status(), address).toBe(405)
  }
  for (const [path, status] of [
    ['/api/v1/initiatieven?onzin=1', 400],
    ['/api/v1/initiatieven/bestaat-niet', 404],
    ['/api/v1/onbekend', 404],
    ['/api/v1/initiatieven/', 404],
  ] as const) {
    const answer = await request.get(path)
    expect(answer.status(), path).toBe(status)
    expect(answer.headers()['content-type']).toContain('application/problem+json')
  }
})

test('a crash in the middle loses no saved text and nobody has to sign in again @S-24', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const port = await freePort()
  const title = unique('Na de storing')
  let application = await startApplication(port)
  try {
    const page = await (await browser.newContext({ baseURL: `http://localhost:${port}` })).newPage()
    await page.goto('/inloggen')
    await fillSignIn(page, PEOPLE.editor)
    await expect(page).toHaveURL(/\/werkplek$/)
    await startInitiative(page, title)
    await page.getByLabel('Wat was lastig?').fill('Dit stond er voor de storing.')
    await send(page, 'Opslaan')
    await expect(page.getByText(/Opgeslagen om/)).toBeVisible()
    await application.kill()
    application = await startApplication(port)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByLabel('Wat was lastig?')).toHaveValue('Dit stond er voor de storing.')
    expect(
      await query('SELECT count(*)::int AS count FROM initiative_revision WHERE title = $1', [
        title,
      ]),
    ).toEqual([{ count: 1 }])
    await page.context().close()
  } finally {
    await application.kill()
  }
})

async function lineTo(databaseUrl: string) {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let open = true
  const relay = createServer((near) => {
    if (!open) return void near.destroy()
    const far = connect(Number(target.port === '' ? 5432 : target.port), target.hostname)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket
        .on('error', () => other.destroy())
        .on('close', () => other.destroy())
        .pipe(other)
    }
  })
  const port = await freePort()
  await new Promise<void>((resolve) => relay.listen(port, '127.0.0.1', resolve))
  const own = new URL(databaseUrl)
  own.host = `127.0.0.1:${port}`
  return {
    url: own.href,
    cut() {
      open = false
      for (const socket of sockets) socket.destroy()
      sockets.clear()
    },
    lay() {
      open = true
    },
    end: () => relay.close(),
  }
}

test('with the database away every page says so without scripts, and works again by itself @S-340', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const line = await lineTo(process.env.E2E_DATABASE_URL ?? '')
  const port = await freePort()
  const application = await startApplication(port, line.url)
  try {
    const page = await (
      await browser.newContext({ baseURL: `http://localhost:${port}`, javaScriptEnabled: false })
    ).newPage()
    line.cut()
    for (const [path, language, words] of [
      ['/initiatieven/rangeerterrein?van=ver', 'nl', 'Even geduld alstublieft'],
      ['/en/initiatives/rangeerterrein', 'en', 'One moment please'],
    ] as const) {
      const answer = await page.goto(path)
      expect(answer?.status()).toBe(503)
      expect(answer?.headers()['retry-after']).toBe('30')
      expect(answer?.headers()['content-security-policy']).toContain("frame-ancestors 'none'")
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await expect(page.getByRole('heading', { level: 1, name: words })).toBeVisible()
      expect(await page.content()).not.toMatch(/ECONN|prisma|127\.0\.0\.1/i)
    }
    line.lay()
    await page.goto('/initiatieven/rangeerterrein?van=ver').catch(() => null)
    await expect
      .poll(
        async () => {
          await page
            .getByRole('link', { name: 'Probeer opnieuw' })
            .click({ timeout: 1_000 })
            .catch(() => undefined)
          return page.getByRole('heading', { level: 1 }).textContent()
        },
        { timeout: 30_000 },
      )
      .toBe('Rangeerterrein Midden-Brabant')
    expect(new URL(page.url()).search).toBe('?van=ver')
    await page.context().close()
  } finally {
    await application.kill()
    line.end()
  }
})
