import { expect, query, send, signInAs, someone, test, unique } from './fixtures'

test.describe.configure({ timeout: 120_000 })

test('a collection is made, ordered, published, followed and read; others cannot touch it @S-294', async ({
  page,
  browser,
}) => {
  const title = unique('Werken en leren')
  const editor = await someone(browser, 'redacteur.brabant@voorbeeld.nl', false)
  await editor.goto('/werkplek/verzamelingen')
  await editor.getByLabel('Titel').fill(title)
  await editor.getByLabel('Inleiding').fill('Voor wie net begint.')
  await editor.getByRole('button', { name: 'Verzameling beginnen' }).click()
  await expect(editor).toHaveURL(/\/werkplek\/verzamelingen\/[0-9a-f-]{36}$/)
  const desk = new URL(editor.url()).pathname
  await editor.getByLabel('Adres van het initiatief').fill('https://elders.nl/iets')
  await editor.getByRole('button', { name: 'Erin zetten' }).click()
  await expect(editor.getByText('Dit initiatief kennen wij niet.').first()).toBeVisible()
  for (const slug of ['rangeerterrein', 'switch-naar-techniek']) {
    await editor.goto(desk)
    await editor
      .getByLabel('Adres van het initiatief')
      .fill(`https://praktijkbank.nl/initiatieven/${slug}`)
    await editor.getByRole('button', { name: 'Erin zetten' }).click()
    await expect(editor.locator('#initiatieven ol li')).toHaveCount(
      slug === 'rangeerterrein' ? 1 : 2,
    )
  }
  await editor.getByRole('button', { name: /^Omhoog: Switch/ }).click()
  await expect(editor.locator('#initiatieven ol li').first()).toContainText('Switch naar Techniek')
  await editor.getByRole('button', { name: 'Openbaar maken' }).click()
  await expect(editor.getByText('Openbaar', { exact: true })).toBeVisible()
  await editor.context().close()

  await signInAs(page, 'otherEditor')
  expect((await page.request.get(desk)).status()).toBe(404)
  await page.goto('/verzamelingen')
  await page.getByRole('link', { name: title }).click()
  await expect(page.locator('#lijst li').first()).toContainText('Switch naar Techniek')
  await send(page, 'Volgen')
  await expect(page.getByRole('button', { name: 'Niet meer volgen' })).toBeVisible()
  await page.goto('/werkplek/berichten')
  await expect(page.getByRole('link', { name: title })).toBeVisible()
  expect(JSON.stringify(await (await page.request.get('/api/v1/verzamelingen')).json())).toContain(
    title,
  )
  await query('DELETE FROM collection WHERE title = $1', [title])
})

test('a visitor is asked to sign in before making collections or keeping an agenda @S-298', async ({
  page,
}) => {
  for (const path of [
    '/werkplek/verzamelingen',
    '/werkplek/verzamelingen/geen-nummer',
    '/werkplek/regios/midden-brabant/leeragenda',
  ]) {
    expect((await page.request.get(path)).url()).toContain(
      `/inloggen?terug=${encodeURIComponent(path)}`,
    )
  }
  expect((await page.request.get('/verzamelingen/bestaat-niet')).status()).toBe(404)
})
