import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import ICAL from 'ical.js'
import writeExcelFile from 'write-excel-file/node'
import { unpackBounded } from '../lib/base/files/archive'
import {
  expect,
  expectAccessible,
  expectFits,
  query,
  send,
  signInAs,
  test,
  unique,
} from './fixtures'
import { startInitiative } from './initiatives'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const sent = (name: string) => readFileSync(`lib/base/testing/sheets/${name}`)

const faults = (page: Page, documents: Readonly<Record<string, string>>) =>
  page.evaluate(
    (all) =>
      Object.entries(all).flatMap(([name, text]) => {
        const error = new DOMParser()
          .parseFromString(text, 'application/xml')
          .querySelector('parsererror')
        return error === null ? [] : [`${name}: ${error.textContent.slice(0, 200)}`]
      }),
    documents,
  )

const partsOf = async (file: Buffer) =>
  Object.fromEntries(
    [...(await unpackBounded(file))]
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, part]) => [name, part.toString('utf8')]),
  )

const DIRTY = 'Sa\uFFFE\u0001\u000B\uFFFFmen'

test('signs that XML forbids, in text of before, leave every file well-formed @S-350', async ({
  page,
}) => {
  const mark = unique('gaaf').replace(' ', '')
  const [goal] = await query<{ id: string }>(
    `INSERT INTO policy_goal (id, slug, region_id, title, starts_on, updated_at)
    SELECT gen_random_uuid(), $1, id, $2, '2026-01-01', now() FROM region WHERE slug = 'zuidoost-brabant' RETURNING id`,
    [mark, `${DIRTY} ${mark}`],
  )
  const [measure] = await query<{ id: string }>(
    `INSERT INTO policy_measure (id, slug, goal_id, title, updated_at) VALUES (gen_random_uuid(), $1, $2, $3, now()) RETURNING id`,
    [mark, goal?.id, DIRTY],
  )
  await query(
    `INSERT INTO funding (id, measure_id, type_id, alignment_id, provider, amount_euro, ends_on, updated_at)
    SELECT gen_random_uuid(), $1, (SELECT id FROM term WHERE vocabulary = 'funding_type' AND slug = 'gemeente'), (SELECT id FROM term WHERE vocabulary = 'subsidy_alignment' LIMIT 1), $2, 1000, current_date + 200, now()`,
    [measure?.id, `${DIRTY} ${mark}`],
  )
  await query(
    `INSERT INTO meeting (id, slug, organisation_id, title, text, place, starts_at, ends_at, updated_at)
    SELECT gen_random_uuid(), $1, id, $2, $2, $2, now() + interval '9 days', now() + interval '9 days 2 hours', now() FROM organisation ORDER BY id LIMIT 1`,
    [mark, `${DIRTY} ${mark}`],
  )
  await query(
    `UPDATE initiative_search SET summary = summary || $1 WHERE slug = 'rangeerterrein'`,
    [DIRTY],
  )
  try {
    await page.goto('/')
    const text = async (address: string) => (await page.request.get(address)).text()
    const bytes = async (address: string) => (await page.request.get(address)).body()
    const region = '/regios/zuidoost-brabant/monitor?jaar=2026'
    await expect(async () =>
      expect(await text('/initiatieven/feed.xml')).toContain('Samen'),
    ).toPass()
    const picture = await text(
      `/api/grafiek?${new URLSearchParams({ pagina: region, grafiek: 'grafiek-geld', soort: 'svg' }).toString()}`,
    )
    expect(picture).toContain('Samen')
    expect(await faults(page, { feed: await text('/initiatieven/feed.xml'), picture })).toEqual([])
    const paper = await partsOf(
      await bytes('/api/monitor/zuidoost-brabant/bestuursstuk.docx?jaar=2026'),
    )
    expect(paper['word/document.xml']).toContain(`Samen ${mark}`)
    expect(await faults(page, paper)).toEqual([])
    const book = await partsOf(await bytes('/monitor/financiering/bestand?soort=xlsx'))
    expect(Object.values(book).join('')).toContain(`Samen ${mark}`)
    expect(await faults(page, book)).toEqual([])
    const calendar = await text('/bijeenkomsten/agenda.ics')
    expect(calendar).toContain(`SUMMARY:Samen ${mark}`)
    expect(() => ICAL.parse(calendar) as unknown).not.toThrow()
    for (const file of [calendar, await text('/monitor/financiering/bestand?soort=csv')])
      expect(file).not.toMatch(/[\u0001\u000B\uFFFE\uFFFF]/)
  } finally {
    await query(
      `UPDATE initiative_search SET summary = replace(summary, $1, '') WHERE slug = 'rangeerterrein'`,
      [DIRTY],
    )
    await query('DELETE FROM meeting WHERE slug = $1', [mark])
    await query('DELETE FROM funding WHERE measure_id = $1', [measure?.id])
    await query('DELETE FROM policy_measure WHERE id = $1', [measure?.id])
    await query('DELETE FROM policy_goal WHERE id = $1', [goal?.id])
  }
})

