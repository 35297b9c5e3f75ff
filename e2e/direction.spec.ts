import {
  expect,
  expectAccessible,
  expectFits,
  query,
  send,
  signInAs,
  test,
  unique,
} from './fixtures'
import {
  alone,
  aloneInFile,
  GROUP,
  INSTRUMENT,
  measurementOf,
  officeLines,
  REGION,
  views,
  WORDS,
} from './directions'
import { addPublished } from './initiatives'
import type { APIRequestContext, Page } from '@playwright/test'

test.describe.configure({ mode: 'serial' })

const made: { id: string; slug: string; title: string; direction: string }[] = []

async function arrange(kind: string, direction: string, alsoBetter: boolean) {
  const title = unique(kind)
  const one = await addPublished(title, 'secretariaat-ser-brabant')
  await query(
    `WITH r AS (SELECT published_revision_id AS id FROM initiative WHERE id = $1::uuid),
      t AS (INSERT INTO revision_term (revision_id, term_id, position) SELECT r.id, t.id, 1 FROM r, term t
        WHERE (t.vocabulary, t.slug) IN (('target_group', $2), ('instrument', $3))),
      g AS (INSERT INTO revision_region (revision_id, region_id, position) SELECT r.id, g.id, 1 FROM r, region g WHERE g.slug = $4)
    INSERT INTO initiative_indicator (id, initiative_id, position, label, unit, result_type_id)
      SELECT gen_random_uuid(), $1::uuid, p, 'Betaald werk ' || p, 'deelnemers', t.id FROM term t, generate_series(1, 2) p
      WHERE t.vocabulary = 'result_type' AND t.slug = 'outcome'`,
    [one.id, GROUP, INSTRUMENT, REGION],
  )
  if (alsoBetter)
    await query(
      `INSERT INTO measurement (id, indicator_id, measured_on, numerator, n, design, comparison_numerator, comparison_n, comparison_description, source_title)
      SELECT gen_random_uuid(), id, '2025-10-01', 700, 1000, 'comparison', 400, 1000, 'Wachtlijst', 'Telling' FROM initiative_indicator WHERE initiative_id = $1::uuid AND position = 2`,
      [one.id],
    )
  made.push({ ...one, title, direction })
  return one
}

/** In the form, so that what is shown everywhere comes from what an editor typed. */
async function measure(page: Page, id: string, numerator: string, without: string) {
  await page.goto(`/werkplek/initiatieven/${id}/metingen`)
  const form = page.locator('form').filter({ has: page.getByLabel('Gemeten op') })
  await form.locator('[name=measuredIndicatorId]').selectOption({ label: 'Betaald werk 1' })
  await form.getByLabel('Gemeten op').fill('2026-10-01')
  await form.getByLabel('Aantal mensen met dit resultaat', { exact: true }).fill(numerator)
  await form.getByLabel('Van hoeveel mensen in totaal').fill('1000')
  await form.getByLabel('Bron', { exact: true }).fill('Onderzoek')
  await form.getByLabel('Hoe is er gemeten').selectOption('comparison')
  await form.getByLabel('Met wie vergelijkt u').fill('Mensen op de wachtlijst.')
  await form.getByLabel('Vergelijkingsgroep: aantal met dit resultaat').fill(without)
  await form.getByLabel('Vergelijkingsgroep: totaal').fill('1000')
  await send(page, 'Opslaan', form)
}

test.beforeAll(async ({ browser }) => {
  const harmful = await arrange('Schadelijk', 'schaadt', false)
  const noDifference = await arrange('Zonder verschil', 'geen verschil', false)
  const mixed = await arrange('Wisselend', 'wisselend', true)
  const page = await (await browser.newContext()).newPage()
  await signInAs(page, 'editor')
  await measure(page, harmful.id, '400', '700')
  await measure(page, noDifference.id, '500', '500')
  await measure(page, mixed.id, '400', '700')
  await page.context().close()
})

test.afterAll(async () => {
  const ids = made.map(({ id }) => id)
  await query('DELETE FROM initiative_search WHERE initiative_id = ANY ($1::uuid[])', [ids])
  await query('UPDATE initiative SET published_revision_id = NULL WHERE id = ANY ($1::uuid[])', [
    ids,
  ])
})

test('a harmful, a null and a mixed initiative never stand without their direction in a view or file @S-620', async ({
  page,
}) => {
  test.slow()
  await page.goto('/wat-niet-werkte')
  const addresses = await views(made.map(({ slug }) => slug))
  expect(addresses.length).toBeGreaterThan(50)
  const naming: string[] = []
  for (const address of addresses) {
    const answer = await page.request.get(address)
    expect([200, 400, 404], address).toContain(answer.status())
    const text = await answer.text()
    if (/html/.test(answer.headers()['content-type'] ?? '')) {
      const found = await alone(page, text)
      expect(found.alone, address).toEqual([])
      if (found.named > 0) naming.push(address.replace(/\?.*/, ''))
    } else if (/officedocument/.test(answer.headers()['content-type'] ?? '')) {
      const lines = await officeLines(await answer.body())
      expect(aloneInFile(lines.join('\n')), address).toEqual([])
      if (lines.some((line) => WORDS.test(line))) naming.push(address.replace(/\?.*/, ''))
    } else if (/csv|xml|json/.test(answer.headers()['content-type'] ?? '')) {
      expect(aloneInFile(text), address).toEqual([])
      if (WORDS.test(text)) naming.push(address.replace(/\?.*/, ''))
    }
  }
  const expected = [
    '/',
    '/initiatieven',
    '/initiatieven/feed.xml',
    '/initiatieven/feed.json',
    '/monitor/bestand',
    '/monitor/regios/bestand',
    '/portretten/bestand',
    '/vergelijken',
    '/vergelijken/bestand',
    '/wat-niet-werkte',
    ...made.map(({ slug }) => `/initiatieven/${slug}`),
    ...(await Promise.all(
      made.map(async ({ slug }) => `/initiatieven/${slug}/metingen/${await measurementOf(slug)}`),
    )),
  ]
  expect(expected.filter((path) => !naming.includes(path))).toEqual([])
})

