import { expect, expectFits, ignoreNotFound, PEOPLE, someone, test } from './fixtures'

const EXAMPLES = [
  'rangeerterrein',
  'werknemersnetwerk-neurodiversiteit',
  'ontdek-wat-jij-in-huis-hebt',
  'switch-naar-techniek',
  'snellere-start-sterkere-toekomst',
  'voorschakeltraject-zorg',
]

test('a visitor finds an initiative from the home page and reads it @S-06', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveTitle('Praktijkbank')
  await page.getByLabel('Zoek in initiatieven').fill('techniek')
  await page.getByRole('button', { name: 'Zoeken' }).click()
  await expect(page).toHaveURL(/\/initiatieven\?q=techniek/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('voor ‘techniek’')
  await page.getByRole('link', { name: 'Switch naar Techniek' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Switch naar Techniek' })).toBeVisible()
  for (const part of [
    'Wat het opleverde',
    'Wat u hiervan kunt leren',
    'Hoe wordt dit beoordeeld?',
    'Welk beleid hoort hierbij?',
    'Bronnen',
  ]) {
    await expect(page.getByRole('heading', { level: 2, name: part })).toBeVisible()
  }
  await page
    .getByRole('navigation', { name: 'Op deze pagina' })
    .getByRole('link', { name: 'Bronnen' })
    .click()
  await expect(page).toHaveURL(/#bronnen$/)
})

test('each of the six examples has its page with judgement, policy and sources @S-07', async ({
  page,
}) => {
  for (const slug of EXAMPLES) {
    const response = await page.goto(`/initiatieven/${slug}`)
    expect(response?.status()).toBe(200)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expect(page.getByRole('heading', { name: /^Het bewijs is nu/ })).toBeVisible()
    await expect(
      page.getByText(/schakels tussen doel en meting|keten van doel tot meting/),
    ).toBeVisible()
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('filters narrow the list, stand in the address and can be taken away @S-08', async ({
    page,
  }) => {
    await page.goto('/initiatieven')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/\d+ initiatieven/)
    await page
      .getByRole('group', { name: 'Voor wie' })
      .getByLabel(/^Statushouders/)
      .check()
    await page.getByRole('button', { name: 'Toon resultaten' }).click()
    await expect(page).toHaveURL(/doelgroep=statushouders/)
    await expect(page.getByRole('link', { name: 'Switch naar Techniek' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Rangeerterrein Midden-Brabant' })).toHaveCount(0)
    await page.getByRole('link', { name: 'Statushouders weghalen' }).click()
    await expect(page).not.toHaveURL(/doelgroep/)
    await expect(page.getByRole('link', { name: 'Statushouders weghalen' })).toHaveCount(0)
    await expect(
      page.getByRole('group', { name: 'Voor wie' }).getByLabel(/^Statushouders/),
    ).not.toBeChecked()
  })

  test('a part of the address that means nothing is skipped and said @S-09', async ({ page }) => {
    await page.goto('/initiatieven?doelgroep=marsmannetjes&pagina=nul&regio=AM26')
    await expect(page.getByText('Onbekend bij voor wie: ‘marsmannetjes’')).toBeVisible()
    await expect(page.getByText('Pagina ‘nul’ bestaat niet')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Rangeerterrein Midden-Brabant' })).toBeVisible()
    await page.goto('/initiatieven?q=zzzzqqq')
    await expect(page.getByText('Nog geen initiatief over ‘zzzzqqq’')).toBeVisible()
    await page.goto('/initiatieven?pagina=40')
    await expect(page.getByText("Zoveel pagina's zijn er niet")).toBeVisible()
  })
})

test('regions and target groups show their initiatives, policy and figures @S-10', async ({
  page,
}) => {
  await page.goto('/regios')
  await page.getByRole('link', { name: /^Midden-Brabant: \d+ initiatie/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Midden-Brabant' })).toBeVisible()
  await expect(
    page.getByRole('link', { name: 'Rangeerterrein Midden-Brabant' }).first(),
  ).toBeVisible()
  await expect(page.getByText('Tel deze twee niet bij elkaar op')).toBeVisible()
  await page.goto('/regios/drenthe')
  await expect(
    page.getByText('Dit is niet de hele provincie Drenthe', { exact: false }),
  ).toBeVisible()
  await page.goto('/doelgroepen')
  await page.getByRole('link', { name: 'Statushouders', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Statushouders' })).toBeVisible()
  await expect(
    page.locator('#initiatieven').getByRole('link', { name: 'Switch naar Techniek' }),
  ).toBeVisible()
  await page.goto('/methode#doelmatig')
  await expect(page.getByText('Hier gaat het over effect', { exact: false })).toBeVisible()
})

test('an unknown address is a 404 in the reader’s language, with a way on @S-11', async ({
  page,
  problems,
}) => {
  for (const [path, title] of [
    ['/initiatieven/bestaat-niet', 'Deze pagina bestaat niet'],
    ['/regios/%00', 'Deze pagina bestaat niet'],
    ['/doelgroepen/niemand', 'Deze pagina bestaat niet'],
    ['/en/nothing/here', 'This page does not exist'],
  ] as const) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    expect(new URL(page.url()).pathname).toBe(path)
  }
  ignoreNotFound(problems)
})

test('what does not exist is said without scripts too, signed in or not @S-341', async ({
  browser,
}) => {
  for (const address of [null, PEOPLE.editor]) {
    const page = await someone(browser, address, false)
    for (const [path, language, title] of [
      ['/initiatieven/bestaat-niet', 'nl', 'Deze pagina bestaat niet'],
      ['/niet-gevonden', 'nl', 'Deze pagina bestaat niet'],
      ['/storing', 'nl', 'Deze pagina bestaat niet'],
      ['/en/nothing/here?at=all', 'en', 'This page does not exist'],
    ] as const) {
      expect((await page.goto(path))?.status(), path).toBe(404)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      await expect(page).toHaveTitle(`${title} – Praktijkbank`)
      await expect(
        page
          .getByRole('banner')
          .getByRole('link', { name: language === 'nl' ? 'Werkplek' : 'Workspace' }),
      ).toHaveCount(address === null ? 0 : 1)
    }
    await expectFits(page)
    await page.context().close()
  }
})

test('the other language shows the same page @S-12', async ({ page }) => {
  await page.goto('/initiatieven?doelgroep=statushouders')
  await page.getByRole('banner').getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/en\/initiatives\?doelgroep=statushouders/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('link', { name: 'Switch naar Techniek' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'How is this judged?' })).toBeVisible()
})
