import { enter, expect, expectAccessible, expectFits, test } from './fixtures'

const INITIATIVE = '/initiatieven/rangeerterrein'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a visitor sees what is the same, differs and is unknown in the own region, from the address alone @S-637', async ({
    page,
  }) => {
    await page.goto(INITIATIVE)
    const part = page.locator('#past')
    await expect(part.getByText('Nog geen regio gekozen')).toBeVisible()
    await part.getByLabel('Uw regio').selectOption({ label: 'Twente' })
    await part.getByRole('button', { name: 'Laat zien' }).click()
    await expect(page).toHaveURL(/\?voor=twente/)
    await expect(part.getByRole('heading', { name: 'Naast Twente' })).toBeVisible()
    await expect(part.locator('li').filter({ hasText: 'Plaats' })).toContainText('Anders')
    await expect(part.locator('li').filter({ hasText: 'Omvang' })).toContainText(/\(UWV.*20\d\d\)/)
    await expect(
      part.getByRole('heading', { name: 'Wie deed dit in een regio als de uwe?' }),
    ).toBeVisible()
    for (const word of await part.locator('[data-evidence]').all())
      expect(await word.getAttribute('data-evidence')).not.toBe('')
    await page.goto(`${INITIATIVE}?voor=geen-regio`)
    await expect(part.getByText('Nog geen regio gekozen')).toBeVisible()
  })
})

test('who is signed in starts with the region of the organisation, and compares by the same lines @S-638', async ({
  page,
}) => {
  await page.goto('/vergelijken?i=rangeerterrein,switch-naar-techniek&voor=twente')
  const part = page.locator('#past')
  const table = part.getByRole('table')
  await expect(table.getByRole('row')).toHaveCount(8)
  await expect(table).toContainText('Anders')
  await expect(table.locator('[data-evidence]')).toHaveCount(2)
  await expect(page).toHaveURL(/voor=twente/)
  await expectAccessible(page)
  await expectFits(page)
  await enter(page, 'manager.twente@voorbeeld.nl')
  await page.goto(INITIATIVE)
  await expect(part.getByLabel('Uw regio')).toHaveValue('twente')
  await expect(part.getByText('U ziet de regio van uw organisatie')).toBeVisible()
  await expectAccessible(page)
  await expectFits(page)
})
