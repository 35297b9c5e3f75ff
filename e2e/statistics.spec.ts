import { readFileSync } from 'node:fs'
import { expect, expectAccessible, fillSignIn, query, signInAs, test } from './fixtures'

interface Reference {
  observations: { indicator: string; regionCode: string; value: number; reportRef: string | null }[]
}
const reference = JSON.parse(
  readFileSync('prisma/seed/reference/indicators.json', 'utf8'),
) as Reference

test('the tables of the report stand on screen as the reference data has them @S-160', async ({
  page,
}) => {
  await page.goto('/cijfers/rapport')
  const regions = new Map(
    (await query<{ code: string; name: string }>('SELECT code, name FROM region')).map(
      ({ code, name }) => [code, name],
    ),
  )
  for (const number of [1, 2, 3, 4]) {
    const wanted = reference.observations.filter(({ reportRef }) => reportRef === `tabel ${number}`)
    const order = await query<{ slug: string }>(
      'SELECT slug FROM indicator WHERE slug = ANY($1) ORDER BY position',
      [wanted.map(({ indicator }) => indicator)],
    )
    const rows = page.locator(`#tabel-${number} tbody tr`)
    for (const { indicator, regionCode, value } of wanted) {
      const row = rows.filter({
        has: page.locator('th', { hasText: regions.get(regionCode) ?? regionCode }),
      })
      const kinds = { AM: 'arbeidsmarktregio', PV: 'provincie', LD: 'landsdeel', GG: 'GGD-regio' }
      const cell = row
        .filter({ hasText: kinds[regionCode.slice(0, 2) as keyof typeof kinds] })
        .first()
        .locator('td')
        .nth(order.findIndex(({ slug }) => slug === indicator))
      const text = await cell.evaluate((element) => {
        const copy = element.cloneNode(true) as HTMLElement
        copy.querySelectorAll('sup').forEach((mark) => {
          mark.remove()
        })
        return copy.textContent
      })
      expect(
        Number(text.replaceAll('.', '').replace(',', '.').replace('%', '')),
        `${indicator} ${regionCode}`,
      ).toBe(value)
    }
  }
  await expect(page.locator('#sommen tbody tr')).toHaveCount(26)
  await expect(page.locator('#twijfel li')).toHaveCount(33)
  await expectAccessible(page)
})

test('a visitor sees how a figure stood on a day, without JavaScript too @S-161', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL && { baseURL }),
  })
  const page = await context.newPage()
  await page.goto('/cijfers/gwu-personen')
  await expect(page.getByText('Tel CBS en UWV niet bij elkaar op')).toBeVisible()
  await page.getByLabel('Bekijk zoals het stond op').fill('2020-01-01')
  await page.getByRole('button', { name: 'Toon' }).click()
  await expect(page).toHaveURL(/peildatum=2020-01-01/)
  await expect(page.getByText('Op 1 januari 2020 stond hier nog geen cijfer')).toBeVisible()
  await context.close()
})

test('a moderator checks a file, writes it and sees it beside its source @S-162', async ({
  page,
}) => {
  const mapping = {
    headerRow: 1,
    region: 'Regio',
    regionType: 'labour_market',
    periodColumn: 'Jaar',
    values: [{ column: 'Aantal', indicator: 'gwu-personen', factor: 1 }],
    missing: {},
    breakdown: {},
  }
  await query(
    `INSERT INTO stat_dataset (slug, title, kind, source_id, mapping) SELECT 'e2e-bestand', 'Bestand van de proef', 'file', id, $1 FROM statistical_source ORDER BY slug LIMIT 1`,
    [JSON.stringify(mapping)],
  )
  await signInAs(page, 'moderator')
  await page.goto('/werkplek/beheer/cijfers')
  await expectAccessible(page)
  const source = page
    .locator('#bronnen li')
    .filter({ has: page.getByRole('heading', { name: 'Bestand van de proef' }) })
  await source.getByLabel(/^Bestand/).setInputFiles({
    name: 'cijfers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Regio;Jaar;Aantal\nTwente;2024;1.234,5\nNergens;2024;3\nTwente;2025;=1+1\n',
    ),
  })
  await source.getByRole('button', { name: 'Controleer bestand' }).click()
  await expect(page.getByText('Onbekend gebied')).toBeVisible()
  await expect(page.getByText('Een formule; zet er een waarde')).toBeVisible()
  expect(
    await query(
      `SELECT 1 FROM stat_cell c JOIN stat_series s ON s.id = c.series_id JOIN stat_dataset d ON d.id = s.dataset_id WHERE d.slug = 'e2e-bestand'`,
    ),
  ).toEqual([])
  await page.getByRole('button', { name: 'Schrijf deze cijfers' }).click()
  await expect(page.getByText('geschreven')).toBeVisible()
  await page.goto('/cijfers/gwu-personen')
  await expect(page.locator('#e2e-bestand')).toContainText('1.234,5')
})

test('an editor finds no screen to read figures in @S-163', async ({ page }) => {
  await page.goto('/inloggen')
  await fillSignIn(page, 'redacteur.brabant@voorbeeld.nl')
  await expect(page).toHaveURL(/\/werkplek$/)
  expect((await page.request.get('/werkplek/beheer/cijfers')).status()).toBe(404)
  expect(
    (
      await page.request.post('/api/werkplek/cijfers', { multipart: { dataset: 'e2e-bestand' } })
    ).status(),
  ).toBe(404)
})
