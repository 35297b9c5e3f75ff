import { expect, expectWhole, test } from './fixtures'

test('the page of an initiative names what is like it, with the reason @S-205', async ({
  page,
}) => {
  await page.goto('/initiatieven/switch-naar-techniek')
  const part = page.getByRole('region', { name: 'Wat hierop lijkt' })
  await expect(part.getByRole('listitem').first()).toContainText(
    /Lijkt (sterk|deels|een beetje): deelt .+\./,
  )
  await part.getByRole('link', { name: /^Vergelijk alle \d$/ }).click()
  await expect(page).toHaveURL(/\/vergelijken\?i=switch-naar-techniek/)
  await expect(
    page.getByRole('heading', { level: 1, name: /^(Twee|Drie|Vier) initiatieven vergelijken$/ }),
  ).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('each way in shows what happens and where nothing is known @S-206', async ({ page }) => {
    for (const [index, title, word] of [
      ['/sectoren', /sectoren gebeurt iets$/, 'Techniek'],
      ['/opgaven', /opgaven is er een initiatief$/, 'Krapte op de arbeidsmarkt'],
      ['/instrumenten', /instrumenten zijn in gebruik$/, 'Jobcoaching'],
      ['/doelgroepen', /doelgroepen is er een initiatief$/, 'Statushouders'],
    ] as const) {
      await page.goto(index)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      await page.getByRole('main').getByRole('link', { name: word, exact: true }).first().click()
      await expect(page.getByRole('heading', { level: 1, name: word })).toBeVisible()
      await expect(
        page.getByRole('heading', { name: 'Met welke stijl en drijfveer' }),
      ).toBeVisible()
      await expect(page.getByRole('heading', { level: 2, name: /is niets bekend$/ })).toBeVisible()
    }
    await page
      .getByRole('region', { name: 'Aantal initiatieven per benaderingsstijl en drijfveer' })
      .getByRole('link')
      .first()
      .click()
    await expect(page).toHaveURL(/doelgroep=statushouders&benadering=/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/initiatie/)
    await page.goto('/doelgroepen/mantelzorgers')
    await expect(page.getByText('Voor ‘Mantelzorgers’ is er nog niets')).toBeVisible()
    await page.goto('/regios/midden-brabant')
    await expect(
      page.getByRole('heading', { name: 'Voor wie, en voor wie nog niet' }),
    ).toBeVisible()
  })
})

for (const path of [
  '/sectoren',
  '/sectoren/techniek',
  '/opgaven',
  '/instrumenten',
  '/instrumenten/jobcoaching',
  '/doelgroepen/mantelzorgers',
  '/en/sectors',
  '/en/instruments/jobcoaching',
]) {
  test(`axe finds nothing on ${path} and it fits a small screen @S-206`, async ({ page }) => {
    await page.goto(path)
    await expectWhole(page)
  })
}
