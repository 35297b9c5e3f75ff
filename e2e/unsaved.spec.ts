import { expect, expectAccessible, query, send, signInAs, test, unique } from './fixtures'
import { startInitiative } from './initiatives'

test('the line under a draft is true, and leaving with unsaved text asks first @S-372', async ({
  page,
  problems,
}) => {
  await signInAs(page, 'editor')
  await startInitiative(page, unique('Nog niet bewaard'))
  // No draft saves itself while this is true.
  let cut = true
  await page.route('**/werkplek/initiatieven/**', async (route) =>
    cut && route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  const draft = page.url()
  const line = page.locator('[data-draft-bar]')
  const dialog = page.getByRole('dialog', { name: 'U hebt iets nog niet opgeslagen' })
  const summary = page.getByLabel('Samenvatting')
  await expect(line).toHaveText(/^Opgeslagen om/)
  await summary.fill('Tekst die nergens staat.')
  await expect(line).toHaveText('Nog niet opgeslagen')

  const link = page
    .getByRole('navigation')
    .getByRole('link', { name: 'Initiatieven', exact: true })
    .first()
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Hier blijven' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL(draft)
  await expect(summary).toHaveValue('Tekst die nergens staat.')

  await page.evaluate(() => history.back())
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: 'Hier blijven' }).click()
  await expect(page).toHaveURL(draft)
  await expect(summary).toHaveValue('Tekst die nergens staat.')

  const asked: string[] = []
  page.on('dialog', (question) => {
    asked.push(question.type())
    void question.dismiss()
  })
  await page.evaluate(() => location.reload())
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await expect(summary).toHaveValue('Tekst die nergens staat.')

  cut = false
  await send(page, 'Opslaan')
  await expect(line).toHaveText(/^Opgeslagen om/)
  problems.length = 0
  await link.click()
  await expect(page).toHaveURL(/\/initiatieven$/)
  expect(asked).toEqual(['beforeunload'])
  expect(
    await query("SELECT 1 FROM initiative_revision WHERE summary = 'Tekst die nergens staat.'"),
  ).toHaveLength(1)
})

test('who leaves anyway gets where they wanted, and a save that failed says so @S-373', async ({
  page,
  context,
  problems,
}) => {
  await signInAs(page, 'editor')
  await startInitiative(page, unique('Mislukt'))
  const line = page.locator('[data-draft-bar]')
  await page.getByLabel('Samenvatting').fill('Deze tekst blijft staan.')
  // The text is saved although something is missing; the line must say so.
  await send(page, 'Indienen bij de redactie')
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(line).toHaveText(/^Opgeslagen om/)
  await page.getByLabel('Samenvatting').fill('Meer tekst.')
  const kept = await context.cookies()
  await context.clearCookies()
  await send(page, 'Opslaan')
  await expect(line).toHaveText('Opslaan is niet gelukt. Uw tekst staat nog in dit formulier.')
  await expect(page.getByLabel('Samenvatting')).toHaveValue('Meer tekst.')
  await context.addCookies(kept)
  await page.getByRole('link', { name: 'Praktijkbank' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Weggaan zonder opslaan' }).click()
  await expect(page).toHaveURL(/:\d+\/$/)
  problems.length = 0
})
