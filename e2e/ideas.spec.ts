import {
  expect,
  expectAccessible,
  expectFits,
  fillSignIn,
  PEOPLE,
  query,
  someone,
  test,
} from './fixtures'

const START = '/toets-mijn-idee'
const DRAFT = /\/werkplek\/initiatieven\/[0-9a-f-]{36}$/
const IDEA =
  'Wij willen statushouders leren lassen op een oud rangeerterrein. Zij krijgen een jobcoach. Het begint in Tilburg.'
const TITLE = 'Wij willen statushouders leren lassen op een oud rangeerterrein'

const stored = () =>
  query(
    `SELECT 1 FROM document_reading WHERE proposals::text LIKE '%leren lassen%'
     UNION ALL SELECT 1 FROM form_draft WHERE values::text LIKE '%leren lassen%'`,
  )
const remove = () =>
  query(
    'DELETE FROM initiative WHERE id IN (SELECT initiative_id FROM initiative_revision WHERE title = $1)',
    [TITLE],
  )

test('an idea is answered, stores nothing, and becomes a draft after signing in @S-610', async ({
  page,
}) => {
  await page.goto('/initiatieven?q=xyzzyplugh')
  await page.getByRole('link', { name: 'Toets mijn idee' }).click()
  await expect(page).toHaveURL(START)
  await expectAccessible(page)
  await page.getByLabel('Uw idee', { exact: true }).fill(IDEA)
  await page.getByRole('button', { name: 'Toets mijn idee' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'op uw idee' })).toBeVisible()
  // The text is in no address, and still in the field.
  await expect(page).toHaveURL(START)
  await expect(page.getByLabel('Uw idee', { exact: true })).toHaveValue(IDEA)
  await expect(page.locator('#gelezen')).toContainText('Statushouders (u schreef ‘statushouders’)')
  const yard = page.locator('#lijkt-op article', { hasText: 'Rangeerterrein Midden-Brabant' })
  await expect(yard).toContainText('niet vergeleken')
  await expect(yard).toContainText('Noemt ook: ‘rangeerterrein’')
  await expect(page.locator('#lessons li').first()).toContainText('dat op uw idee lijkt')
  await expect(page.locator('#obstacles li').first()).toBeVisible()
  await expect(page.locator('#onbekend')).toContainText('Of ze helpen, weet niemand.')
  await expectAccessible(page)
  await expectFits(page)
  expect(await stored()).toEqual([])

  await page.getByRole('button', { name: 'Bewaar als concept' }).click()
  await expect(page).toHaveURL(/\/inloggen\?callbackUrl=/)
  await fillSignIn(page, PEOPLE.editor)
  await expect(page).toHaveURL(START)
  await expect(page.getByText('Uw tekst is er nog')).toBeVisible()
  await expect(page.getByLabel('Uw idee', { exact: true })).toHaveValue(IDEA)
  await page.getByRole('button', { name: 'Bewaar als concept' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Voorstellen uit uw idee')
  await expect(page.getByLabel('Titel')).toHaveValue(TITLE)
  await expect(page.getByLabel('Neem over: Samenvatting')).toBeChecked()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Maak het concept' }).click()
  await expect(page).toHaveURL(DRAFT)
  await expect(page.getByText('Gezien bij het toetsen van het idee:')).toBeVisible()
  await expect(page.locator('#lijkt-op ul').last()).toContainText('Rangeerterrein Midden-Brabant')
  await page.goto(START)
  await expect(page.getByLabel('Uw idee', { exact: true })).toHaveValue('')
  await remove()
})

test('an idea is checked and kept without JavaScript @S-611', async ({ browser }) => {
  const page = await someone(browser, null, false)
  await page.goto(START)
  await page.getByLabel('Uw idee', { exact: true }).fill('te kort')
  await page.getByRole('button', { name: 'Toets mijn idee' }).click()
  await expect(page.getByText('Schrijf iets meer').first()).toBeVisible()
  await expect(page.getByLabel('Uw idee', { exact: true })).toHaveValue('te kort')
  await page.getByLabel('Uw idee', { exact: true }).fill(IDEA)
  await page.getByRole('button', { name: 'Toets mijn idee' }).click()
  await expect(page.locator('#lijkt-op')).toContainText('Rangeerterrein Midden-Brabant')
  await expect(page.getByLabel('Uw idee', { exact: true })).toHaveValue(IDEA)
  await page.getByRole('button', { name: 'Bewaar als concept' }).click()
  await fillSignIn(page, PEOPLE.editor)
  await expect(page.getByLabel('Uw idee', { exact: true })).toHaveValue(IDEA)
  await page.getByRole('button', { name: 'Bewaar als concept' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Voorstellen uit uw idee')
  await query(`DELETE FROM document_reading WHERE proposals::text LIKE '%leren lassen%'`)
  await page.context().close()
})
