import { expect, expectWhole, query, send, signInAs, test, unfold, unique } from './fixtures'
import { chooseTerm, startInitiative } from './initiatives'

/** The most that the page of a draft may measure at 1280 pixels wide. */
const MOST_PIXELS = 3_000
const SUMMARY = 'Statushouders werken drie dagen mee in een technisch bedrijf in Midden-Brabant.'

test('twelve questions on one page lead to submitting, and topics can wait @S-524', async ({
  page,
}) => {
  const title = unique('In een kwartier')
  await signInAs(page, 'editor')
  await startInitiative(page, title)
  await expectWhole(page)
  await page.reload()
  const form = page.locator('form', { has: page.getByLabel('Samenvatting') })
  const height = await form.evaluate((element) =>
    Math.round(element.getBoundingClientRect().height),
  )
  expect(height).toBeLessThanOrEqual(MOST_PIXELS)
  const open = form.locator('input:visible, textarea:visible, select:visible')
  expect(await open.count()).toBeLessThanOrEqual(17)
  await expect(page.getByText(/^[23] van de 12 vragen beantwoord/)).toBeVisible()

  await page.getByRole('link', { name: 'Samenvatting' }).click()
  await expect(page.getByLabel('Samenvatting')).toBeInViewport()
  await page.getByLabel('Samenvatting').fill(SUMMARY)
  const groups = page.getByRole('group', { name: 'Doelgroepen', exact: true })
  const box = groups.getByRole('combobox')
  await box.focus()
  await page.keyboard.type('vluchtel')
  await expect(groups.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(groups.getByRole('button', { name: /weghalen$/ })).toHaveCount(1)
  await expectWhole(page)
  await groups.getByRole('button', { name: /weghalen$/ }).click()
  await expect(groups.getByRole('button', { name: /weghalen$/ })).toHaveCount(0)
  await chooseTerm(page, 'Doelgroepen', 'Statushouders')
  await chooseTerm(page, 'Instrumenten', 'Jobcoaching')
  // The form saved itself: what is missing follows, and who types keeps the keyboard.
  const main = page.locator('main')
  await expect(main.getByRole('link', { name: 'Instrumenten', exact: true })).toHaveCount(0)
  await expect(
    page.getByRole('group', { name: 'Instrumenten' }).getByRole('combobox'),
  ).toBeFocused()
  const challenges = page.getByRole('group', { name: 'Maatschappelijke opgaven' })
  await unfold(challenges, 'Kies uit de hele lijst')
  await challenges.getByRole('checkbox').first().check()
  await page
    .getByLabel('Wat hebt u gedaan?')
    .fill('Kennismaken: een gesprek van een uur.\nDrie dagen meelopen')
  await page.getByRole('button', { name: 'Opslaan en voorbeeld bekijken' }).click()
  await expect(page.getByRole('heading', { name: 'De aanpak in twee stappen' })).toBeVisible()
  await expect(page.getByText('Alles wat nodig is, is ingevuld.', { exact: false })).toBeVisible()
  await expectWhole(page)
  await page.getByRole('button', { name: 'Indienen bij de redactie' }).click()
  await expect(page.getByText(`Ingediend: ${title}`)).toBeVisible()
  expect(
    await query(
      `SELECT s.name, s.description FROM revision_step s
       JOIN initiative_revision r ON r.id = s.revision_id WHERE r.title = $1 ORDER BY s.position`,
      [title],
    ),
  ).toEqual([
    { name: 'Kennismaken', description: 'een gesprek van een uur.' },
    { name: 'Drie dagen meelopen', description: '' },
  ])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a topic saves its own fields and leaves the rest @S-525', async ({ page }) => {
    const title = unique('In delen')
    await signInAs(page, 'editor')
    await startInitiative(page, title)
    await page.getByLabel('Samenvatting').fill(SUMMARY)
    const sectors = page.getByRole('group', { name: 'Sectoren' })
    await sectors.locator('summary').click()
    await sectors.getByRole('checkbox').first().check()
    await send(page, 'Opslaan')
    await page.getByRole('link', { name: 'Vul aan: Wat u leerde' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Wat u leerde' })).toBeVisible()
    await page.getByLabel('Lessen').fill('Begin klein.\nVraag door.')
    await send(page, 'Opslaan en terug')
    await expect(page.getByRole('link', { name: 'Wijzig: Wat u leerde' })).toBeVisible()
    await expect(page.getByLabel('Samenvatting')).toHaveValue(SUMMARY)
    expect(
      await query(
        `SELECT (SELECT count(*)::int FROM revision_text_item i WHERE i.revision_id = r.id) AS lessons,
          (SELECT count(*)::int FROM revision_term t WHERE t.revision_id = r.id) AS terms
         FROM initiative_revision r WHERE r.title = $1`,
        [title],
      ),
    ).toEqual([{ lessons: 2, terms: 1 }])
  })
})