async function open(page: Page, name: string): Promise<void> {
  await page.goto('/werkplek/beheer/cijfers/nieuw')
  await page.getByLabel('Bestand', { exact: true }).setInputFiles({
    name,
    mimeType: name.endsWith('.csv') ? 'text/csv' : XLSX,
    buffer: sent(name),
  })
  await page.getByRole('button', { name: 'Bekijk bestand' }).click()
}

async function keep(page: Page, title: string, column: string): Promise<void> {
  await page.getByLabel('Naam van deze bron').fill(title)
  await page.getByLabel('Waar de cijfers vandaan komen').selectOption({ index: 1 })
  await page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: column, exact: true }) })
    .getByLabel('Indicator', { exact: true })
    .selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Bewaar en controleer het bestand' }).click()
  await expect(page).toHaveURL(/\/cijfers\/[0-9a-f-]{36}$/)
}

test('the sheet that people see is read and named, and another one can be chosen and is kept @S-351', async ({
  page,
}) => {
  test.setTimeout(90_000)
  await signInAs(page, 'moderator')
  await open(page, 'x01-hidden-first-sheet.xlsx')
  await expect(page.getByText('Werkblad: Tabel', { exact: true })).toBeVisible()

  await open(page, 'x02-cover-sheet-first.xlsx')
  await expect(page.getByLabel('Werkblad')).toHaveValue('Toelichting')
  await page.getByLabel('Werkblad', { exact: true }).selectOption('Tabel 1')
  await page.getByRole('button', { name: 'Toon', exact: true }).click()
  await expect(page.getByLabel('Wat is Gemeente?')).toHaveValue('region')
  await expectAccessible(page)
  await expectFits(page)
  await keep(page, unique('Twee werkbladen'), 'Aantal')
  await expect(page.getByText('Gelezen werkblad: Tabel 1')).toBeVisible()
  await expect(page.getByText(/ 0 overgeslagen/)).toBeVisible()
  await page.getByRole('link', { name: 'Kolommen en betekenis wijzigen' }).click()
  await expect(page.getByLabel('Werkblad')).toHaveValue('Tabel 1')
  await page.getByLabel('Bestand', { exact: true }).setInputFiles({
    name: 'ander.xlsx',
    mimeType: XLSX,
    buffer: sent('x01-hidden-first-sheet.xlsx'),
  })
  await page.getByRole('button', { name: 'Bekijk bestand' }).click()
  await expect(page.getByText('Het werkblad “Tabel 1” staat niet in dit bestand')).toBeVisible()

  await open(page, 'c17-leading-zero-point.csv')
  await expect(page.getByLabel('Hoe getallen geschreven zijn')).toHaveValue('point')
  await page.getByLabel('Hoe getallen geschreven zijn').selectOption('comma')
  await keep(page, unique('Punt of komma'), 'Aandeel')
  await expect(
    page.getByText('Dit getal heeft een ander decimaalteken dan de bron zegt').first(),
  ).toBeVisible()
  await expect(page.getByText('2 rijen gelezen, 2 overgeslagen')).toBeVisible()
  await expectAccessible(page)

  await open(page, 'c16-quote-in-name.csv')
  await expect(page.getByText('2, Gemeente')).toBeVisible()
})

test('a number that can be two numbers is asked back, and a decimal with a point stays one @S-352', async ({
  page,
}) => {
  await signInAs(page, 'editor')
  const title = unique('Twee manieren van lezen')
  await startInitiative(page, title)
  const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(page.url())?.[0] ?? ''
  await page.goto(`/werkplek/initiatieven/${id}/metingen`)
  await page.getByLabel('Wat meet u').fill('Deelnemers met werk')
  await page.getByLabel('Eenheid').fill('%')
  await page.getByLabel('Soort resultaat').selectOption('outcome')
  await page.getByLabel('Nulmeting: waarde').fill('2.500')
  await send(page, 'Opslaan', page.locator('form').filter({ has: page.getByLabel('Wat meet u') }))
  await expect(page.getByRole('alert').first()).toContainText('Dit getal kan twee dingen zijn.')
  await expect(page.getByLabel('Nulmeting: waarde')).toHaveValue('2.500')
  await expectAccessible(page)
  await page.getByLabel('Nulmeting: waarde').fill('0.125')
  await send(page, 'Opslaan', page.locator('form').filter({ has: page.getByLabel('Wat meet u') }))
  await expect(page.getByRole('heading', { name: 'Een meting toevoegen' })).toBeVisible()
  await expect(page.getByText('0,125%')).toBeVisible()
  expect(
    await query(
      'SELECT i.baseline_value::float8 AS value FROM initiative_indicator i JOIN initiative_revision r USING (initiative_id) WHERE r.title = $1',
      [title],
    ),
  ).toEqual([{ value: 0.125 }])
})

