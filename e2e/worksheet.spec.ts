import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectFits, query, signInAs, test } from './fixtures'

const REGION = 'zuidoost-brabant'

interface Sheet {
  path: string
  goal: string
  measure: string
}

/** A goal with an indicator, a measure and money, in a year that no other test uses. */
async function sheetOf(year: number): Promise<Sheet> {
  const [goal, measure, funding, indicator] = Array.from({ length: 4 }, () => randomUUID())
  await query(
    `INSERT INTO policy_goal (id, slug, region_id, title, people_group, starts_on, ends_on, updated_at)
     SELECT $1::uuid, $1::uuid::text, id, 'Meer mensen aan het werk', 500, make_date($2::int, 1, 1), make_date($2::int, 12, 31), now()
     FROM region WHERE slug = '${REGION}' AND ends_on IS NULL`,
    [goal, year],
  )
  await query(
    `INSERT INTO policy_measure (id, slug, goal_id, title, updated_at) VALUES ($1::uuid, $1::uuid::text, $2, 'Coaches op de werkvloer', now())`,
    [measure, goal],
  )
  await query(
    `INSERT INTO funding (id, measure_id, type_id, alignment_id, provider, amount_euro, updated_at)
     SELECT $1::uuid, $2::uuid, f.id, a.id, 'Fonds van het werkblad', 1000, now() FROM term f, term a
     WHERE f.vocabulary = 'funding_type' AND f.slug = 'gemeente'
       AND a.vocabulary = 'subsidy_alignment' AND a.slug = 'niet-beoordeeld'`,
    [funding, measure],
  )
  await query(
    `INSERT INTO policy_indicator (id, goal_id, label, unit, baseline_value, baseline_year)
     VALUES ($1, $2, 'Aandeel met werk', 'percent', 40, $3)`,
    [indicator, goal, year - 1],
  )
  return { path: `/werkplek/regios/${REGION}?jaar=${year}`, goal: goal!, measure: measure! }
}

const cell = (page: Page, column: string, row: string) =>
  page.getByRole('textbox', { name: `${column}: ${row}`, exact: true })
const rowOf = (page: Page, id: string) => page.locator(`form[data-row="${id}"]`)

test('fills the worksheet where it stands, pastes from a spreadsheet, and undoes it @S-643', async ({
  page,
}) => {
  const { path, goal } = await sheetOf(2031)
  await signInAs(page, 'editor')
  await page.goto(path)
  await cell(page, 'Wie', 'Meer mensen aan het werk').fill('Regionaal Beraad')
  await cell(page, 'Bereikt', 'Meer mensen aan het werk').fill('900')
  await cell(page, 'Bereikt', 'Meer mensen aan het werk').press('Enter')
  await expect(cell(page, 'Bereikt', 'Coaches op de werkvloer')).toBeFocused()
  await expect(cell(page, 'Bedrag (€)', 'Fonds van het werkblad')).toHaveValue('1.000')
  await expect(rowOf(page, goal)).toContainText('Dit kan niet meer zijn dan alle mensen samen.')
  await expect(cell(page, 'Bereikt', 'Meer mensen aan het werk')).toHaveValue('900')
  await expect(async () => {
    const [row] = await query<{ carried_by: string }>(
      'SELECT carried_by FROM policy_goal WHERE id = $1',
      [goal],
    )
    expect(row?.carried_by).toBe('Regionaal Beraad')
  }).toPass()
  await cell(page, 'Bereikt', 'Meer mensen aan het werk').fill('90')
  await cell(page, 'Streefwaarde', 'Aandeel met werk').click()
  await expect(rowOf(page, goal)).toContainText('Opgeslagen.')
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '60 (2034)\t41,5\n\nte veel\t')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await expect(page.getByText('2 cellen gevuld. Eén cel past hier niet')).toBeVisible()
  await expect(page.getByText('1 van 1 indicatoren met een stand')).toBeVisible()
  await page.reload()
  await expect(cell(page, 'Streefwaarde', 'Aandeel met werk')).toHaveValue('60 (2034)')
  await expect(cell(page, 'Stand', 'Aandeel met werk')).toHaveValue('41,5')
  await expectAccessible(page)
  await expectFits(page)
  await page.getByRole('button', { name: /Laatste wijziging ongedaan maken \(2 cellen\)/ }).click()
  await expect(page.getByText('2 cellen teruggezet.')).toBeVisible()
  await expect(cell(page, 'Streefwaarde', 'Aandeel met werk')).toHaveValue('')
  await page.goto(`/regios/${REGION}/monitor?jaar=2031`)
  await expect(page.getByText('Gedragen door Regionaal Beraad')).toBeVisible()
  await expect(page.getByText('Mensen: 90 bereikt, van 500 in de regio.')).toBeVisible()
})

test('two people in one worksheet see what the other wrote, and no text is lost @S-644', async ({
  page,
}) => {
  const { path, measure } = await sheetOf(2032)
  await signInAs(page, 'editor')
  await page.goto(path)
  const who = cell(page, 'Wie', 'Coaches op de werkvloer')
  await who.fill('Werkcentrum')
  await query(
    `UPDATE policy_measure SET responsible_name = 'UWV', version = version + 1 WHERE id = $1`,
    [measure],
  )
  await who.press('Enter')
  await expect(rowOf(page, measure)).toContainText(
    'Iemand anders heeft deze cel intussen veranderd',
  )
  await expect(rowOf(page, measure)).toContainText('Nu staat er: UWV.')
  await expect(who).toHaveValue('Werkcentrum')
  await who.focus()
  await rowOf(page, measure)
    .getByRole('button', { name: /^Opslaan/ })
    .click()
  await expect(rowOf(page, measure)).toContainText('Opgeslagen.')
  await page.reload()
  await expect(who).toHaveValue('Werkcentrum')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a row is saved with its button, with faults beside the cells @S-645', async ({ page }) => {
    const { path, measure } = await sheetOf(2033)
    await signInAs(page, 'editor')
    await page.goto(path)
    await cell(page, 'Eindigt', 'Coaches op de werkvloer').fill('ooit')
    await cell(page, 'Beoogd', 'Coaches op de werkvloer').fill('25')
    await rowOf(page, measure)
      .getByRole('button', { name: /^Opslaan/ })
      .click()
    await expect(cell(page, 'Eindigt', 'Coaches op de werkvloer')).toHaveValue('ooit')
    await expect(rowOf(page, measure)).toContainText(/datum|dag/i)
    const [row] = await query<{ people_planned: number }>(
      'SELECT people_planned FROM policy_measure WHERE id = $1',
      [measure],
    )
    expect(row?.people_planned).toBe(25)
  })
})
