import {
  expect,
  expectAccessible,
  query,
  send,
  signInAs,
  signOut,
  test,
  unfold,
  unique,
} from './fixtures'
import { fillInitiative, fillJudgement, startInitiative } from './initiatives'

const SUMMARY =
  'Statushouders in Midden-Brabant werken drie dagen mee in een technisch bedrijf. Een jobcoach helpt hen en de werkgever. Daarna kiezen zij samen of er een baan of een opleiding volgt.'

test('an editor publishes, an assessor rates, the editor pairs with policy and a visitor reads @S-01', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  const title = unique('Meelopen in de techniek')

  await test.step('the editor writes and hands in', async () => {
    await signInAs(page, 'editor')
    await startInitiative(page, title)
    await page.getByRole('button', { name: 'Indienen bij de redactie' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'Samenvatting' })).toBeFocused()
    await fillInitiative(page, SUMMARY)
    await send(page, 'Opslaan')
    await expect(page.getByText(/Opgeslagen om/)).toBeVisible()
    await expect(page.getByLabel('Samenvatting')).toHaveValue(SUMMARY)
    await page.getByRole('button', { name: 'Opslaan en voorbeeld bekijken' }).click()
    await expect(page.getByText('Zo ziet een lezer deze versie na publicatie.')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'De aanpak in één stap' })).toBeVisible()
    await page.getByRole('link', { name: 'Terug naar bewerken' }).click()
    await page.getByRole('button', { name: 'Indienen bij de redactie' }).click()
    await expect(page.getByText(`Ingediend: ${title}`)).toBeVisible()
    await signOut(page)
  })

  await test.step('a moderator publishes', async () => {
    await signInAs(page, 'moderator')
    const [waiting] = await query<{ id: string }>(
      'SELECT id FROM initiative_revision WHERE title = $1',
      [title],
    )
    await page.goto(`/werkplek/redactie/${waiting?.id ?? ''}`)
    await expect(page.getByText('Dit is de eerste versie van dit initiatief.')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Publiceren' }).click()
    await page.getByRole('link', { name: 'Bekijk de pagina' }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await signOut(page)
  })
  const [{ slug } = { slug: '' }] = await query<{ slug: string }>(
    'SELECT slug FROM initiative_search WHERE title = $1',
    [title],
  )

  await test.step('the editor asks for a judgement', async () => {
    await signInAs(page, 'editor')
    await page.goto(`/initiatieven/${slug}`)
    await page.getByRole('link', { name: 'Beoordeling vragen' }).click()
    await send(page, 'Beoordeling vragen')
    await expect(page.getByRole('heading', { name: 'Ronde 1' })).toBeVisible()
    await signOut(page)
  })

  await test.step('an assessor from another region rates', async () => {
    await signInAs(page, 'assessor')
    await page.goto(`/initiatieven/${slug}`)
    await fillJudgement(page)
    await send(page, 'Opslaan')
    await expect(page.getByText(/Opgeslagen om/)).toBeVisible()
    await expect(page.getByLabel('Waarom?').first()).toHaveValue(/punt 1/)
    await page.getByRole('button', { name: 'Oordeel indienen' }).click()
    await expect(page.getByText('Uw oordeel is ingediend')).toBeVisible()
    await signOut(page)
  })

  await test.step('a moderator closes the round', async () => {
    await signInAs(page, 'moderator')
    await page.goto(`/initiatieven/${slug}`)
    await page.getByRole('link', { name: 'Beoordeling vragen' }).click()
    await send(page, 'Ronde nu sluiten')
    await expect(page.getByText('Er loopt nu geen ronde.')).toBeVisible()
    await signOut(page)
  })

  await test.step('the editor pairs it with a goal, money and a measurement', async () => {
    await signInAs(page, 'editor')
    await page.goto(`/initiatieven/${slug}`)
    await page.getByRole('link', { name: 'Beleid koppelen' }).click()
    await page.getByRole('group', { name: 'Draagt bij aan' }).getByRole('checkbox').first().check()
    await page.getByRole('button', { name: 'Koppelingen opslaan' }).click()
    await expect(page.getByText(/Opgeslagen om/)).toBeVisible()
    await unfold(page.locator('main'), 'Een geldstroom toevoegen')
    await page.getByLabel('Wie geeft het geld').fill('Provincie Noord-Brabant')
    await page.getByLabel("Bedrag in euro's").fill('een ton')
    const money = page.locator('form').filter({ has: page.getByLabel("Bedrag in euro's") })
    await send(page, 'Toevoegen', money)
    await expect(page.getByRole('alert').filter({ hasText: 'Bedrag' })).toBeVisible()
    await expect(page.getByLabel("Bedrag in euro's")).toHaveValue('een ton')
    await page.getByLabel("Bedrag in euro's").fill('100.000')
    await send(page, 'Toevoegen', money)
    await expect(page.getByText('€ 100.000')).toBeVisible()
    await page.getByRole('link', { name: 'Naar de metingen' }).click()
    await page.getByLabel('Wat meet u').fill('Deelnemers met betaald werk')
    await page.getByLabel('Eenheid').fill('personen')
    await page.getByLabel('Soort resultaat').selectOption('outcome')
    await page.getByRole('button', { name: 'Opslaan' }).last().click()
    await expect(page.getByRole('heading', { name: 'Een meting toevoegen' })).toBeVisible()
    await page.getByLabel('Gemeten op').fill('2026-10-01')
    await page.getByLabel('Aantal mensen met dit resultaat', { exact: true }).fill('12')
    await page.getByLabel('Van hoeveel mensen in totaal').fill('20')
    await page.getByLabel('Bron', { exact: true }).fill('Eigen telling')
    await send(page, 'Opslaan')
    await expect(page.getByRole('heading', { name: 'Het bewijs is nu: gemeten' })).toBeVisible()
  })

  await test.step('a visitor finds and reads it', async () => {
    const visitor = await (await browser.newContext()).newPage()
    await visitor.goto(`/initiatieven?q=${encodeURIComponent(title)}`)
    await visitor.getByRole('link', { name: title, exact: true }).click()
    await expect(visitor.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(visitor.getByText(SUMMARY)).toBeVisible()
    await expect(visitor.getByText('Eén beoordelaar gaf een oordeel.')).toBeVisible()
    await expect(visitor.getByText(/12 van de 20/).first()).toBeVisible()
    await expect(visitor.getByText('Provincie Noord-Brabant').first()).toBeVisible()
    await expect(visitor.getByText('Het bewijs is nu: gemeten')).toBeVisible()
    expect(await visitor.context().cookies()).toEqual([])
    await visitor.context().close()
  })
})
