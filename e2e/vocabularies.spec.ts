import type { Page } from '@playwright/test'
import { Client } from 'pg'
import { createDatabase, freePort, startApplication, type Application } from './application'
import {
  expect,
  expectWhole,
  fillSignIn,
  ignoreNotFound,
  PEOPLE,
  send,
  test,
  unfold,
} from './fixtures'

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

interface Row {
  code: string
  name: string
  slug: string
  members: string[]
}

/** The division of now, as CBS would publish it. */
async function readDivision(url: string): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Row>(`
    SELECT r.code, r.name, r.slug, array_agg(m.code ORDER BY m.code) AS members
    FROM region r
    JOIN region_link l ON l.parent_id = r.id AND l.valid_to_year IS NULL
    JOIN region m ON m.id = l.child_id AND m.type = 'municipality'
    WHERE r.type = 'labour_market'
    GROUP BY r.id
    ORDER BY r.code`)
  await client.end()
  return rows
}

const LIST = '/werkplek/beheer/begrippen/doelgroepen'

test('an administrator renames and merges a target group; old names and addresses lead on @S-500', async ({
  page,
}) => {
  await enterAs(page, PEOPLE.administrator, '/werkplek/beheer/begrippen')
  await expectWhole(page)
  await page.locator('section#lijsten').getByRole('link', { name: 'Doelgroepen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Doelgroepen' })).toBeVisible()
  await expectWhole(page)
  await page.getByRole('link', { name: 'Statushouders', exact: true }).click()
  const details = page.locator('section#gegevens')
  await details.getByLabel('Naam', { exact: true }).fill('Mensen met een status')
  await send(page, 'Opslaan', details)
  await expect(page.locator('section#gebruik')).toContainText('Statushouders (tot')
  await expect(details.getByLabel('Andere namen')).toHaveValue(/Statushouders/)

  const visitor = page.request
  const found = await (await visitor.get(`${base}/initiatieven?q=statushouders`)).text()
  expect(found).toContain('/initiatieven/snellere-start-sterkere-toekomst')
  expect(await (await visitor.get(`${base}/doelgroepen/statushouders`)).text()).toContain(
    'Mensen met een status',
  )

  await page.getByLabel('Samenvoegen met').selectOption('Nieuwkomers')
  await page.getByRole('button', { name: 'Toon wat er verandert' }).click()
  await expect(
    page.getByRole('heading', { name: /Dit verandert als “Mensen met een status” opgaat/ }),
  ).toBeVisible()
  await expectWhole(page)
  const merge = page.locator('section#samenvoegen')
  await merge.getByLabel('Ik weet het zeker').check()
  await merge.getByRole('button', { name: 'Samenvoegen', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Dit begrip is opgegaan in' })).toBeVisible()
  await expectWhole(page)

  const old = await visitor.get(`${base}/doelgroepen/statushouders`, { maxRedirects: 0 })
  expect(old.status()).toBe(308)
  expect(old.headers().location).toMatch(/\/doelgroepen\/nieuwkomers$/)
  const filtered = await (await visitor.get(`${base}/initiatieven?doelgroep=statushouders`)).text()
  expect(filtered).toContain('/initiatieven/snellere-start-sterkere-toekomst')
})

test('an editor misses a target group, an administrator adds it, and the draft has it @S-501', async ({
  page,
  browser,
}) => {
  await enterAs(page, PEOPLE.editor, '/werkplek/initiatieven/nieuw')
  await page.getByLabel('Titel').fill('Werk na de topsport')
  await page.getByRole('button', { name: 'Concept beginnen' }).click()
  await page.getByLabel('Samenvatting').fill('Niet opgeslagen tekst.')
  const opening = page.context().waitForEvent('page')
  await page.getByRole('link', { name: /Staat uw doelgroep er niet bij\?/ }).click()
  const form = await opening
  await expect(form.getByText('Voor uw concept: Werk na de topsport')).toBeVisible()
  await expectWhole(form)
  await form.getByLabel('Welk woord mist u?').fill('statushouders')
  await form.getByLabel('Waarom is dit woord nodig?').fill('Zij zoeken na hun loopbaan werk.')
  await form.getByRole('button', { name: 'Voorstel versturen' }).click()
  await expect(form.getByText('Dit staat al in de lijst als “Nieuwkomers”.').first()).toBeVisible()
  await form.getByLabel('Welk woord mist u?').fill('Oud-topsporters')
  await form.getByRole('button', { name: 'Voorstel versturen' }).click()
  await expect(form.getByText('Verstuurd. Een beheerder beslist.')).toBeVisible()
  await expect(page.getByLabel('Samenvatting')).toHaveValue('Niet opgeslagen tekst.')

  const desk = await (await browser.newContext()).newPage()
  await enterAs(desk, PEOPLE.administrator, '/werkplek')
  await desk.getByRole('link', { name: /Eén voorstel voor een begrip/ }).click()
  await desk.getByRole('link', { name: 'Oud-topsporters' }).click()
  const add = desk.locator('section#nieuw')
  await expect(add).toBeVisible()
  await expectWhole(desk)
  await add.getByLabel('Naam in het Engels').fill('Former athletes')
  await add.getByRole('button', { name: 'In de lijst zetten' }).click()
  await expect(desk.getByRole('heading', { name: 'Over dit voorstel is besloten.' })).toBeVisible()
  await expectWhole(desk)

  await page.goto(`${base}/werkplek/berichten`)
  await page
    .getByRole('link', { name: /Oud-topsporters/ })
    .first()
    .click()
  const groups = page.getByRole('group', { name: 'Doelgroepen' })
  await expect(groups.getByRole('button', { name: 'Oud-topsporters weghalen' })).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a group with others under it asks where they go, and forms stop offering it @S-502', async ({
    page,
  }) => {
    await enterAs(page, PEOPLE.administrator, `${LIST}/nieuwkomers`)
    const retire = page.locator('section#vervallen')
    await unfold(retire, 'Laten vervallen')
    await retire.getByLabel('Ik weet het zeker').check()
    await retire.getByRole('button', { name: 'Laten vervallen' }).click()
    await expect(retire.getByText('Maak een keuze').first()).toBeVisible()
    await retire.getByLabel('Waar gaan de begrippen eronder heen?').selectOption('top')
    await retire.getByLabel('Ik weet het zeker').check()
    await retire.getByRole('button', { name: 'Laten vervallen' }).click()
    await expect(retire.getByText(/Dit begrip is vervallen op/)).toBeVisible()
    const page2 = await (await page.request.get(`${base}/doelgroepen/nieuwkomers`)).text()
    expect(page2).toContain('Dit begrip wordt niet meer gekozen voor nieuwe initiatieven.')
  })
})

