import writeExcelFile from 'write-excel-file/node'
import { expect, query, signInAs, test, unique } from './fixtures'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('goals are ordered with buttons and brought in from a sheet, after a look first @S-183', async ({
    page,
  }) => {
    await signInAs(page, 'editor')
    await page.goto('/werkplek/regios/noordoost-brabant?jaar=2026')
    const first = unique('Eerste doel')
    const second = unique('Tweede doel')
    const sheet = async (rows: string[][]) =>
      Buffer.from(
        await writeExcelFile(
          [['Doel', 'Onder doel', 'Toelichting', 'Maatregel', 'Soort maatregel'], ...rows].map(
            (row) => row.map((value) => ({ value, type: String })),
          ),
        ).toBuffer(),
      )
    const bring = async (rows: string[][]) => {
      await page.getByLabel('Excel-bestand (.xlsx)').setInputFiles({
        name: 'doelen.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: await sheet(rows),
      })
      await page.getByRole('button', { name: 'Bekijk wat er komt te staan' }).click()
    }
    await bring([
      [first, '', '', '', ''],
      [second, 'Bestaat niet', '', 'M', 'toverij'],
    ])
    await expect(
      page.getByText(
        'Cel B3, kolom Onder doel: Dit doel staat niet in de regio en niet in een rij erboven.',
      ),
    ).toBeVisible()
    expect(await query('SELECT 1 FROM policy_goal WHERE title = $1', [first])).toEqual([])
    await bring([
      [first, '', '', '', ''],
      [second, '', '', '', ''],
    ])
    await page.getByRole('button', { name: 'Toevoegen (2 rijen)' }).click()
    await expect(page.getByText('Toegevoegde rijen: 2.')).toBeVisible()
    await page.goto('/werkplek/regios/noordoost-brabant?jaar=2026')
    await page.getByRole('button', { name: `Onder het doel erboven: ${second}` }).click()
    await expect
      .poll(async () =>
        query(
          'SELECT p.title FROM policy_goal g JOIN policy_goal p ON p.id = g.parent_id WHERE g.title = $1',
          [second],
        ),
      )
      .toEqual([{ title: first }])
  })
})
