import { expect, expectAccessible, expectWhole, query, test } from './fixtures'

test('the gaps put people beside initiatives per group and region, each count apart @S-250', async ({
  page,
}) => {
  await page.goto('/monitor')
  await page
    .getByRole('navigation', { name: "Overzichten over regio's heen" })
    .getByRole('link', { name: 'Witte vlekken' })
    .click()
  await expect(page).toHaveURL(/\/monitor\/dekking$/)
  await expect(page.getByText('Tel deze twee niet bij elkaar op')).toBeVisible()
  const row = page
    .getByRole('row')
    .filter({ hasText: 'Geregistreerde werkzoekenden' })
    .filter({ hasText: 'West-Brabant' })
  await expect(row).toContainText('35.754')
  await expect(row.getByText('onbekend')).toHaveCount(2)
  await row.getByRole('link', { name: /Nog niets/ }).click()
  await expect(page).toHaveURL(/\/initiatieven\?doelgroep=gwu&regio=west-brabant/)
  await page.goto('/monitor/dekking?gebied=provincie')
  await expect(page.getByRole('row').filter({ hasText: 'Noord-Brabant' }).first()).toContainText(
    /145|120\.972/,
  )
  const file = await page.request.get('/monitor/dekking/bestand?soort=csv&regio=twente')
  expect(file.headers()['content-type']).toContain('text/csv')
  expect(await file.text()).toContain('37145')
  expect((await page.request.get('/monitor/dekking/bestand?soort=xlsx')).status()).toBe(200)
  expect((await page.request.get('/monitor/dekking/bestand?soort=exe')).status()).toBe(404)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the gaps are narrowed down with a form, and what does not exist is left out @S-251', async ({
    page,
  }) => {
    await page.goto('/monitor/dekking?regio=bestaat-niet&doelgroep=%3Cb%3E')
    await expect(
      page.getByRole('heading', {
        level: 2,
        name: 'De grootste witte vlekken per arbeidsmarktregio',
      }),
    ).toBeVisible()
    await page.getByRole('combobox', { name: 'Regio' }).selectOption('twente')
    await page.getByRole('button', { name: 'Toon', exact: true }).click()
    await expect(page).toHaveURL(/regio=twente/)
    await expect(
      page.getByRole('heading', { level: 2, name: 'Witte vlekken in Twente' }),
    ).toBeVisible()
    await page.getByRole('link', { name: 'Toon alles' }).click()
    await expect(page).toHaveURL(/\/monitor\/dekking$/)
  })
})

