import writeExcelFile from 'write-excel-file/node'
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

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PAGE = '/werkplek/regios/noordoost-brabant?jaar=2026'

async function sheet(rows: readonly string[][]) {
  const cells = rows.map((row) => row.map((value) => ({ value, type: String })))
  return Buffer.from(await writeExcelFile(cells).toBuffer())
}

test('a sheet with people, money and an indicator comes in after its faults are mended in the cells that were named @S-648', async ({
  page,
}) => {
  await signInAs(page, 'editor')
  const look = async (buffer: Buffer) => {
    const file = { name: 'doelen.xlsx', mimeType: XLSX, buffer }
    await page.getByLabel('Excel-bestand (.xlsx)').setInputFiles(file)
    await send(page, 'Bekijk wat er komt te staan')
  }
  await page.goto(PAGE)
  const template = await page.request.get('/api/monitor/noordoost-brabant/voorbeeldbestand.xlsx')
  await look(await template.body())
  await expect(page.getByText('In dit bestand staan alleen voorbeeldrijen.')).toBeVisible()

  await page.goto(PAGE)
  const goal = unique('Doel uit een blad')
  const head = [
    'Mensen bereikt',
    'Doel',
    'Kleur',
    'Mensen in de regio',
    'Maatregel',
    'Wie geeft het geld',
    'Bedrag in euro',
    'Begint op',
    'Indicator',
    'Eenheid',
    'Streefwaarde',
    'Jaar van de streefwaarde',
  ]
  const wrong = ['30', goal, 'rood', '20', 'Coach', 'Gemeente', '1.2,3,4', '1-3-26', 'Werk', '%']
  await look(await sheet([head, [...wrong, '120', '2028']]))
  await expect(page.getByText('Fouten: 4. Er is niets toegevoegd.')).toBeVisible()
  for (const cell of [
    'Cel A2, kolom Mensen bereikt:',
    'Cel G2, kolom Bedrag in euro:',
    'Cel H2, kolom Begint op:',
    'Cel K2, kolom Streefwaarde: Een percentage ligt tussen 0 en 100.',
  ])
    await expect(page.getByText(cell)).toBeVisible()
  await expect(
    page.getByText('Deze kolommen kennen wij niet en lezen wij niet: Kleur (C1).'),
  ).toBeVisible()
  await expectAccessible(page)
  await expectFits(page)
  expect(await query('SELECT 1 FROM policy_goal WHERE title = $1', [goal])).toEqual([])

  const right = ['15', goal, '', '20', 'Coach', 'Gemeente', 'circa 1,2 mln', 'maart 2026', 'Werk']
  await look(await sheet([head, [...right, '%', '62,5', '2028']]))
  await send(page, 'Toevoegen (1 rijen)')
  await expect(page.getByText('Toegevoegde rijen: 1.')).toBeVisible()
  expect(
    await query(
      `SELECT m.people_reached, f.amount_euro, f.amount_qualifier, i.target_value::float
       FROM policy_goal g
       JOIN policy_measure m ON m.goal_id = g.id
       JOIN funding f ON f.measure_id = m.id
       JOIN policy_indicator i ON i.measure_id = m.id
       WHERE g.title = $1`,
      [goal],
    ),
  ).toEqual([
    { people_reached: 15, amount_euro: 1_200_000, amount_qualifier: 'circa', target_value: 62.5 },
  ])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an import is undone, but not while somebody went on with what it added @S-649', async ({
    page,
  }) => {
    await signInAs(page, 'editor')
    await page.goto(PAGE)
    const goal = unique('Doel dat weer weg mag')
    await page.getByLabel('Excel-bestand (.xlsx)').setInputFiles({
      name: 'doelen.xlsx',
      mimeType: XLSX,
      buffer: await sheet([
        ['Maatregel', 'Doel'],
        ['Coach', goal],
      ]),
    })
    await page.getByRole('button', { name: 'Bekijk wat er komt te staan' }).click()
    await page.getByRole('button', { name: 'Toevoegen (1 rijen)' }).click()
    await expect(page.getByText('Toegevoegde rijen: 1.')).toBeVisible()

    await page.goto(PAGE)
    await expect(
      page.getByText('Toegevoegd: 1 doel, 1 maatregel, 0 geldstromen en 0 indicatoren.').first(),
    ).toBeVisible()
    const undo = page.getByRole('button', { name: /^Ongedaan maken: import van/ }).first()
    await query('UPDATE policy_goal SET version = 2 WHERE title = $1', [goal])
    await undo.click()
    await expect(page.getByText('Er is niets weggehaald.')).toBeVisible()
    await query('UPDATE policy_goal SET version = 1 WHERE title = $1', [goal])
    await undo.click()
    await expect(page.getByText('Ongedaan gemaakt op').first()).toBeVisible()
    expect(await query('SELECT 1 FROM policy_goal WHERE title = $1', [goal])).toEqual([])
  })
})
