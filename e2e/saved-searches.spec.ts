import { expect, expectAccessible, query, signInAs, test, unfold, unique } from './fixtures'

const LIST = '/initiatieven?doelgroep=statushouders'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a search is saved, opened, renamed and deleted, and says what is new @S-207', async ({
    page,
  }) => {
    const name = unique('Statushouders')
    await signInAs(page, 'editor')
    await query(`DELETE FROM saved_search WHERE parameters = 'doelgroep=statushouders'`)
    await page.goto(LIST)
    await unfold(page.getByRole('main'), 'Deze zoekvraag bewaren')
    await page.getByLabel('Naam', { exact: true }).fill('')
    await page.getByRole('button', { name: 'Bewaren', exact: true }).click()
    await expect(page.getByText('Vul dit veld in.').first()).toBeVisible()
    await page.getByLabel('Naam', { exact: true }).fill(name)
    await page.getByRole('button', { name: 'Bewaren', exact: true }).click()
    await page.goto(LIST)
    await expect(page.getByText(`U bewaarde deze zoekvraag als ‘${name}’.`)).toBeVisible()

    await query(`UPDATE saved_search SET opened_at = '2020-01-01' WHERE name = $1`, [name])
    await page.goto('/werkplek')
    await page.getByRole('link', { name: 'Naar uw zoekvragen' }).click()
    await expect(
      page.getByRole('heading', { level: 1, name: 'Uw bewaarde zoekvragen' }),
    ).toBeVisible()
    const row = () =>
      page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })
    await expect(row().getByText(/^\d+ nieuw of vernieuwd$/)).toBeVisible()
    await page.getByRole('button', { name: `Openen ${name}` }).click()
    await expect(page).toHaveURL(/\/initiatieven\?doelgroep=statushouders$/)
    await page.goto('/werkplek/zoekvragen')
    await expect(row().getByText('Niets nieuws sinds u keek')).toBeVisible()

    await unfold(row(), 'Naam wijzigen')
    await row().getByLabel('Naam', { exact: true }).fill(`${name} anders`)
    await row().getByRole('button', { name: 'Naam bewaren' }).click()
    await expect(page.getByRole('heading', { name: `${name} anders` })).toBeVisible()
    await page.getByRole('button', { name: `Verwijderen ${name} anders` }).click()
    await expect(page.getByRole('heading', { name: `${name} anders` })).toHaveCount(0)
  })
})

test('saved searches belong to one person alone @S-208', async ({ page }) => {
  await page.goto(LIST)
  await expect(page.getByText('om deze zoekvraag te bewaren.')).toBeVisible()
  await page.goto('/werkplek/zoekvragen')
  await expect(page).toHaveURL(/\/inloggen/)
  await query(
    `INSERT INTO saved_search (id, user_id, name, parameters) SELECT gen_random_uuid(), id, 'Van Overijssel', 'q=geheim' FROM app_user WHERE email = 'redacteur.overijssel@voorbeeld.nl' ON CONFLICT DO NOTHING`,
  )
  await query(
    `INSERT INTO saved_search (id, user_id, name, parameters) SELECT gen_random_uuid(), id, 'Van Brabant', 'sector=techniek' FROM app_user WHERE email = 'redacteur.brabant@voorbeeld.nl' ON CONFLICT DO NOTHING`,
  )
  await signInAs(page, 'editor')
  await page.goto('/werkplek/zoekvragen')
  await expect(page.getByRole('heading', { name: 'Van Brabant' })).toBeVisible()
  await expect(page.getByText('Van Overijssel')).toHaveCount(0)
  await expectAccessible(page)

  const [theirs] = await query<{ id: string }>(
    `SELECT id::text FROM saved_search WHERE name = 'Van Overijssel'`,
  )
  const form = page
    .locator('form')
    .filter({ has: page.getByRole('button', { name: 'Verwijderen Van Brabant' }) })
  await form.locator('input[name=id]').evaluate((input, id) => {
    ;(input as HTMLInputElement).value = id
  }, theirs!.id)
  await form.getByRole('button').click()
  await expect(page.getByText('Dit bestaat niet of u mag het niet zien.')).toBeVisible()
  expect(await query(`SELECT 1 FROM saved_search WHERE id = $1`, [theirs!.id])).toHaveLength(1)
  await page.setViewportSize({ width: 320, height: 700 })
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
    .toBeLessThanOrEqual(320)
})
