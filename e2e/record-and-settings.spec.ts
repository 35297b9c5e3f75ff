import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { createDatabase, freePort, startApplication, type Application } from './application'
import { expect, expectWhole, fillSignIn, ignoreNotFound, PEOPLE, send, test } from './fixtures'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

let application: Application
let database: Awaited<ReturnType<typeof createDatabase>>
let base = ''

test.beforeAll(async () => {
  const port = await freePort()
  base = `http://localhost:${port}`
  database = await createDatabase()
  application = await startApplication(port, database.url)
})
test.afterAll(async () => {
  await application.kill()
  await database.drop()
})

async function enterAs(page: Page, email: string, path: string): Promise<void> {
  await page.goto(`${base}/inloggen?terug=${encodeURIComponent(path)}`)
  await fillSignIn(page, email)
  await expect(page).toHaveURL(`${base}${path}`)
}

test('an administrator reads in sentences who did what, and takes it along @S-440', async ({
  page,
}) => {
  await enterAs(page, PEOPLE.administrator, '/werkplek/beheer/logboek')
  await expect(page.getByRole('heading', { level: 1, name: 'Logboek' })).toBeVisible()
  const list = page.getByRole('list', { name: 'Gebeurtenissen, nieuwste eerst' })
  await expect(list.getByText(/bekeek het logboek/)).toHaveCount(1)
  await expect(list.getByText(/ logde in$/).first()).toBeVisible()
  await expectWhole(page)
  await page.reload()
  await expect(list.getByText(/bekeek het logboek/)).toHaveCount(1)
  await page.getByLabel('Soort').selectOption('reading')
  await page.getByRole('button', { name: 'Tonen' }).click()
  await expect(list.getByText(/ logde in$/)).toHaveCount(0)
  await expect(list.getByText(/bekeek het logboek/)).toHaveCount(1)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Deze selectie als CSV' }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  expect(file).toMatch(/^\uFEFFTijd \(UTC\);Wie;Wat;/)
  expect(file).toContain('bekeek het logboek')
  expect(file).not.toContain(' logde in')
  await page.goto(`${base}/werkplek/beheer/logboek?zoek=niemand-heet-zo`)
  await expect(page.getByText('Niets gevonden')).toBeVisible()
  await expectWhole(page)
})

test('the record, the settings and the usage are for administrators alone @S-441', async ({
  page,
  problems,
}) => {
  await enterAs(page, PEOPLE.moderator, '/werkplek')
  for (const path of ['logboek', 'logboek/bestand', 'instellingen', 'gebruik', 'gebruik/bestand'])
    expect((await page.request.get(`${base}/werkplek/beheer/${path}`)).status(), path).toBe(404)
  ignoreNotFound(problems)
})

test('an administrator changes name, colour, texts and languages, and it shows at once @S-442', async ({
  page,
  browser,
}) => {
  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto(base)
  await expect(visitor).toHaveTitle(/Praktijkbank/)
  await enterAs(page, PEOPLE.administrator, '/werkplek/beheer/instellingen')
  await expectWhole(page)
  const part = (id: string) => page.locator(`section#${id}`)
  await part('identity').getByLabel('Naam van deze website').fill('Kennisbank Oost')
  await part('identity').getByLabel('Kleur van links en knoppen').fill('#ffcc00')
  await send(page, 'Opslaan', part('identity'))
  await expect(
    part('identity')
      .getByText(/Dit lijkt er het meest op en kan wel: #/)
      .first(),
  ).toBeVisible()
  await expect(part('identity').getByLabel('Naam van deze website')).toHaveValue('Kennisbank Oost')
  await part('identity').getByLabel('Kleur van links en knoppen').fill('#003399')
  await send(page, 'Opslaan', part('identity'))
  await expect(part('identity').getByText(/^Opgeslagen/)).toBeVisible()
  await part('home').getByLabel('Titel', { exact: true }).fill('Wat werkt in het oosten?')
  await send(page, 'Opslaan', part('home'))
  await part('statements').getByLabel('E-mailadres voor vragen').fill('team@kennisbank.example')
  await send(page, 'Opslaan', part('statements'))
  await part('languages').getByLabel('De Engelse versie tonen').uncheck()
  await send(page, 'Opslaan', part('languages'))
  await part('retention').getByLabel('Tekst van verstuurde mail').fill('3')
  await send(page, 'Opslaan', part('retention'))
  await expect(
    part('retention')
      .getByText(/Dit aantal dagen mag niet/)
      .first(),
  ).toBeVisible()

  await visitor.goto(base)
  await expect(visitor).toHaveTitle('Kennisbank Oost')
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Wat werkt in het oosten?')
  await expect(visitor.getByRole('banner')).toContainText('Kennisbank Oost')
  await expect(visitor.getByText('English')).toHaveCount(0)
  expect(
    await visitor.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--green'),
    ),
  ).toBe('#003399')
  await expectWhole(visitor)
  await visitor.goto(`${base}/en/regions`)
  await expect(visitor).toHaveURL(`${base}/`)
  await visitor.goto(`${base}/privacy`)
  await expect(visitor.getByRole('link', { name: 'team@kennisbank.example' })).toBeVisible()
  await visitor.context().close()
})

