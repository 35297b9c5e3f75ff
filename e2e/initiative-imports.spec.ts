import { Client } from 'pg'
import { hostileFiles } from '../lib/base/testing/documents/hostile'
import {
  expect,
  expectAccessible,
  expectFits,
  ignoreNotFound,
  query,
  signInAs,
  someone,
  test,
} from './fixtures'
import type { Page } from '@playwright/test'

const START = '/werkplek/initiatieven/importeren'
const IMPORT = /\/werkplek\/initiatieven\/importeren\/[0-9a-f-]{36}$/

const sendFile = async (page: Page, name: string, content: string | Buffer) => {
  await page.goto(START)
  await page.getByLabel('Bestand', { exact: true }).setInputFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  })
  await page.getByRole('button', { name: 'Controleer het bestand' }).click()
}
const remove = async () => {
  await query(
    'DELETE FROM initiative WHERE id IN (SELECT initiative_id FROM initiative_import_row)',
    [],
  )
  await query('DELETE FROM initiative_import', [])
}
const fact = (page: Page, label: string) =>
  page.locator('dl > div', { hasText: label }).locator('dd')

test.describe.configure({ mode: 'serial' })
test.afterAll(remove)

test('a list is checked, mended, imported by the queue and undone whole @S-570', async ({
  page,
}) => {
  await signInAs(page, 'editor')
  await page.goto('/werkplek')
  await page.getByRole('link', { name: 'Initiatieven importeren' }).click()
  await expect(page).toHaveURL(START)
  await expect(page.getByText('Er is nog niets geïmporteerd.')).toBeVisible()
  await expectAccessible(page)
  await expectFits(page)

  const head = 'Kenmerk;Titel;Doelgroepen;Regio;Fase;Begin\n'
  const rows = (group: string, begin: string) =>
    `a1;Taal op de lijst;${group};Midden-Brabant;Loopt;2024\na2;Proef op de lijst;Statushouders;Regio Zwolle;Afgerond;${begin}\na3;Derde op de lijst;Statushouders;Regio Zwolle;Gepland;2027\n`
  await sendFile(page, 'lijst.csv', head + rows('Statushoders', '1-3-24'))
  await expect(page).toHaveURL(IMPORT)
  await expect(page.getByText('In 2 regels klopt iets niet')).toBeVisible()
  await expect(fact(page, 'Nieuwe concepten')).toHaveText('1')
  const faults = page.getByRole('table')
  await expect(faults.getByRole('row')).toHaveText([
    /Regel.*Kolom en wat er staat.*Wat er mis is/,
    /^2.*Doelgroepen.*Statushoders.*Bedoelt u “Statushouders”\?/,
    /^3.*Begin.*1-3-24.*Schrijf het jaar met vier cijfers/,
  ])
  await expectAccessible(page)
  await expectFits(page)
  expect(await query('SELECT 1 FROM initiative_import_row', [])).toEqual([])

  // The file with what is wrong comes back as it is: the same faults, and no question about columns.
  const link = page.getByRole('link', { name: 'Download het bestand met wat er mis is (XLSX)' })
  const book = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(book.headers()['content-disposition']).toContain('initiatieven-met-fouten.xlsx')
  const list = await page.request.get(`${(await link.getAttribute('href')) ?? ''}&vorm=csv`)
  expect(await list.text()).toContain('3;Begin;1-3-24;Schrijf het jaar met vier cijfers')
  await sendFile(page, 'met-fouten.xlsx', await book.body())
  await expect(page.getByText('In 2 regels klopt iets niet')).toBeVisible()
  await page.getByRole('button', { name: 'Gooi dit bestand weg' }).click()
  await expect(page.getByText('Dit bestand is weggegooid')).toBeVisible()

  await sendFile(page, 'lijst.csv', head + rows('Statushouders', '1-3-2024'))
  await expect(page.getByText('3 initiatieven kunnen worden geïmporteerd')).toBeVisible()
  await page.getByRole('button', { name: 'Importeer 3 initiatieven' }).click()
  await expect(page.getByText('3 initiatieven zijn geïmporteerd')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('link', { name: 'Proef op de lijst' })).toBeVisible()
  await expectAccessible(page)
  await expectFits(page)
  const imported = page.url()
  await page.getByRole('link', { name: 'Derde op de lijst' }).click()
  await expect(page.getByRole('textbox', { name: 'Titel' })).toHaveValue('Derde op de lijst')
  await page.goto('/werkplek/berichten')
  await expect(page.getByText('Uw import van initiatieven is klaar').first()).toBeVisible()

  await query(`UPDATE initiative_revision SET version = 2 WHERE title = 'Derde op de lijst'`, [])
  await page.goto(imported)
  await page.getByRole('button', { name: 'Maak de hele import ongedaan' }).click()
  await expect(page.getByText('2 concepten zijn verwijderd')).toBeVisible()
  await expect(page.getByRole('heading', { name: '1 initiatief bleef staan' })).toBeVisible()
  await expect(page.getByText('Concept, daarna gewijzigd')).toBeVisible()
  await expectAccessible(page)
  await remove()
})

