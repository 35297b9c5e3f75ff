import { expect, expectAccessible, test } from './fixtures'

test('the method page explains the rules with figures of now, in both languages @S-127', async ({
  page,
}) => {
  await page.goto('/methode')
  await expect(page.getByText(/Er staan \d+ initiatieven in de Praktijkbank/)).toBeVisible()
  await expect(page.getByText(/De alfa van Krippendorff is/)).toBeVisible()
  await page.getByText('Bekijk als tabel').click()
  await expect(page.getByRole('table').getByRole('columnheader', { name: 'Score 5' })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: 'Ambassadeursrol' })).toBeVisible()
  await expectAccessible(page)
  await page.goto('/en/method')
  await expect(page.getByText(/Krippendorff's alpha is/)).toBeVisible()
  await expect(page.getByText('When something is out of date').first()).toBeVisible()
})
