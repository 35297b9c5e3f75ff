import { expect, expectAccessible, query, send, someone, test, unfold } from './fixtures'
import { addAdoption } from './initiatives'

test.describe.configure({ timeout: 120_000 })

const SLUG = 'rangeerterrein'
const OWNER = 'redacteur.brabant@voorbeeld.nl'
const ADOPTER = 'redacteur.overijssel@voorbeeld.nl'
const THIRD = 'redacteur.noord@voorbeeld.nl'

/** Only of this initiative: other tests may be looking at theirs. */
async function clean(): Promise<void> {
  await query(
    'DELETE FROM adoption WHERE initiative_id = (SELECT id FROM initiative WHERE slug = $1)',
    [SLUG],
  )
}

test('a region considers, asks, prepares, runs and tells; the parent’s page shows it @S-230', async ({
  page,
  browser,
}) => {
  await clean()
  const goal = 'Wij willen jongeren zonder startkwalificatie aan werk helpen.'
  const adopter = await someone(browser, ADOPTER)
  await adopter.goto(`/initiatieven/${SLUG}`)
  await unfold(adopter.locator('main'), 'Wij overwegen dit')
  await adopter
    .getByLabel('Wat wilt u van de eigenaar weten?')
    .fill('Welke <b>vergunning</b> was er nodig?')
  await send(adopter, 'Laat weten dat wij dit overwegen')
  await expect(adopter.getByRole('alert').first()).toContainText('Vul dit veld in')
  await expect(adopter.getByLabel('Wat wilt u van de eigenaar weten?')).toHaveValue(
    'Welke <b>vergunning</b> was er nodig?',
  )
  await adopter.getByLabel('Wat wilt u ermee bereiken?').fill(goal)
  await adopter.getByLabel('Voor welke doelgroep?').selectOption('statushouders')
  await adopter.getByRole('button', { name: 'Laat weten dat wij dit overwegen' }).click()
  await expect(adopter).toHaveURL(/\/werkplek\/overnames\/[0-9a-f-]{36}$/)
  await expect(adopter.getByText('De vraag wacht op antwoord')).toBeVisible()
  const path = new URL(adopter.url()).pathname

  const owner = await someone(browser, OWNER)
  expect(
    await query(
      `SELECT 1 FROM mail m JOIN app_user u ON u.id = m.recipient_id WHERE m.kind = 'adoption-question' AND m.path = $1 AND u.email = $2`,
      [path, OWNER],
    ),
  ).toHaveLength(1)
  await owner.goto('/werkplek')
  await expect(owner.getByText('overweegt dit over te nemen')).toBeVisible()
  await owner.goto('/werkplek/overnames')
  await expect(owner.getByText('Er is een vraag aan u gesteld.')).toBeVisible()
  await expectAccessible(owner)
  await owner.goto(path)
  await expect(owner.getByText(goal)).toBeVisible()
  await expect(owner.getByText('Welke <b>vergunning</b> was er nodig?')).toBeVisible()
  await owner.getByLabel('Uw antwoord').fill('Een tijdelijke vergunning van de gemeente.')
  await send(owner, 'Antwoord versturen')
  await expect(owner.getByText('Een tijdelijke vergunning van de gemeente.')).toBeVisible()
  await expect(owner.getByRole('button', { name: 'Stoppen' })).toHaveCount(0)

  await adopter.reload()
  await expect(adopter.getByText('Een tijdelijke vergunning van de gemeente.')).toBeVisible()
  await send(adopter, 'Wij bereiden het voor')
  await expect(adopter.getByLabel('Sinds welke dag loopt het?')).toBeVisible()
  await adopter.getByLabel('Sinds welke dag loopt het?').fill('2025-01-15')
  await send(adopter, 'Het loopt')
  await expect(adopter.getByText('Vul eerst in wat u aanpast').first()).toBeVisible()
  await adopter.getByLabel('Wat verandert u?').fill('Wij werken met kleinere groepen.')
  await adopter.getByLabel('Waarom?', { exact: true }).fill('Onze werkplaats is kleiner.')
  await send(adopter, 'Aanpassingen opslaan')
  await adopter.reload()
  await adopter.getByLabel('Sinds welke dag loopt het?').fill('2025-01-15')
  await send(adopter, 'Het loopt')
  await expect(adopter.getByLabel('Wat is na 6 maanden een resultaat?')).toBeVisible()
  await expectAccessible(adopter)
  await adopter
    .getByLabel('Wat is na 6 maanden een resultaat?')
    .fill('Twaalf deelnemers hebben een baan.')
  await adopter
    .getByLabel('Wat is een les voor anderen?')
    .fill('Begin met een werkgever die u kent.')
  await send(adopter, 'Tussenstand vertellen')
  await expect(adopter.getByText('Les: Begin met een werkgever die u kent.')).toBeVisible()

  await page.goto(`/initiatieven/${SLUG}`)
  const part = page.locator('#overnames')
  await expect(part.getByText('1 overname, waarvan er 1 loopt.')).toBeVisible()
  await expect(part.getByText('Wij werken met kleinere groepen.')).toBeVisible()
  await expect(part.getByText('Les: Begin met een werkgever die u kent.')).toBeVisible()
  for (const hidden of ['vergunning</b>', 'Een tijdelijke vergunning', 'Tom Hendriks'])
    expect(await part.innerHTML()).not.toContain(hidden)
  await expectAccessible(page)
  await part.getByRole('link', { name: 'SER Overijssel' }).click()
  await expect(page).toHaveURL(/\/regios\//)
  await expect(page.locator('#overnames').getByText(goal)).toBeVisible()
  const open = await page.request.get(`/api/v1/overnames?initiatief=${SLUG}`)
  expect(await open.json()).toMatchObject({
    totaal: 1,
    items: [{ stand: 'loopt', tussenstanden: [{ maand: 6 }] }],
  })

  const third = await someone(browser, THIRD)
  expect((await third.request.get(path)).status()).toBe(404)
  await owner.goto(`/initiatieven/${SLUG}`)
  await expect(owner.getByText('Wij overwegen dit')).toHaveCount(0)
  for (const one of [adopter, owner, third]) await one.context().close()
})

test('two people who save a sheet both keep their text @S-231', async ({ browser }) => {
  await clean()
  const id = await addAdoption({
    initiative: SLUG,
    organisation: 'secretariaat-ser-overijssel',
    goal: 'Doel',
    group: 'statushouders',
  })
  const first = await someone(browser, ADOPTER)
  await first.goto(`/werkplek/overnames/${id}`)
  const second = await first.context().newPage()
  await second.goto(first.url())
  await first.getByLabel('Wat houdt u?').fill('De tekst van de een.')
  await send(first, 'Aanpassingen opslaan')
  await second.getByLabel('Wat houdt u?').fill('De tekst van de ander.')
  await send(second, 'Aanpassingen opslaan')
  const conflict = second.getByRole('alert').filter({ hasText: 'De tekst van de een.' })
  await expect(conflict).toContainText('De tekst van de ander.')
  await expect(second.getByLabel('Wat houdt u?')).toHaveValue('De tekst van de ander.')
  await first.context().close()
})

test('considering works without JavaScript @S-232', async ({ browser }) => {
  await clean()
  const page = await someone(browser, ADOPTER, false)
  await page.goto(`/initiatieven/${SLUG}`)
  await page.locator('#overnames summary').filter({ hasText: 'Wij overwegen dit' }).click()
  await page.getByLabel('Wat wilt u ermee bereiken?').fill('Meer mensen aan het werk in Twente.')
  await page.getByRole('button', { name: 'Laat weten dat wij dit overwegen' }).click()
  await expect(page.getByText('Maak een keuze').first()).toBeVisible()
  await expect(page.getByLabel('Wat wilt u ermee bereiken?')).toHaveValue(
    'Meer mensen aan het werk in Twente.',
  )
  await page.getByLabel('Voor welke doelgroep?').selectOption('statushouders')
  await page.getByRole('button', { name: 'Laat weten dat wij dit overwegen' }).click()
  await expect(page).toHaveURL(/\/werkplek\/overnames\/[0-9a-f-]{36}$/)
  await expect(page.getByText('Er is geen vraag gesteld.')).toBeVisible()
  await page.context().close()
})
