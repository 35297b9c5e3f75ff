import { routing } from '../i18n/routing'
import { QUERY_KEYS } from '../server/shared-address'
import { expect, query, signInAs, test, unique } from './fixtures'

const ADDRESS = '/initiatieven/voorschakeltraject-zorg'
const nonceOf = (policy: string | undefined) => /'nonce-([^']+)'/.exec(policy ?? '')?.[1] ?? ''

test('a page that is kept has a nonce of its own for each visitor, in its header and in each script @S-240', async ({
  request,
}) => {
  const nonces = new Set<string>()
  for (const headers of [
    { 'accept-encoding': 'gzip' },
    { 'accept-encoding': 'identity' },
    { 'accept-encoding': 'gzip' },
  ]) {
    const answer = await request.get(ADDRESS, { headers })
    const nonce = nonceOf(answer.headers()['content-security-policy'])
    const inPage = [...(await answer.text()).matchAll(/nonce="([^"]*)"/g)].map(([, value]) => value)
    expect(inPage.length).toBeGreaterThan(3)
    expect(new Set(inPage)).toEqual(new Set([nonce]))
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(3)
  const head = await request.head(ADDRESS)
  expect(head.status()).toBe(200)
  expect(await head.text()).toBe('')
})

test('what anyone else writes in the database shows at once, to visitors and to who is signed in @S-241', async ({
  page,
  request,
}) => {
  const [region] = await query<{ slug: string; name: string }>(
    `SELECT slug, name FROM region WHERE type = 'labour_market' AND name LIKE 'Gooi%'`,
  )
  if (!region) throw new Error('the region of this test is not in the reference data')
  const changed = unique(region.name)
  const read = async () => (await request.get('/api/v1/regios')).text()
  const name = (value: string) =>
    query('UPDATE region SET name = $1 WHERE slug = $2', [value, region.slug])
  const heading = page.getByRole('heading', { level: 1 })
  await signInAs(page, 'editor')
  await page.goto(`/regios/${region.slug}`)
  await expect(heading).toHaveText(region.name)
  expect(await read()).not.toContain(changed)
  try {
    await name(changed)
    await expect.poll(read, { timeout: 3_000 }).toContain(changed)
    await page.reload()
    await expect(heading).toHaveText(changed)
  } finally {
    await name(region.name)
  }
  await expect.poll(read, { timeout: 3_000 }).not.toContain(changed)
})

test('a signed-in reader gets pages of their own, and leaves nothing of them to visitors @S-242', async ({
  page,
  request,
}) => {
  await request.get(ADDRESS)
  await signInAs(page, 'editor')
  await page.goto(ADDRESS)
  const account = page.getByRole('banner').getByRole('link', { name: 'Werkplek' })
  await expect(account).toBeVisible()
  expect(await (await request.get(ADDRESS)).text()).not.toContain('href="/werkplek"')
})

const FILE = /\/(?:bestand|file)(?:\?|$)/

/** Addresses of both languages with a place for each name in them. */
const KINDS = Object.values(routing.pathnames)
  .flatMap((path) => (typeof path === 'string' ? [path, `/en${path}`] : [path.nl, `/en${path.en}`]))
  .map((template) => ({
    template,
    pattern: new RegExp(`^${template.replaceAll(/\[\w+\]/g, '[^/]+')}$`),
  }))
const kindOf = (address: string): string => {
  const path = address.replace(/\?.*$/, '')
  return KINDS.find(({ pattern }) => pattern.test(path))?.template ?? path
}
const PER_KIND = 3

function keysOn(html: string): { keys: string[]; paths: string[] } {
  const addresses = [...html.matchAll(/(?:href|action)="(\/[^"]*)"/g)].map(
    ([, address = '']) => new URL(address.replaceAll('&amp;', '&'), 'http://localhost'),
  )
  const own = addresses.filter(
    ({ pathname }) =>
      !/^\/(?:_next|api|en\/workspace|werkplek|inloggen|en\/sign-in)(?:\/|$)/.test(pathname) &&
      !pathname.includes('.'),
  )
  const filters = [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)]
    .filter(([form]) => !/method="post"/i.test(form))
    .flatMap(([form]) => [...form.matchAll(/\bname="([^"]+)"/g)].map(([, name = '']) => name))
  return {
    keys: [...own.flatMap(({ searchParams }) => [...searchParams.keys()]), ...filters],
    paths: own.map(({ pathname, search }) => pathname + search),
  }
}

test('every key that a link or filter of the site uses is one that the cache keeps apart @S-386', async ({
  request,
}) => {
  test.slow()
  const seen = new Set(['/', '/en', '/initiatieven?q=werk', '/vergelijken?i=rangeerterrein'])
  const perKind = new Map<string, number>()
  const unknown = new Map<string, string>()
  for (const path of seen) {
    const answer = await request.get(path)
    if (!(answer.headers()['content-type'] ?? '').startsWith('text/html')) continue
    const { keys, paths } = keysOn(await answer.text())
    for (const key of keys) if (!QUERY_KEYS.has(key) && !key.startsWith('$')) unknown.set(key, path)
    for (const next of paths.filter((address) => !FILE.test(address))) {
      // A few pages of each kind tell which keys they use.
      const kind = kindOf(next)
      const count = perKind.get(kind) ?? 0
      if (seen.has(next) || count >= PER_KIND) continue
      perKind.set(kind, count + 1)
      seen.add(next)
    }
  }
  expect(seen.size).toBeGreaterThan(60)
  expect([...unknown]).toEqual([])
})
