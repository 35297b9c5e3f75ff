import { expect, expectAccessible, expectFits, query, send, signInAs, test } from './fixtures'

const REGION = 'zuidoost-brabant'

test('the calendar of a round is chosen by the region and its progress seen by everyone @S-646', async ({
  page,
}) => {
  await query(
    `WITH goal AS (
       INSERT INTO policy_goal (id, slug, region_id, title, starts_on, ends_on, updated_at)
       SELECT gen_random_uuid(), 'ronde-2036', id, 'Meer werk', '2036-01-01', '2036-12-31', now()
       FROM region WHERE slug = '${REGION}' AND ends_on IS NULL RETURNING id
     )
     INSERT INTO policy_measure (id, slug, goal_id, title, updated_at)
     SELECT gen_random_uuid(), 'ronde-maatregel-2036', id, 'Werkplekleren 2036', now() FROM goal`,
  )
  await signInAs(page, 'editor')
  await page.goto(`/werkplek/regios/${REGION}/jaarronde?jaar=2036`)
  await expect(page.getByText('Dit zijn voorgestelde dagen.')).toBeVisible()
  await page.getByLabel('Cijfers zijn ingevuld op').fill('2035-01-01')
  await send(page, 'Opslaan')
  await expect(page.getByText('Deze dag ligt voor de dag erboven.').first()).toBeVisible()
  await page.getByLabel('Cijfers zijn ingevuld op').fill('2037-01-20')
  await page.getByLabel('Werkplekleren 2036').selectOption({ index: 1 })
  await send(page, 'Opslaan')
  await expect(page.getByText('Dit zijn voorgestelde dagen.')).toBeHidden()
  await expectAccessible(page)
  await page.goto(`/regios/${REGION}/monitor/jaarronde?jaar=2036`)
  await expect(page.getByText('20 januari 2037')).toBeVisible()
  await expect(page.getByRole('cell', { name: 'geen indicator' }).first()).toBeVisible()
  await expectAccessible(page)
  await expectFits(page)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the calendar is saved, and a region without one says so @S-647', async ({ page }) => {
    await page.goto(`/regios/${REGION}/monitor/jaarronde?jaar=2037`)
    await expect(page.getByText('Nog geen kalender voor 2037')).toBeVisible()
    await page.goto('/regios/friesland/monitor/jaarronde?jaar=2037')
    await expect(page.getByText('Er is nog geen eigen maatregel in 2037.')).toBeVisible()
    await signInAs(page, 'editor')
    await page.goto(`/werkplek/regios/${REGION}/jaarronde?jaar=2038`)
    await page.getByLabel('Het bestuur bespreekt het op').fill('2039-04-12')
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.goto(`/regios/${REGION}/monitor/jaarronde?jaar=2038`)
    await expect(page.getByText('12 april 2039')).toBeVisible()
  })
})
