import { expect, expectAccessible, test } from './fixtures'

test('typing suggests, and the arrow keys choose @S-25', async ({ page }) => {
  await page.goto('/')
  const field = page.getByRole('combobox', { name: 'Zoek in initiatieven' })
  await field.pressSequentially('vluchteling')
  const option = page.getByRole('option', { name: /Statushouders/ })
  await expect(option).toBeVisible()
  await expect(field).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('status').filter({ hasText: /suggestie/ })).toHaveCount(1)
  await expectAccessible(page)
  await field.press('Escape')
  await expect(option).toBeHidden()
  await expect(field).toHaveValue('vluchteling')
  await field.press('ArrowDown')
  await field.press('ArrowDown')
  await field.press('ArrowUp')
  await expect(page.getByRole('option', { selected: true })).toHaveCount(1)
  await field.press('ArrowUp')
  await expect(page.getByRole('option', { selected: true })).toHaveCount(0)
  await field.press('ArrowDown')
  await field.press('Enter')
  await expect(page).toHaveURL(/\/initiatieven\?doelgroep=/)
  await expect(page.getByRole('link', { name: 'Switch naar Techniek' })).toBeVisible()
})

test('a slip of the keyboard is understood, and said @S-26', async ({ page }) => {
  await page.goto('/initiatieven?q=tehcniek')
  await expect(page.getByText('Er is gezocht naar ‘techniek’', { exact: false })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Switch naar Techniek' })).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the order by fit with a region says why @S-27', async ({ page }) => {
    await page.goto('/initiatieven?doelgroep=statushouders')
    await page.getByLabel('Past bij').selectOption('Twente')
    await page.getByLabel('Volgorde').selectOption('Past het best bij mijn regio')
    await page.getByRole('button', { name: 'Toon zo' }).first().click()
    await expect(page).toHaveURL(/voor=twente/)
    await expect(page).toHaveURL(/doelgroep=statushouders/)
    const first = page.getByRole('article').first()
    await expect(first.getByRole('heading', { name: 'Switch naar Techniek' })).toBeVisible()
    await expect(first.getByText('Past bij Twente')).toBeVisible()
    await expect(first.getByText(/voor statushouders: 3\.600 in Twente/)).toBeVisible()
    await expect(first.getByText('zelfde provincie: Overijssel')).toBeVisible()
  })
})

test('the list as a table and as a map keeps what was chosen @S-28', async ({ page }) => {
  await page.goto('/initiatieven?regio=provincie-noord-brabant')
  await page.getByRole('link', { name: 'Tabel', exact: true }).click()
  const table = page.getByRole('region', { name: 'Initiatieven met hun regio, bewijs en oordeel' })
  await expect(table.getByRole('row', { name: /Rangeerterrein/ })).toBeVisible()
  await expect(table.getByRole('row', { name: /Switch naar Techniek/ })).toHaveCount(0)
  await table.getByRole('link', { name: 'Sorteer op Bewijs' }).click()
  await expect(table.getByRole('columnheader', { name: 'Sorteer op Bewijs' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await expectAccessible(page)
  await page.getByText('Kolommen', { exact: true }).first().click()
  await page.getByRole('checkbox', { name: 'Zeven criteria' }).uncheck()
  await page.getByRole('checkbox', { name: 'Fase' }).last().check()
  await page
    .getByRole('group', { name: 'Kolommen' })
    .getByRole('button', { name: 'Toon zo' })
    .click()
  await expect(table.getByRole('columnheader', { name: 'Fase' })).toBeVisible()
  await expect(table.getByRole('columnheader', { name: 'Sorteer op Vernieuwend' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Kaart', exact: true }).click()
  await expectAccessible(page)
  await page.getByText('Bekijk als lijst').click()
  await page
    .getByRole('row', { name: /Midden-Brabant/ })
    .getByRole('link')
    .click()
  await expect(page).toHaveURL(/regio=midden-brabant&regio=provincie-noord-brabant/)
})

test('an empty result names the gap and leads on @S-29', async ({ page }) => {
  await page.goto('/initiatieven?doelgroep=mantelzorgers&regio=provincie-drenthe')
  await expect(page.getByText('Nog geen initiatief voor mantelzorgers in Drenthe')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Zonder de keuze bij ‘voor wie’' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2 initiatieven')
})
