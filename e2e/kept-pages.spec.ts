import { expect, query, signInAs, test, unique } from './fixtures'

const ADDRESS = '/initiatieven/voorschakeltraject-zorg'
const nonceOf = (policy: string | undefined) => /'nonce-([^']+)'/.exec(policy ?? '')?.[1] ?? ''

test('a page that is kept has a nonce of its own for each visitor, in its header and in each script @S-240', async ({ request }) => {
  const nonces = new Set<string>()
  for (const headers of [{ 'accept-encoding': 'gzip' }, { 'accept-encoding': 'identity' }, { 'accept-encoding': 'gzip' }]) {
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

test('what anyone else writes in the database shows at once, to visitors and to who is signed in @S-241', async ({ page, request }) => {
  const [region] = await query<{ slug: string; name: string }>(`SELECT slug, name FROM region WHERE type = 'labour_market' AND name LIKE 'Gooi%'`)
  if (!region) throw new Error('the region of this test is not in the reference data')
  const changed = unique(region.name)
  const read = async () => (await request.get('/api/v1/regios')).text()
  const name = (value: string) => query('UPDATE region SET name = $1 WHERE slug = $2', [value, region.slug])
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

test('a signed-in reader gets pages of their own, and leaves nothing of them to visitors @S-242', async ({ page, request }) => {
  await request.get(ADDRESS)
  await signInAs(page, 'editor')
  await page.goto(ADDRESS)
  const account = page.getByRole('banner').getByRole('link', { name: 'Werkplek' })
  await expect(account).toBeVisible()
  expect(await (await request.get(ADDRESS)).text()).not.toContain('href="/werkplek"')
})
