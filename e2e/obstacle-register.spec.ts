import { readFileSync } from 'node:fs'
import { expect, query, send, someone, test, unique, wordParts } from './fixtures'
import { insert, slugOf } from './obstacle-rows'

test.describe.configure({ timeout: 240_000 })

const COUNCIL = 'redacteur.brabant@voorbeeld.nl'

test('merging moves links and leads the old address to the kept one @S-272', async ({
  page,
  browser,
}) => {
  const words = unique('Keuringen worden dubbel gedaan')
  const [kept, double] = [`${slugOf(words)}-a`, `${slugOf(words)}-b`]
  await insert(`${words} door twee diensten`, kept)
  const id = await insert(`${words} door diensten`, double)
  await query(
    `INSERT INTO obstacle_initiative (obstacle_id, initiative_id, note) SELECT $1::uuid, id, 'Staat bij de dubbele.' FROM initiative WHERE slug = 'switch-naar-techniek'`,
    [id],
  )
  const council = await someone(browser, COUNCIL)
  await council.goto(`/werkplek/knelpunten/${double}/bijwerken`)
  await council.getByLabel('Welk knelpunt blijft?').fill('bestaat-echt-niet')
  await send(council, 'Samenvoegen')
  await expect(council.getByRole('alert').first()).toContainText('Dit knelpunt bestaat niet')
  await council
    .getByRole('button', { name: `Voeg hierin samen: ${words} door twee diensten` })
    .click()
  await expect(council).toHaveURL(new RegExp(`/knelpunten/${kept}$`))
  await expect(council.getByText('Staat bij de dubbele.')).toBeVisible()
  await page.goto(`/knelpunten/${double}`)
  await expect(page).toHaveURL(new RegExp(`/knelpunten/${kept}$`))
  await page.goto(`/en/obstacles/${double}`)
  await expect(page).toHaveURL(new RegExp(`/en/obstacles/${kept}$`))
  await expect(page.getByText('Also entered as')).toBeVisible()
  expect(
    await query(`SELECT 1 FROM audit_event WHERE action = 'obstacle.merge' AND object_id = $1`, [
      id,
    ]),
  ).toHaveLength(1)
  await council.context().close()
})

test('an advice becomes a document without JavaScript, and a mistake costs no text @S-273', async ({
  browser,
}) => {
  const page = await someone(browser, COUNCIL, false)
  await page.goto('/knelpunten?instantie=coa')
  await page.getByLabel('Kies voor advies: Verhuizingen in de opvang breken werk af').check()
  await page.getByRole('button', { name: 'Maak een advies van de gekozen knelpunten' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Advies maken' })).toBeVisible()
  await page.getByLabel('Inleiding').fill('Drie regio’s & een vraag.')
  await page.getByRole('button', { name: 'Word-bestand maken' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Vul dit veld in')
  await expect(page.getByLabel('Inleiding')).toHaveValue('Drie regio’s & een vraag.')
  await page.getByLabel('Titel van het advies').fill('Laat wie werkt op zijn plek')
  await page.getByLabel('Wat vraagt u?').fill('Houd rekening met werk bij een verhuizing.')
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Word-bestand maken' }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe('advies-knelpunten.docx')
  const { document } = await wordParts(readFileSync(await download.path()))
  for (const text of [
    'Laat wie werkt op zijn plek',
    'Drie regio’s &amp; een vraag.',
    'Verhuizingen in de opvang breken werk af',
    'Snellere Start',
    'Houd rekening met werk',
    'Heading1',
    'w:tblHeader',
  ])
    expect(document).toContain(text)
  await page.context().close()
})

test('the register is filtered by link and taken away @S-274', async ({ page }) => {
  await page.goto('/knelpunten')
  const filters = page.getByRole('search').filter({ visible: true })
  await filters.getByLabel('Doelgroep').selectOption({ label: 'Nieuwkomers' })
  await filters.getByLabel('Wie erover gaat').selectOption({ label: 'COA' })
  await filters.getByRole('button', { name: 'Toon' }).click()
  await expect(page).toHaveURL(/doelgroep=nieuwkomers/)
  await expect(
    page.getByRole('heading', { level: 1, name: 'Eén knelpunt waar regio’s tegenaan lopen' }),
  ).toBeVisible()
  const csv = await page.request.get(
    (await page.getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? '',
  )
  expect(csv.headers()['content-disposition']).toContain('knelpunten.csv')
  expect((await csv.text()).split('\r\n')).toHaveLength(3)
  const sheet = await page.request.get(
    (await page.getByRole('link', { name: 'Excel' }).getAttribute('href')) ?? '',
  )
  expect(sheet.headers()['content-disposition']).toContain('knelpunten.xlsx')
  expect((await sheet.body()).subarray(0, 2).toString()).toBe('PK')
  expect(
    await (await page.request.get('/api/v1/knelpunten?instantie=coa&doelgroep=nieuwkomers')).json(),
  ).toMatchObject({ totaal: 1 })
  await page.goto('/knelpunten?q=zzzz')
  await expect(page.getByText('Geen knelpunt past hierbij')).toBeVisible()
  for (const address of ['/knelpunten?doelgroep=%00&q=%00', '/knelpunten?regio=niets&pagina=99999'])
    expect((await page.request.get(address)).status(), address).toBe(200)
  await page.setViewportSize({ width: 320, height: 700 })
  for (const address of [
    '/knelpunten',
    '/knelpunten/tewerkstellingsvergunning-schrikt-werkgevers-af',
    '/knelpunten/wachten-op-een-burgerservicenummer',
    '/doelgroepen/asielzoekers',
  ]) {
    await page.goto(address)
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), address)
      .toBeLessThanOrEqual(320)
  }
})
