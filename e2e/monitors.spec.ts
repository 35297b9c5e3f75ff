import { expect, expectAccessible, expectFits, query, send, signInAs, test } from './fixtures'

const YEAR = 2026

test('the example chain shows what stands loose, and leads to where it is mended @S-181', async ({
  page,
}) => {
  await page.goto(`/regios/midden-brabant/monitor?jaar=${YEAR}`)
  await expect(page.getByText('Doelen met het woord Voorbeeld zijn verzonnen.')).toBeVisible()
  await expect(page.locator('#losse-einden')).toContainText('plek waar geld binnen een jaar stopt')
  await page
    .locator('#losse-einden')
    .getByRole('link', { name: 'Werkcoaches op de werkvloer', exact: true })
    .first()
    .click()
  await expect(page).toHaveURL(/#maatregel-/)
  await expect(page.locator('#oordelen')).toContainText('Er begonnen 32 mensen.')
  await expectFits(page)
  await expectAccessible(page)
  await page.goto('/en/regions/midden-brabant/monitor')
  await expect(
    page.getByRole('heading', { level: 1, name: 'Does the policy work in Midden-Brabant?' }),
  ).toBeVisible()
  await page.goto('/regios/groningen/monitor?jaar=1999')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(page)
})

test('the monitor of an initiative says what is known, what is missing and who can fill it @S-182', async ({
  page,
}) => {
  await page.goto('/initiatieven/rangeerterrein/monitor')
  await expect(
    page.getByText('De stappen van inzet naar effect zijn nog niet beschreven.'),
  ).toBeVisible()
  await expectAccessible(page)
  await signInAs(page, 'editor')
  await page.goto('/initiatieven/rangeerterrein/monitor')
  await page.getByRole('link', { name: 'Monitor aanvullen' }).click()
  await page.getByLabel('Inzet', { exact: true }).fill('Twee begeleiders en een loods.')
  await page
    .getByLabel('Wat er voor mensen verandert')
    .fill('Mensen kiezen bewuster voor techniek.')
  await send(page, 'Opslaan', page.locator('#verandertheorie'))
  await page.getByLabel('Kosten per deelnemer in euro').fill('1200')
  await page.getByLabel('Kosten per deelnemer: ten minste').fill('1500')
  await page.getByLabel('Kosten per deelnemer: ten hoogste').fill('900')
  await page.getByLabel('Waarop berusten deze bedragen').fill('De begroting van 2026.')
  await send(page, 'Opslaan', page.locator('#bereik'))
  await expect(page.getByText('Het hoogste bedrag ligt onder het laagste.').first()).toBeVisible()
  await page.getByLabel('Kosten per deelnemer: ten minste').fill('900')
  await page.getByLabel('Kosten per deelnemer: ten hoogste').fill('1500')
  // The theory above was saved meanwhile, so this form meets a newer version and is sent again.
  await send(page, 'Opslaan', page.locator('#bereik'))
  if (await page.locator('#conflict-title').isVisible())
    await send(page, 'Opslaan', page.locator('#bereik'))
  await page.goto('/initiatieven/rangeerterrein/monitor')
  await expect(page.getByText('Twee begeleiders en een loods.')).toBeVisible()
  await expect(page.getByText(/tussen €\s900 en €\s1\.500/)).toBeVisible()
  await expectAccessible(page)
})

test('an editor of another region finds neither the editor nor the verdict form @S-185', async ({
  page,
}) => {
  const [row] = await query<{ id: string }>(
    "SELECT id FROM policy_measure WHERE slug = 'voorbeeld-mb-werkcentrum'",
  )
  await signInAs(page, 'otherEditor')
  for (const path of [
    '/werkplek/regios/midden-brabant',
    `/werkplek/maatregelen/${row?.id ?? ''}/2026`,
    `/werkplek/maatregelen/${row?.id ?? ''}/abc`,
  ]) {
    expect((await page.request.get(path)).status()).toBe(404)
  }
  await page.goto('/regios/midden-brabant/monitor')
  await expect(page.getByRole('link', { name: 'Keten bijwerken' })).toHaveCount(0)
})
