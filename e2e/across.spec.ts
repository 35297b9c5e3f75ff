import { expect, expectAccessible, test } from './fixtures'

test('the gaps put people beside initiatives per group and region, each count apart @S-250', async ({ page }) => {
  await page.goto('/monitor')
  await page.getByRole('navigation', { name: "Overzichten over regio's heen" }).getByRole('link', { name: 'Witte vlekken' }).click()
  await expect(page).toHaveURL(/\/monitor\/dekking$/)
  await expect(page.getByText('Tel deze twee niet bij elkaar op')).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: 'Geregistreerde werkzoekenden' }).filter({ hasText: 'West-Brabant' })
  await expect(row).toContainText('35.754')
  await expect(row.getByText('onbekend')).toHaveCount(2)
  await row.getByRole('link', { name: /Nog niets/ }).click()
  await expect(page).toHaveURL(/\/initiatieven\?doelgroep=gwu&regio=west-brabant/)
  await page.goto('/monitor/dekking?gebied=provincie')
  await expect(page.getByRole('row').filter({ hasText: 'Noord-Brabant' }).first()).toContainText(/145|120\.972/)
  const file = await page.request.get('/monitor/dekking/bestand?soort=csv&regio=twente')
  expect(file.headers()['content-type']).toContain('text/csv')
  expect(await file.text()).toContain('37145')
  expect((await page.request.get('/monitor/dekking/bestand?soort=xlsx')).status()).toBe(200)
  expect((await page.request.get('/monitor/dekking/bestand?soort=exe')).status()).toBe(404)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the gaps are narrowed down with a form, and what does not exist is left out @S-251', async ({ page }) => {
    await page.goto('/monitor/dekking?regio=bestaat-niet&doelgroep=%3Cb%3E')
    await expect(page.getByRole('heading', { level: 2, name: 'De grootste witte vlekken per arbeidsmarktregio' })).toBeVisible()
    await page.getByLabel('Regio').selectOption('twente')
    await page.getByRole('button', { name: 'Toon', exact: true }).click()
    await expect(page).toHaveURL(/regio=twente/)
    await expect(page.getByRole('heading', { level: 2, name: 'Witte vlekken in Twente' })).toBeVisible()
    await page.getByRole('link', { name: 'Toon alles' }).click()
    await expect(page).toHaveURL(/\/monitor\/dekking$/)
  })
})

test('the funding horizon tells per quarter what ends, with what comes next and what hangs on it @S-253', async ({ page }) => {
  await page.goto('/monitor/financiering?regio=midden-brabant')
  const quarters = page.getByRole('list', { name: 'Geld dat eindigt, per kwartaal, met en zonder vervolg' })
  await expect(quarters.getByRole('listitem')).toHaveCount(8)
  await page.getByText('Bekijk als tabel').click()
  await expect(page.getByRole('table', { name: 'Geld dat eindigt, per kwartaal, met en zonder vervolg' })).toBeVisible()
  const rows = await page.request.get('/monitor/financiering/bestand?soort=csv&regio=midden-brabant')
  const text = await rows.text()
  expect(text).toContain('Gemeenten in de regio (voorbeeld)')
  expect(text).toContain('Ander geld loopt door')
  expect((await page.request.get('/monitor/financiering/bestand?soort=xlsx')).status()).toBe(200)
  expect((await page.request.get('/monitor/financiering/bestand')).status()).toBe(404)
  await quarters.getByRole('link').first().click()
  await expect(page).toHaveURL(/kwartaal=.*#stromen$/)
  await page.goto('/monitor/financiering?regio=achterhoek')
  await expect(page.getByText('Over geld is hier nog niets bekend')).toBeVisible()
})

test('a region stands beside the ones that are like it, with every reason, or beside those one chooses @S-254', async ({ page }) => {
  await page.goto('/regios/midden-brabant')
  await page.getByRole('link', { name: 'Vergelijk met regio\'s die hierop lijken' }).click()
  await expect(page).toHaveURL(/\/regios\/midden-brabant\/vergelijken$/)
  const table = page.getByRole('table', { name: "Regio's naast elkaar" })
  await expect(table.getByRole('columnheader')).toHaveCount(5)
  await expect(table.getByRole('row').filter({ hasText: 'ingeschreven werkzoekenden' })).toContainText('27.402')
  await expect(page.getByText(/Ongeveer evenveel werkzoekenden bij UWV: 27\.402 in Midden-Brabant en 30\.190 in Noordoost-Brabant/)).toBeVisible()
  await page.goto('/regios/midden-brabant/vergelijken?met=twente&met=bestaat-niet&met=provincie-overijssel')
  await expect(table.getByRole('columnheader')).toHaveCount(3)
  const file = await page.request.get('/regios/midden-brabant/vergelijken/bestand?met=twente&soort=csv')
  expect(await file.text()).toContain('27402;37145')
  expect((await page.request.get('/regios/bestaat-niet/vergelijken/bestand?soort=csv')).status()).toBe(404)
})

test('all regions stand side by side, each with the ways to its monitor and its comparison @S-255', async ({ page }) => {
  await page.goto('/regios')
  await page.getByRole('link', { name: "Bekijk alle regio's naast elkaar" }).click()
  await expect(page).toHaveURL(/\/monitor\/regios$/)
  const row = page.getByRole('row').filter({ hasText: 'Midden-Brabant' })
  await expect(row).toContainText('€')
  await row.getByRole('link', { name: 'Monitor: Midden-Brabant' }).click()
  await expect(page).toHaveURL(/\/regios\/midden-brabant\/monitor\?jaar=\d{4}$/)
  expect(await (await page.request.get('/monitor/regios/bestand?soort=csv')).text()).toContain('Midden-Brabant;Arbeidsmarktregio')
})

const PAGES = [
  '/monitor/regios', '/regios/midden-brabant/vergelijken', '/regios/ser-zeeland/vergelijken', '/en/regions/twente/compare',
  '/monitor/financiering', '/en/monitor/funding?regio=midden-brabant', '/monitor/financiering?regio=achterhoek',
  '/monitor/dekking', '/monitor/dekking?regio=midden-brabant', '/en/monitor/gaps?doelgroep=statushouders',
]

for (const path of PAGES) {
  test(`axe finds nothing on ${path}, it has one main heading and fits a small screen @S-252`, async ({ page }) => {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    for (const fold of await page.locator('main details:not([open]) > summary').all()) if (await fold.isVisible()) await fold.click()
    await expectAccessible(page)
    await page.setViewportSize({ width: 320, height: 700 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
}
