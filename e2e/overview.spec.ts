import { expect, expectAccessible, query, test } from './fixtures'
import { addAdoption, runAdoption } from './initiatives'

let adoption = ''

// Other tests take the adoptions of the examples away; this one is ours.
test.beforeAll(async () => {
  adoption = await addAdoption({
    initiative: 'werknemersnetwerk-neurodiversiteit',
    organisation: 'voorbeeld-regionaal-beraad-twente',
    goal: 'Voor de matrix',
  })
  await runAdoption(adoption)
})

test.afterAll(async () => {
  await query('DELETE FROM adoption WHERE id = $1::uuid', [adoption])
})

test('the matrix tells what works for whom, in words, and leads to the initiatives @S-220', async ({
  page,
}) => {
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
  await expect(matrix.getByText('1 keer overgenomen').first()).toBeVisible()
  await page.setViewportSize({ width: 320, height: 800 })
  await page.goto('/monitor')
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
    .toBeLessThanOrEqual(320)
  await page.locator('summary').filter({ hasText: 'Nieuwkomers' }).first().click()
  await expect(page.getByRole('link', { name: /initiatie.*Nieuwkomers/ }).first()).toBeVisible()
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
    .toBeLessThanOrEqual(320)
  await expectAccessible(page)
})