test('columns are chosen and kept, and an import is stopped, without JavaScript @S-571', async ({
  browser,
}) => {
  const page = await someone(browser, 'redacteur.brabant@voorbeeld.nl', false)
  await sendFile(page, 'eigen.csv', 'Kleur;Wat het is\nrood;Eerste uit de lijst\nblauw;\n')
  await expect(page.getByRole('heading', { name: 'Welke kolom is wat?' })).toBeVisible()
  await page.getByRole('button', { name: 'Controleer de regels' }).click()
  await expect(page.getByText('Kies welke kolom de titel is.').first()).toBeVisible()
  await page.getByLabel(/Kolom Wat het is wordt/).selectOption({ label: 'Titel' })
  await page.getByRole('button', { name: 'Controleer de regels' }).click()
  await expect(page.getByText('In 1 regel klopt iets niet')).toBeVisible()

  const id = new URL(page.url()).pathname.split('/').at(-1)
  // Held here, the run cannot begin.
  const holder = new Client({ connectionString: process.env.E2E_DATABASE_URL })
  await holder.connect()
  await holder.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [
    `initiative-import ${id ?? ''}`,
  ])
  await page
    .getByRole('button', { name: 'Importeer 1 initiatief, zonder de regel met een fout' })
    .click()
  await expect(page.getByText('Uw initiatieven worden geïmporteerd')).toBeVisible()
  await page.getByRole('link', { name: 'Bekijk hoe ver het is' }).click()
  await expect(page.getByRole('progressbar', { name: 'Het importeren begint zo.' })).toBeVisible()
  await page.getByRole('button', { name: 'Stop het importeren' }).click()
  await expect(page.getByText('Er blijft niets van achter.')).toBeVisible()
  expect(await query('SELECT 1 FROM initiative_import_row', [])).toEqual([])
  await query(`UPDATE initiative_import SET status = 'cancelled' WHERE id = $1`, [id])
  await holder.end()
  await page.reload()
  await expect(page.getByText('Het importeren is gestopt')).toBeVisible()

  await sendFile(page, 'eigen.csv', 'Kleur;Wat het is;Smaak\nrood;Tweede;zoet\n')
  await expect(page.getByText('Uw bestand heeft andere kolommen dan de vorige keer')).toBeVisible()
  await expect(page.getByText('Nieuw: Smaak.')).toBeVisible()
  await expect(page.getByLabel(/Kolom Wat het is wordt/)).toHaveValue('title')
  await page.context().close()
})

test('a file that cannot be read gets words, and who may not import gets nothing @S-572', async ({
  page,
  problems,
}) => {
  await signInAs(page, 'editor')
  const organisation = await query<{ id: string }>(
    `SELECT m.organisation_id::text AS id
     FROM membership m JOIN app_user u ON u.id = m.user_id
     WHERE u.email = 'redacteur.brabant@voorbeeld.nl'`,
    [],
  )
  const send = (buffer: Buffer) =>
    page.request.post('/api/werkplek/initiatieven', {
      headers: { origin: process.env.E2E_ORIGIN ?? '' },
      multipart: {
        organisatie: organisation[0]?.id ?? '',
        bestand: { name: 'lijst.xlsx', mimeType: 'text/csv', buffer },
      },
      maxRedirects: 0,
    })
  const before = await query('SELECT count(*) FROM initiative_import', [])
  const hostile = new Map(hostileFiles().map(([name, make]) => [name, make]))
  for (const [name, problem] of [
    ['a program renamed to .docx', 'program'],
    ['a zip bomb', 'tooLarge'],
  ] as const) {
    const make = hostile.get(name)
    if (!make) throw new Error(name)
    expect((await send(make())).headers().location, name).toContain(`fout=${problem}`)
  }
  expect((await send(Buffer.alloc(21_000_000, 'x'))).headers().location).toContain('fout=tooLarge')
  expect(await query('SELECT count(*) FROM initiative_import', [])).toEqual(before)
  await page.goto(`${START}?fout=password`)
  await expect(page.getByText('Dit bestand is beveiligd met een wachtwoord.')).toBeVisible()

  const [other] = await query<{ id: string }>('SELECT id::text FROM initiative_import LIMIT 1', [])
  await signInAs(page, 'otherEditor')
  expect((await send(Buffer.from('Titel\nVan een ander\n'))).status()).toBe(404)
  expect((await page.request.get(`${START}/${other?.id ?? ''}`)).status()).toBe(404)
  // An administrator may for any organisation that there is.
  await signInAs(page, 'administrator')
  const elsewhere = await page.request.post('/api/werkplek/initiatieven', {
    headers: { origin: process.env.E2E_ORIGIN ?? '' },
    multipart: {
      organisatie: 'nergens',
      bestand: { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('Titel\nA\n') },
    },
    maxRedirects: 0,
  })
  expect(elsewhere.status()).toBe(404)
  await signInAs(page, 'assessor')
  expect((await send(Buffer.from('Titel\nNiet van mij\n'))).status()).toBe(404)
  expect((await page.request.get('/api/werkplek/initiatieven/sjabloon')).status()).toBe(404)
  await page.goto(START)
  await expect(page.getByText('U kunt nog geen initiatieven importeren')).toBeVisible()
  ignoreNotFound(problems)
})

test('the template has the values of now, and empty it says what is missing @S-573', async ({
  page,
}) => {
  await signInAs(page, 'editor')
  await page.goto(START)
  const link = page.getByRole('link', { name: 'Download het sjabloon (XLSX)' })
  const template = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(template.headers()['content-disposition']).toContain('sjabloon-initiatieven.xlsx')
  await sendFile(page, 'sjabloon.xlsx', await template.body())
  await expect(page).toHaveURL(/fout=noRows/)
  await expect(page.getByText('In dit bestand staan geen initiatieven')).toBeVisible()
})