/** Each object that names a level, wherever it is nested. */
function withLevel(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(withLevel)
  if (typeof value !== 'object' || value === null) return []
  const own = value as Record<string, unknown>
  return [
    ...('bewijsniveau' in own || 'trede' in own ? [own] : []),
    ...Object.values(own).flatMap(withLevel),
  ]
}

async function apiAddresses(request: APIRequestContext): Promise<string[]> {
  const { paths } = (await (await request.get('/api/v1/openapi.json')).json()) as {
    paths: Record<string, unknown>
  }
  const known = await Promise.all(
    made.map(async ({ slug }) => ({ slug, id: await measurementOf(slug) })),
  )
  return Object.keys(paths).flatMap((path) =>
    path.includes('/initiatieven/{slug}')
      ? known.map(({ slug, id }) => path.replace('{slug}', slug).replace('{id}', id))
      : [path.replace('{code}', 'AM20').replace('{slug}', 'geen')],
  )
}

test('every answer of the open data gives the direction and size with the level @S-621', async ({
  request,
}) => {
  let seen = 0
  for (const path of await apiAddresses(request)) {
    const answer = await request.get(path.startsWith('/api/') ? path : `/api/v1${path}`)
    if (answer.status() !== 200) continue
    const named = withLevel(await answer.json())
    seen += named.length
    for (const one of named) expect(one, path).toHaveProperty('richting')
  }
  expect(seen).toBeGreaterThan(made.length)
  const [harmful, none] = made
  const detail = (await (await request.get(`/api/v1/initiatieven/${harmful?.slug}`)).json()) as {
    bewijs: unknown
  }
  expect(detail.bewijs).toMatchObject({
    niveau: 'vergeleken',
    richting: 'schaadt',
    grootte: { mensen: 1000, metResultaat: 400, zonderInitiatief: 700, verschil: -300 },
  })
  const list = (await (
    await request.get(`/api/v1/initiatieven?richting=geen-verschil&paginagrootte=100`)
  ).json()) as { items: { slug: string }[] }
  expect(list.items.map(({ slug }) => slug)).toContain(none?.slug)
  expect((await request.get('/api/v1/initiatieven?richting=geweldig')).status()).toBe(400)
})

test('readers filter and sort on direction, and come from the home page to what did not work @S-622', async ({
  page,
}) => {
  const [harmful, none, mixed] = made
  await page.goto('/')
  await page.getByRole('link', { name: 'Wat niet werkte' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/schaadden|schaadde/)
  const harms = page.locator('#harms')
  await expect(harms.getByRole('link', { name: harmful?.title ?? '' })).toBeVisible()
  await expect(
    harms.getByText('400 van de 1.000 mensen, zonder 700. Verschil -300').first(),
  ).toBeVisible()
  await expect(
    page.locator('#noDifference').getByRole('link', { name: none?.title ?? '' }),
  ).toBeVisible()
  await expect(page.locator('#mixed').getByRole('link', { name: mixed?.title ?? '' })).toBeVisible()
  await expectAccessible(page)
  await expectFits(page)

  await page.goto('/initiatieven?richting=schaadt&sorteer=helpt')
  await expect(page.getByRole('link', { name: harmful?.title ?? '' })).toBeVisible()
  await expect(page.getByRole('link', { name: none?.title ?? '' })).toHaveCount(0)
  await page.goto(`/initiatieven?doelgroep=${GROUP}&sorteer=helpt&weergave=tabel`)
  const rows = page.getByRole('row')
  await expect(rows.last()).toContainText(harmful?.title ?? '')
  await expect(rows.last()).toContainText(/vergeleken: *schaadt/i)
  await expectAccessible(page)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a cell of the matrix counts the directions, as its file and its list do @S-623', async ({
    page,
  }) => {
    await page.goto('/monitor')
    const cell = page
      .getByRole('cell')
      .filter({ has: page.locator('[data-evidence="harms"]') })
      .filter({ has: page.locator('a[href*="instrument="]') })
      .first()
    const harms = cell.locator('[data-evidence="harms"]')
    await expect(harms).toContainText(/schaadt/)
    const counted = Number((await harms.locator('strong').textContent()) ?? '')
    const link = cell.locator('a[href*="instrument="]')
    const [, group = '', instrument = ''] =
      /: (.+?), (.+)$/.exec((await link.getAttribute('aria-label')) ?? '') ?? []
    const file = await (await page.request.get('/monitor/bestand?soort=csv')).text()
    const [header = '', ...lines] = file.split('\n')
    const mark = header.includes(';') ? ';' : ','
    const column = header.split(mark).findIndex((name) => /Schaadt/.test(name))
    const line = lines.find((one) => one.includes(group) && one.includes(instrument))
    expect(Number(line?.split(mark)[column])).toBe(counted)
    await page.goto(`${(await link.getAttribute('href')) ?? ''}&richting=schaadt`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(String(counted))
  })
})