test('the funding horizon tells per quarter what ends, with what comes next and what hangs on it @S-253', async ({
  page,
}) => {
  await page.goto('/monitor/financiering?regio=midden-brabant')
  const quarters = page.getByRole('list', {
    name: 'Geldstromen die eindigen, per kwartaal, met en zonder vervolg',
  })
  await expect(quarters.getByRole('listitem')).toHaveCount(8)
  await page.getByText('Bekijk als tabel').click()
  await expect(
    page.getByRole('table', {
      name: 'Geldstromen die eindigen, per kwartaal, met en zonder vervolg',
    }),
  ).toBeVisible()
  const rows = await page.request.get(
    '/monitor/financiering/bestand?soort=csv&regio=midden-brabant',
  )
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

test('a region stands beside the ones that are like it, with every reason, or beside those one chooses @S-254', async ({
  page,
}) => {
  await page.goto('/regios/midden-brabant')
  await page.getByRole('link', { name: "Vergelijk met regio's die hierop lijken" }).click()
  await expect(page).toHaveURL(/\/regios\/midden-brabant\/vergelijken$/)
  const table = page.getByRole('table', { name: "Regio's naast elkaar" })
  await expect(table.getByRole('columnheader')).toHaveCount(5)
  await expect(
    table.getByRole('row').filter({ hasText: 'ingeschreven werkzoekenden' }),
  ).toContainText('27.402')
  await expect(
    page.getByText(
      /Ongeveer evenveel werkzoekenden bij UWV: 27\.402 in Midden-Brabant en 30\.190 in Noordoost-Brabant/,
    ),
  ).toBeVisible()
  await page.goto(
    '/regios/midden-brabant/vergelijken?met=twente&met=bestaat-niet&met=provincie-overijssel',
  )
  await expect(table.getByRole('columnheader')).toHaveCount(3)
  const file = await page.request.get(
    '/regios/midden-brabant/vergelijken/bestand?met=twente&soort=csv',
  )
  expect(await file.text()).toContain('27402;37145')
  expect(
    (await page.request.get('/regios/bestaat-niet/vergelijken/bestand?soort=csv')).status(),
  ).toBe(404)
})

test('all regions stand side by side, each with the ways to its monitor and its comparison @S-255', async ({
  page,
}) => {
  await page.goto('/regios')
  await page.getByRole('link', { name: "Bekijk alle regio's naast elkaar" }).click()
  await expect(page).toHaveURL(/\/monitor\/regios$/)
  const row = page.getByRole('row').filter({ hasText: 'Midden-Brabant' })
  await expect(row).toContainText('€')
  await row.getByRole('link', { name: /^Monitor.*Midden-Brabant/ }).click()
  await expect(page).toHaveURL(/\/regios\/midden-brabant\/monitor\?jaar=\d{4}$/)
  expect(await (await page.request.get('/monitor/regios/bestand?soort=csv')).text()).toContain(
    'Midden-Brabant;Arbeidsmarktregio',
  )
})

test('care, volunteering and work of a region stand in one picture, with what its initiatives say about them @S-256', async ({
  page,
}) => {
  await page.goto('/regios/achterhoek/welvaart')
  await expect(
    page.getByText('Over onbetaald werk is in deze regio geen cijfer bekend'),
  ).toBeVisible()
  await expect(page.getByText('Uit deze regio is nog geen initiatief gepubliceerd')).toBeVisible()
  await query(`INSERT INTO trade_off (initiative_id, domain, effect, hours_per_week, carried_by)
    SELECT initiative_id, 'informal_care', 'worse', 6, 'familie' FROM initiative_search WHERE regions @> ARRAY['midden-brabant']
    ON CONFLICT (initiative_id, domain) DO UPDATE SET effect = 'worse', hours_per_week = 6, carried_by = 'familie'`)
  await page.goto('/regios/midden-brabant/welvaart')
  const picture = page.getByRole('list', {
    name: 'Aandeel mensen per soort werk, hier en in heel Nederland',
  })
  await expect(picture.getByRole('listitem').filter({ hasText: 'Geeft mantelzorg' })).toContainText(
    '13,8 tot 14,2%',
  )
  await expect(picture).toContainText('vrouwen 79,5% en mannen 88,4%')
  await expect(
    page.getByRole('row').filter({ hasText: 'Mantelzorg' }).filter({ hasText: '6 eraf' }),
  ).toBeVisible()
  await expect(page.getByRole('img', { name: /stroom|stromen/ })).toBeVisible()
  await expectAccessible(page)
  const [figures, answers] = await Promise.all(
    ['deel=cijfers&', ''].map((part) =>
      page.request.get(`/regios/midden-brabant/welvaart/bestand?${part}soort=csv`),
    ),
  )
  expect(await figures!.text()).toContain('Noord-Brabant;8,2')
  expect(await answers!.text()).toContain('Slechter;6;familie')
  expect((await page.request.get('/regios/midden-brabant/welvaart/bestand')).status()).toBe(404)
})

const PAGES = [
  '/regios/midden-brabant/welvaart',
  '/regios/achterhoek/welvaart',
  '/en/regions/twente/welfare',
  '/monitor/regios',
  '/regios/midden-brabant/vergelijken',
  '/regios/ser-zeeland/vergelijken',
  '/en/regions/twente/compare',
  '/monitor/financiering',
  '/en/monitor/funding?regio=midden-brabant',
  '/monitor/financiering?regio=achterhoek',
  '/monitor/dekking',
  '/monitor/dekking?regio=midden-brabant',
  '/en/monitor/gaps?doelgroep=statushouders',
]

for (const path of PAGES) {
  test(`axe finds nothing on ${path}, it has one main heading and fits a small screen @S-252`, async ({
    page,
  }) => {
    await page.goto(path)
    await expectWhole(page)
  })
}
