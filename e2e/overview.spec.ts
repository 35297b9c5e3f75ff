import { expect, expectAccessible, query, test } from './fixtures'

/** The adoption of this test: others take those of the examples away. */
const OURS = `goal = 'Voor de matrix'`

test.beforeAll(async () => {
  await query(`INSERT INTO adoption (id, initiative_id, organisation_id, goal, target_group_id, kept, reason, updated_at)
    SELECT gen_random_uuid(), i.id, o.id, 'Voor de matrix', t.id, 'De jobcoach', 'Dat werkt hier ook.', now() FROM initiative i, organisation o, term t
    WHERE i.slug = 'werknemersnetwerk-neurodiversiteit' AND o.slug = 'voorbeeld-regionaal-beraad-twente' AND t.vocabulary = 'target_group' AND t.slug = 'zij-instromers'`)
  await query(`UPDATE adoption SET status = 'preparing' WHERE ${OURS}`)
  await query(`UPDATE adoption SET status = 'running', starts_on = '2025-01-01' WHERE ${OURS}`)
})

test.afterAll(async () => {
  await query(`DELETE FROM adoption WHERE ${OURS}`)
})

test('the matrix tells what works for whom, in words, and leads to the initiatives @S-220', async ({ page }) => {
  await page.goto('/monitor')
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  const matrix = page.getByRole('region').filter({ has: page.getByRole('table') })
  const cell = matrix.getByRole('link', { name: /initiatie.*Nieuwkomers/i }).first()
  await expect(cell).toBeVisible()
  await expectAccessible(page)
  await cell.click()
  await expect(page).toHaveURL(/\/initiatieven\?.*doelgroep=nieuwkomers/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/\d+ initiatie/)
  await page.goto('/monitor')
  const file = await page.request.get('/monitor/file?soort=csv')
  expect(file.status()).toBe(200)
  const told = await file.text()
  expect(told).toContain('Nieuwkomers')
  expect(told).toContain('Keer overgenomen')
  // What runs elsewhere is told in each cell of what it took over.
  await expect(matrix.getByText(/\d+ keer overgenomen/).first()).toBeVisible()
  await page.setViewportSize({ width: 320, height: 800 })
  await page.goto('/monitor')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await page.locator('summary').filter({ hasText: 'Nieuwkomers' }).first().click()
  await expect(page.getByRole('link', { name: /initiatie.*Nieuwkomers/ }).first()).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await expectAccessible(page)
})