test('terms and suggestions are decided by administrators alone @S-503', async ({
  page,
  problems,
}) => {
  await enterAs(page, PEOPLE.moderator, '/werkplek')
  for (const path of [
    '/werkplek/beheer/begrippen',
    LIST,
    `${LIST}/jongeren`,
    '/werkplek/beheer/regios',
    '/werkplek/beheer/voorstellen/00000000-0000-4000-8000-000000000000',
    '/werkplek/begrip-voorstellen',
  ])
    expect((await page.request.get(`${base}${path}`)).status(), path).toBe(404)
  ignoreNotFound(problems)
})

test('an administrator checks a division of regions before it is taken in @S-504', async ({
  page,
}) => {
  await enterAs(page, PEOPLE.administrator, '/werkplek/beheer/regios')
  await expectWhole(page)
  const form = page.locator('section#inlezen')
  await form.getByLabel('Regels').fill('AM90;Nieuwland;GM9999;1-7-2026;AM05')
  await send(page, 'Nakijken', form)
  await expect(form.getByText('Regel 1: gemeente GM9999 is niet bekend')).toBeVisible()
  await expect(form.getByText(/Regel 1: “2026-07-01” is geen 1 januari/)).toBeVisible()
  await expectWhole(page)

  const rows = await readDivision(database.url)
  const gone = rows.filter(({ code }) => ['AM01', 'AM02'].includes(code))
  const line = ({ code, name, members }: Omit<Row, 'slug'>, was = '') =>
    [code, name, members.join(' '), '1-1-2026', was].join('\t')
  const text = [
    ...rows.filter((row) => !gone.includes(row)).map((row) => line(row)),
    line(
      { code: 'AM90', name: 'Hoge Noorden', members: gone.flatMap(({ members }) => members) },
      'AM01 AM02',
    ),
  ].join('\n')
  await form.getByLabel('Bestand').setInputFiles({
    name: 'indeling.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text.replaceAll('\t', ';')),
  })
  await send(page, 'Nakijken', form)
  await expect(form.getByText(/Hoge Noorden \(AM90\) begint/)).toBeVisible()
  await expect(form.getByText(/\(AM02\) gaat op in Hoge Noorden/)).toBeVisible()
  expect((await page.request.get(`${base}/regios/hoge-noorden`)).status()).toBe(404)
  await expectWhole(page)
  await send(page, 'Indeling inlezen', form)
  await expect(form.getByText(/^Ingelezen\. Dit is veranderd/)).toBeVisible()
  await expect(page.locator('section#opgegaan')).toContainText('opgegaan op 1 januari 2026 in')
  await expectWhole(page)
  const [old] = gone
  await page.goto(`${base}/regios/${old?.slug ?? ''}`)
  await expect(page.getByText('Deze regio is op 1 januari 2026 opgegaan in:')).toBeVisible()
  await expectWhole(page)
  await page.getByRole('link', { name: 'Hoge Noorden' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hoge Noorden' })).toBeVisible()
})
