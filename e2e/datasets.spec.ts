import {
  expect,
  expectAccessible,
  fillSignIn,
  PEOPLE,
  query,
  send,
  signInAs,
  someone,
  test,
  unique,
} from './fixtures'
import { readIn } from './figures-from-file'

const csv = (...lines: string[]) => ({
  name: 'levering.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
})
const FILE = csv(
  'Overzicht van de levering',
  'Gemeente;Jaar;Aantal;Geslacht;Status',
  'Assen;2024;1.234,5;Man;Voorlopig',
  'Nergens;2024;3;Man;Definitief',
  'Zwolle;vorig jaar;=1+1;Vrouw;Definitief',
)

test('a moderator makes a source of a file, sees what it becomes with errors per row, and changes it @S-260', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const title = unique('Levering')
  await signInAs(page, 'moderator')
  await page.goto('/werkplek/beheer/cijfers')
  await page.getByRole('link', { name: 'Nieuwe bron' }).click()
  await expectAccessible(page)
  await page.getByLabel('Bestand', { exact: true }).setInputFiles(FILE)
  await page.getByRole('button', { name: 'Bekijk bestand' }).click()
  await page.getByLabel('Rij met de namen van de kolommen').fill('2')
  await page.getByRole('button', { name: 'Toon', exact: true }).click()
  await expect(page.getByRole('table')).toContainText('1.234,5')
  await expect(page.getByLabel('Wat is Gemeente?')).toHaveValue('region')
  await expect(page.getByLabel('Soort gebied')).toHaveValue('municipality')

  await page.locator('summary').filter({ hasText: 'Nieuwe indicator maken' }).click()
  const name = unique('Taalles')
  await page.getByLabel('Naam', { exact: true }).fill(name)
  await page.getByLabel('Naam in het Engels').fill(`${name} course`)
  await page
    .getByLabel('Wat er geteld wordt', { exact: true })
    .fill('Mensen die begonnen met taalles.')
  await page
    .getByLabel('Wat er geteld wordt, in het Engels')
    .fill('People who began a language course.')
  await page.getByLabel('Eenheid').fill('personen')
  await page.getByLabel('Decimalen').fill('1')
  await send(page, 'Maak indicator')
  await expect(page.getByText('U kunt de indicator nu kiezen.')).toBeVisible()

  await page.getByLabel('Naam van deze bron').fill(title)
  await send(page, 'Bewaar en controleer het bestand')
  const alert = page.getByRole('alert').filter({ hasText: 'niet' })
  await expect(alert).toBeFocused()
  await expect(alert).toContainText('Kies welke indicator dit is')
  await expect(page.getByLabel('Naam van deze bron')).toHaveValue(title)
  await expectAccessible(page)
  await page.getByLabel('Waar de cijfers vandaan komen').selectOption('andere-bron')
  await page.getByLabel('Naam van de instelling of publicatie').fill(unique('Gemeenten zelf'))
  await page.getByLabel('Licentie').fill('CC BY 4.0')
  await page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Aantal' }) })
    .getByLabel('Indicator', { exact: true })
    .selectOption({ label: `${name} (personen, 1 decimaal)` })
  await page.getByRole('button', { name: 'Bewaar en controleer het bestand' }).click()
  await expect(page).toHaveURL(/\/cijfers\/[0-9a-f-]{36}$/)
  await expect(page.getByText('3 rijen gelezen, 2 overgeslagen')).toBeVisible()
  for (const words of ['Onbekend gebied', 'Onduidelijke periode', 'Een formule; zet er een waarde'])
    await expect(page.getByText(words)).toBeVisible()
  await page.getByRole('button', { name: 'Schrijf deze cijfers' }).click()
  await expect(page.getByText('geschreven', { exact: true })).toBeVisible()

  await page.getByRole('link', { name: 'Kolommen en betekenis wijzigen' }).click()
  await expect(page.getByText('Wat de kolommen betekenen, versie 1')).toBeVisible()
  await expect(page.getByLabel('Wat is Geslacht?')).toHaveValue('dimension')
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 700 })
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
    .toBeLessThanOrEqual(320)
  const [slug] = await query<{ slug: string }>(
    'SELECT i.slug FROM indicator i WHERE i.label_nl = $1',
    [name],
  )
  await page.goto(`/cijfers/${slug?.slug ?? ''}`)
  await expect(page.getByText('1.234,5')).toBeVisible()
  await expect(page.getByText('voorlopig')).toBeVisible()
})