test('an import of goals tells all faulty rows at once and lets a sheet be chosen @S-353', async ({
  page,
}) => {
  await signInAs(page, 'editor')
  await page.goto('/werkplek/regios/noordoost-brabant?jaar=2026')
  const head = ['Doel', 'Onder doel', 'Toelichting', 'Maatregel', 'Soort maatregel']
  const cells = (rows: readonly string[][]) =>
    rows.map((row) => row.map((value) => ({ value, type: String })))
  const title = unique('Doel')
  const sheets = [
    { sheet: 'Uitleg', data: cells([['Vul het tweede werkblad in.']]) },
    {
      sheet: 'Doelen',
      data: cells([
        head,
        [title, '', '', 'M', 'toverij'],
        [`${title} a`, title, '', '', ''],
        [`${title} b`, 'Nergens', '', '', ''],
        [`${title} c`, `${title} d`, '', '', ''],
        [`${title} d`, '', '', '', ''],
      ]),
    },
  ]
  const file = {
    name: 'doelen.xlsx',
    mimeType: XLSX,
    buffer: Buffer.from(await writeExcelFile(sheets).toBuffer()),
  }
  await page.getByLabel('Excel-bestand (.xlsx)').setInputFiles(file)
  await send(page, 'Bekijk wat er komt te staan')
  await expect(page.getByText('Gelezen werkblad: Uitleg. Niet gelezen: Doelen.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Werkblad' }).selectOption('Doelen')
  await page.getByLabel('Excel-bestand (.xlsx)').setInputFiles(file)
  await send(page, 'Bekijk wat er komt te staan')
  await expect(page.getByText('Fouten: 3. Er is niets toegevoegd.')).toBeVisible()
  for (const fault of [
    'Cel E2, kolom Soort maatregel: Deze keuze bestaat niet (meer).',
    'Cel B4, kolom Onder doel: Dit doel staat niet in de regio',
    'Cel B5, kolom Onder doel: Dit doel staat pas in rij 6.',
  ])
    await expect(page.getByText(fault)).toBeVisible()
  await expectAccessible(page)
  await expectFits(page)
})

test('amounts that may overlap stand side by side with the reason, wherever they are told @S-354', async ({
  page,
}) => {
  const why =
    /bedragen van €\s350\.000 en €\s750\.000, niet opgeteld: niet elk bedrag is precies en ze kunnen elkaar overlappen/
  const [region] = await query<{
    slug: string
    code: string
  }>(`SELECT r.slug, r.code FROM region r JOIN initiative_search s ON r.slug = ANY (s.regions)
    WHERE s.slug = 'snellere-start-sterkere-toekomst' AND r.type = 'labour_market' LIMIT 1`)
  await page.goto(`/regios/${region?.slug ?? ''}/monitor?jaar=2026`)
  await expect(page.getByText(why).first()).toBeVisible()
  expect(await page.content()).not.toContain('1.100.000')
  await expectAccessible(page)
  await expectFits(page)
  const file = await page.request.get(
    `/api/monitor/${region?.slug ?? ''}/bestuursstuk.docx?jaar=2026`,
  )
  const paper = (await partsOf(await file.body()))['word/document.xml'] ?? ''
  expect(paper).toMatch(why)
  expect(paper).not.toContain('1.100.000')
  const open = (await (
    await page.request.get(`/api/v1/monitor/regios/${region?.code ?? ''}?jaar=2026`)
  ).json()) as { stand: object }
  expect(open.stand).toMatchObject({
    bekendBedragEuro: null,
    geenSomOmdat: 'bij-benadering-en-mogelijk-overlap',
  })
  await page.goto('/monitor/financiering')
  await expect(page.getByText(/350\.000/).first()).toBeVisible()
  for (const address of [
    '/monitor/financiering',
    '/monitor/financiering/bestand?soort=csv',
    '/api/monitor/drenthe/geld.csv',
  ])
    expect(await (await page.request.get(address)).text()).not.toMatch(/1\.?100\.?000/)
})
