import { startODataServer } from '../lib/base/testing/odata-server'
import { expect, expectAccessible, send, signInAs, test, unique } from './fixtures'

test('a table of CBS is opened by its code, given a meaning, and read by the queue @S-263', async ({
  page,
}) => {
  test.setTimeout(200_000)
  const title = unique('Proeftabel')
  const observations = ['GM0106', 'GM0193'].flatMap((RegioS, at) =>
    ['T001038', '3000'].map((Geslacht, sex) => ({
      Id: at * 2 + sex,
      Measure: 'M001',
      RegioS,
      Perioden: '2024JJ00',
      Geslacht,
      Value: 10 + at + sex,
      StringValue: null,
      ValueAttribute: 'None',
    })),
  )
  const server = await startODataServer(
    {
      '99002NED': {
        title,
        modified: '2026-01-01T02:00:00',
        dimensions: ['RegioS', 'Perioden', 'Geslacht'],
        measures: [{ Identifier: 'M001', Title: 'Geregistreerde werkzoekenden' }],
        periods: [{ Identifier: '2024JJ00', Title: '2024', Status: 'Voorlopig' }],
        observations,
        pageSize: 3,
      },
    },
    Number(process.env.E2E_CBS_PORT),
  )
  try {
    await signInAs(page, 'moderator')
    await page.goto('/werkplek/beheer/cijfers/nieuw')
    await page.getByLabel('Code van de tabel').fill('77777NED')
    await send(page, 'Bekijk tabel')
    await expect(
      page.getByRole('alert').filter({ hasText: 'Het CBS geeft deze tabel niet' }),
    ).toBeFocused()
    await expect(page.getByLabel('Code van de tabel')).toHaveValue('77777NED')
    await page.getByLabel('Code van de tabel').fill('99002ned')
    await page.getByRole('button', { name: 'Bekijk tabel' }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByRole('table')).toContainText('GM0106')
    await expectAccessible(page)
    await page.getByLabel('Waar de cijfers vandaan komen').selectOption({ index: 1 })
    await send(page, 'Bewaar en lees de tabel')
    await expect(
      page.getByRole('alert').filter({ hasText: 'Kies minstens een onderwerp' }),
    ).toBeFocused()
    await page.getByLabel('Onderwerp van het CBS').selectOption('M001')
    await page.getByLabel('Indicator', { exact: true }).selectOption('gwu-personen')
    await expect(page.getByLabel('Indeling met het gebied')).toHaveValue('RegioS')
    await page.getByLabel('Alleen deze van Geslacht').selectOption('T001038')
    await page.getByRole('button', { name: 'Bewaar en lees de tabel' }).click()
    // The reading is work of the queue; the page looks again by itself until it is done.
    await expect(
      page.getByRole('status').filter({ hasText: /wacht op zijn beurt|rijen gelezen|begonnen/ }),
    ).toBeVisible()
    await expectAccessible(page)
    await expect(page.getByText('wacht op uw besluit')).toBeVisible({ timeout: 70_000 })
    await expect(page.getByText('4 rijen gelezen, 2 overgeslagen')).toBeVisible()
    await page.getByRole('link', { name: 'Kolommen en betekenis wijzigen' }).click()
    await expect(page.getByLabel('Onderwerp van het CBS').first()).toHaveValue('M001')
    await page.setViewportSize({ width: 320, height: 700 })
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(320)
    await page.goto('/werkplek/beheer/cijfers')
    const source = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: title }) })
    await source.getByRole('button', { name: 'Nu ophalen bij CBS' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '99002NED' })).toBeVisible()
    await expect(page.getByText('wacht op uw besluit')).toBeVisible({ timeout: 70_000 })
    await page.getByRole('button', { name: 'Gooi weg' }).click()
    await expect(page.getByText('weggegooid')).toBeVisible()
  } finally {
    await server.stop()
  }
})