test('a source is made without JavaScript; what does not fit is told and what was chosen stays @S-261', async ({
  browser,
}) => {
  const page = await someone(browser, PEOPLE.moderator, false)
  await page.goto('/werkplek/beheer/cijfers/nieuw')
  await page.getByLabel('Bestand', { exact: true }).setInputFiles({
    name: 'rapport.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('%PDF-1.7 geen tabel'),
  })
  await page.getByRole('button', { name: 'Bekijk bestand' }).click()
  await expect(page.getByText('Dit is geen CSV- of XLSX-bestand.')).toBeVisible()
  await page
    .getByLabel('Bestand', { exact: true })
    .setInputFiles(
      csv('Regio,Jaar,Wat,Aantal', '"Twente",2024,gwu,"1,250.5"', '"Twente",2024,ww,3'),
    )
  await page.getByRole('button', { name: 'Bekijk bestand' }).click()
  const title = unique('Zonder script')
  await page.getByLabel('Naam van deze bron').fill(title)
  await page.getByLabel('Waar de cijfers vandaan komen').selectOption({ index: 1 })
  await page.getByLabel('Wat is Wat?').selectOption('indicator')
  await page.getByLabel('Soort gebied').selectOption('labour_market')
  await page.getByLabel('Hoe getallen geschreven zijn').selectOption('point')
  await page.getByRole('button', { name: 'Bewaar en controleer het bestand' }).click()
  await expect(
    page.getByText('Kies bij minstens een woord welke indicator het is.').first(),
  ).toBeVisible()
  await expect(page.getByLabel('Naam van deze bron')).toHaveValue(title)
  await expect(page.getByLabel('Wat is Wat?')).toHaveValue('indicator')
  await page.getByLabel('gwu', { exact: true }).selectOption('gwu-personen')
  await page.getByRole('button', { name: 'Bewaar en controleer het bestand' }).click()
  await expect(page.getByText('1 rijen gelezen, 0 overgeslagen')).toBeVisible()
  expect(
    await query(
      "SELECT mapping->>'indicatorColumn' AS told, mapping->>'decimalMark' AS mark FROM stat_dataset WHERE title = $1",
      [title],
    ),
  ).toEqual([{ told: 'Wat', mark: 'point' }])
  await page.context().close()
})

test('two people change a source: the second sees both and loses nothing @S-262', async ({
  page,
  browser,
}) => {
  const title = unique('Samen')
  await signInAs(page, 'moderator')
  await page.goto('/werkplek/beheer/cijfers/nieuw')
  await page
    .getByLabel('Bestand', { exact: true })
    .setInputFiles(csv('Regio;Jaar;Aantal', 'Twente;2024;5'))
  await page.getByRole('button', { name: 'Bekijk bestand' }).click()
  await page.getByLabel('Naam van deze bron').fill(title)
  await page.getByLabel('Waar de cijfers vandaan komen').selectOption({ index: 1 })
  await page.getByLabel('Soort gebied').selectOption('labour_market')
  await page.getByLabel('Indicator', { exact: true }).last().selectOption('gwu-personen')
  await page.getByRole('button', { name: 'Bewaar en controleer het bestand' }).click()
  await expect(page.getByText('wacht op uw besluit')).toBeVisible()
  const checked = page.url()
  await page.getByRole('link', { name: 'Kolommen en betekenis wijzigen' }).click()
  await expect(page.getByLabel('Naam van deze bron')).toHaveValue(title)
  const second = await someone(browser, PEOPLE.administrator)
  await second.goto(page.url())
  await second.getByLabel('Naam van deze bron').fill(`${title} van een ander`)
  await second.getByRole('button', { name: 'Bewaar en controleer het bestand' }).click()
  await expect(second).toHaveURL(/\/cijfers\/[0-9a-f-]{36}$/)
  await second.context().close()
  await page.getByLabel('Naam van deze bron').fill(`${title} van mij`)
  await send(page, 'Bewaar en controleer het bestand')
  await expect(
    page.getByRole('alert').filter({ hasText: 'Iemand anders heeft dit intussen opgeslagen' }),
  ).toContainText(`${title} van een ander`)
  await expect(page.getByLabel('Naam van deze bron')).toHaveValue(`${title} van mij`)
  await page.getByRole('button', { name: 'Bewaar en controleer het bestand' }).click()
  await expect(page).toHaveURL(/\/cijfers\/[0-9a-f-]{36}$/)
  expect(
    await query('SELECT version FROM stat_dataset WHERE title = $1', [`${title} van mij`]),
  ).toEqual([{ version: 3 }])
  await page.goto(checked)
  await expect(page.getByText('De betekenis van de kolommen is intussen veranderd')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Schrijf deze cijfers' })).toHaveCount(0)
})

test('sources are closed to others @S-264', async ({ page }) => {
  await page.goto('/werkplek/beheer/cijfers/nieuw')
  await expect(page).toHaveURL(/\/inloggen\?terug=/)
  await fillSignIn(page, 'redacteur.brabant@voorbeeld.nl')
  await expect(page).toHaveURL(/\/werkplek\/beheer/)
  const [dataset] = await query<{ slug: string }>(
    `SELECT slug FROM stat_dataset ORDER BY id LIMIT 1`,
  )
  for (const path of [
    '/werkplek/beheer/cijfers/nieuw',
    '/werkplek/beheer/cijfers/nieuw/0198f6a0-0000-7000-8000-000000000000',
    `/werkplek/beheer/cijfers/bronnen/${dataset?.slug ?? 'geen'}`,
  ]) {
    expect((await page.request.get(path)).status(), path).toBe(404)
  }
  expect(
    (
      await page.request.post('/api/werkplek/cijfers/bron', { multipart: { bestand: FILE } })
    ).status(),
  ).toBe(404)
})

test('what is read in outside of the server shows at once on a page that was remembered @S-265', async ({
  page,
}) => {
  const slug = `e2e-buiten-${crypto.randomUUID().slice(0, 8)}`
  await page.goto('/cijfers/gwu-personen')
  await page.goto('/cijfers/gwu-personen')
  await expect(page.locator(`#${slug}`)).toHaveCount(0)
  await readIn({
    slug,
    title: 'Gelezen buiten de server',
    indicator: 'gwu-personen',
    rows: ['Regio;Jaar;Aantal', 'Twente;2023;98.765'],
  })
  await page.goto('/cijfers/gwu-personen')
  await expect(page.locator(`#${slug}`)).toContainText('98.765')
})
