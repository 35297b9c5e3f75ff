import { expect, PEOPLE, query, send, signInAs, signOut, test, unique } from './fixtures'
import { startInitiative, fillInitiative } from './initiatives'

const SUMMARY =
  'Mensen die nieuw zijn in Nederland lopen mee in een bedrijf en ontdekken wat bij hen past.'

test('a moderator returns a version with a reason, and the editor mends it @S-02', async ({
  page,
}) => {
  const title = unique('Terug voor een verbetering')
  await signInAs(page, 'editor')
  await startInitiative(page, title)
  await fillInitiative(page, SUMMARY)
  await page.getByRole('button', { name: 'Indienen bij de redactie' }).click()
  await expect(page.getByText(`Ingediend: ${title}`)).toBeVisible()
  await signOut(page)

  await signInAs(page, 'moderator')
  const [waiting] = await query<{ id: string }>(
    'SELECT id FROM initiative_revision WHERE title = $1',
    [title],
  )
  await page.goto(`/werkplek/redactie/${waiting?.id ?? ''}`)
  await page.getByRole('button', { name: 'Teruggeven' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Wat moet er veranderen?' })).toBeFocused()
  await page.getByLabel('Wat moet er veranderen?').fill('Schrijf erbij hoeveel mensen meedoen.')
  await page.getByRole('button', { name: 'Teruggeven' }).click()
  await expect(page.getByText(`Teruggegeven: ${title}`)).toBeVisible()
  await signOut(page)

  await signInAs(page, 'editor')
  await page.goto('/werkplek')
  await page
    .getByRole('link', { name: new RegExp(`${title}.*Schrijf erbij hoeveel mensen meedoen`) })
    .click()
  await expect(page.getByText('De redactie vraagt om een aanpassing')).toBeVisible()
  await page.getByLabel('Samenvatting').fill(`${SUMMARY} Er doen twintig mensen mee.`)
  await page.getByRole('button', { name: 'Indienen bij de redactie' }).click()
  await expect(page.getByText(`Ingediend: ${title}`)).toBeVisible()
})

test('a new version stays out of sight until it is published, and the old one stays in sight @S-03', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'editor')
  await page.goto('/initiatieven/werknemersnetwerk-neurodiversiteit')
  await page.getByRole('link', { name: 'Dit initiatief bewerken' }).click()
  await page.getByRole('button', { name: 'Nieuwe versie maken' }).click()
  await expect(page.getByText(/^Versie 2 namens/)).toBeVisible()
  const marker = unique('Nieuwe zin')
  await page.getByLabel('Samenvatting').fill(`${marker} voor deze samenvatting.`)
  await send(page, 'Opslaan')
  await expect(page.getByText(/Opgeslagen om/)).toBeVisible()
  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto('/initiatieven/werknemersnetwerk-neurodiversiteit')
  await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await visitor.content()).not.toContain(marker)
  await visitor.goto(`/initiatieven?q=${encodeURIComponent(marker)}`)
  await expect(
    visitor.getByText(marker, { exact: false }).filter({ hasText: 'voor deze samenvatting' }),
  ).toHaveCount(0)
  await visitor.context().close()
})

test('two editors at once: the second sees both texts and loses nothing @S-04', async ({
  page,
  browser,
}) => {
  const title = unique('Samen schrijven')
  await signInAs(page, 'editor')
  await startInitiative(page, title)
  const address = page.url()
  const second = await (await browser.newContext()).newPage()
  await signInAs(second, 'editor')
  await second.goto(address)
  await page.getByLabel('Wat was lastig?').fill('De tekst van de eerste.')
  await send(page, 'Opslaan')
  await expect(page.getByText(/Opgeslagen om/)).toBeVisible()
  await second.getByLabel('Wat was lastig?').fill('De tekst van de tweede.')
  await send(second, 'Opslaan')
  const conflict = second.getByRole('alert').filter({ hasText: 'De tekst van de eerste.' })
  await expect(conflict).toContainText('De tekst van de tweede.')
  await expect(second.getByLabel('Wat was lastig?')).toHaveValue('De tekst van de tweede.')
  await send(second, 'Opslaan')
  await expect(second.getByText(/Opgeslagen om/)).toBeVisible()
  const rows = await query<{ text: string }>(
    `SELECT i.text FROM revision_text_item i JOIN initiative_revision r ON r.id = i.revision_id
     WHERE r.title = $1 AND i.kind = 'obstacle'`,
    [title],
  )
  expect(rows).toEqual([{ text: 'De tekst van de tweede.' }])
  await second.context().close()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an editor writes a draft and keeps what was typed when something is wrong @S-05', async ({
    page,
  }) => {
    const title = unique('Zonder script')
    await page.goto('/inloggen?terug=/werkplek/initiatieven/nieuw')
    await page.getByLabel('E-mailadres').fill(PEOPLE.editor)
    await page.getByLabel('Wachtwoord', { exact: true }).fill('zeilboot-klaver-wortel-gracht')
    await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
    await page.getByLabel('Titel').fill(title)
    await page.getByRole('button', { name: 'Concept beginnen' }).click()
    await page.getByLabel('Samenvatting').fill(SUMMARY)
    await page.getByLabel('Begonnen op').fill('2026-05-01')
    await page.getByLabel('Eindigt op').fill('2026-04-01')
    await send(page, 'Opslaan')
    await expect(page.getByText('De einddatum ligt voor de begindatum.').first()).toBeVisible()
    await expect(page.getByLabel('Samenvatting')).toHaveValue(SUMMARY)
    await page.getByLabel('Eindigt op').fill('2026-12-01')
    await send(page, 'Opslaan')
    await expect(page.getByText(/Opgeslagen om/)).toBeVisible()
    expect(
      await query('SELECT summary FROM initiative_revision WHERE title = $1', [title]),
    ).toEqual([{ summary: SUMMARY }])
  })
})