test('a logo replaces the mark, and two administrators do not overwrite each other @S-443', async ({
  page,
  browser,
}) => {
  const path = '/werkplek/beheer/instellingen'
  await enterAs(page, PEOPLE.administrator, path)
  const other = await (await browser.newContext()).newPage()
  await enterAs(other, PEOPLE.administrator, path)
  const logo = page.locator('section#logo')
  const buffer = await sharp({
    create: { width: 900, height: 300, channels: 3, background: '#003399' },
  })
    .png()
    .toBuffer()
  await logo
    .getByLabel('Bestand')
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer })
  await logo.getByLabel('Wat staat erop?').fill('Kennisbank Oost')
  await send(page, 'Opslaan', logo)
  const shown = page.getByRole('banner').locator('img[src^="/api/logo/"]')
  await expect(shown).toHaveAttribute('width', '480')
  await expect(shown).toHaveJSProperty('naturalWidth', 480)
  await expectWhole(page)

  const theirs = other.locator('section#mail')
  const mine = page.locator('section#mail')
  await theirs.getByLabel('Naam').fill('Van de een')
  await send(other, 'Opslaan', theirs)
  await mine.getByLabel('Naam').fill('Van de ander')
  await send(page, 'Opslaan', mine)
  await expect(mine.getByText('Van de een')).toBeVisible()
  await expect(mine.getByLabel('Naam')).toHaveValue('Van de ander')
  await send(page, 'Opslaan', mine)
  await other.reload()
  await expect(other.locator('section#mail').getByLabel('Naam')).toHaveValue('Van de ander')
  await mine.getByLabel('E-mailadres').fill('x@elders.example')
  await send(page, 'Opslaan', mine)
  await expect(mine.getByText(/hoort niet bij het domein/).first()).toBeVisible()
  await page.goto(`${base}/werkplek/beheer/logboek`)
  await expect(page.getByText(/veranderde de instellingen: logo$/)).toBeVisible()
  await other.context().close()
})

test('readings are counted without readers, for the owner and the administrator @S-444', async ({
  page,
  browser,
}) => {
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
  const address = `${base}/initiatieven/rangeerterrein`
  const visitor = await browser.newContext({ userAgent })
  for (let time = 0; time < 7; time += 1)
    expect(
      (await visitor.request.get(address, { headers: { 'user-agent': userAgent } })).status(),
    ).toBe(200)
  const robot = { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }
  expect((await visitor.request.get(address, { headers: robot })).status()).toBe(200)
  await visitor.close()
  // Stopping saves what was counted, as each minute does.
  const port = new URL(base).port
  const ended = new Promise((resolve) => application.child.once('exit', resolve))
  application.child.kill('SIGTERM')
  await ended
  application = await startApplication(Number(port), database.url)
  expect(
    await database.query(
      `SELECT kind, object, views FROM usage_count WHERE object = 'rangeerterrein'`,
    ),
  ).toEqual([{ kind: 'initiative', object: 'rangeerterrein', views: 7 }])
  await enterAs(page, PEOPLE.administrator, '/werkplek/beheer/gebruik')
  const row = page.getByRole('row').filter({ hasText: 'initiatief' })
  await expect(row.first()).toContainText('7 keer')
  await expectWhole(page)
  const [published] = (await database.query(
    `SELECT published_revision_id AS id FROM initiative WHERE slug = 'rangeerterrein'`,
  )) as [{ id: string }]
  const owner = await (await browser.newContext()).newPage()
  await enterAs(owner, PEOPLE.editor, `/werkplek/initiatieven/${published.id}`)
  await expect(owner.getByText(/Gelezen: 7 keer in [a-z]+ \d{4}/)).toBeVisible()
  await expectWhole(owner)
  await owner.context().close()
})
