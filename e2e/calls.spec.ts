import type { Page } from '@playwright/test'
import {
  dayFromNow,
  expect,
  expectWhole,
  ignoreNotFound,
  query,
  send,
  someone,
  test,
  unfold,
} from './fixtures'

test.describe.configure({ timeout: 120_000 })

const POSTER = 'redacteur.overijssel@voorbeeld.nl'
const OWNER = 'redacteur.brabant@voorbeeld.nl'
const MODERATOR = 'moderator@voorbeeld.nl'
const QUESTION = 'Wie begeleidt zij-instromers naar de techniek?'

async function clean(): Promise<void> {
  for (const sql of [
    'DELETE FROM call_reply WHERE call_id IN (SELECT id FROM open_call WHERE NOT is_example)',
    'DELETE FROM open_call WHERE NOT is_example',
    "DELETE FROM rate_limit WHERE key LIKE 'call-%'",
    "DELETE FROM notification WHERE kind LIKE 'call%'",
  ])
    await query(sql)
}

async function fillCall(page: Page, title = QUESTION): Promise<void> {
  await page.getByLabel('Wat wilt u weten?').fill(title)
  await page
    .getByLabel('Toelichting')
    .fill('Wij beginnen in het voorjaar.\n<b>Wat</b> werkte bij u?')
  await page.getByLabel('Voor welke regio?').selectOption('twente')
  await page.getByLabel('Tot wanneer kan men antwoorden?').fill(dayFromNow(30))
}

async function post(page: Page, title = QUESTION): Promise<string> {
  await page.goto('/werkplek/oproepen/nieuw')
  await fillCall(page, title)
  const groups = page.getByRole('group', { name: 'Doelgroepen' })
  await unfold(groups, 'Zij-instromers')
  await groups
    .getByRole('checkbox', { name: /^Zij-instromers/ })
    .first()
    .check()
  await page.getByRole('button', { name: 'Oproep plaatsen' }).click()
  await expect(page).toHaveURL(/:\d+\/oproepen\/[a-z0-9-]+$/)
  return new URL(page.url()).pathname
}

test('a region calls, finds what fits at once, is answered by another and tells what came of it @S-280', async ({
  page,
  browser,
  problems,
}) => {
  await clean()
  const poster = await someone(browser, POSTER)
  await poster.goto('/oproepen')
  await poster.getByRole('link', { name: 'Oproep plaatsen' }).click()
  await poster.getByLabel('Toelichting').fill('Dit blijft staan.')
  await send(poster, 'Oproep plaatsen')
  await expect(poster.getByRole('alert').first()).toContainText('Vul dit veld in')
  await expect(poster.getByLabel('Toelichting')).toHaveValue('Dit blijft staan.')
  await expectWhole(poster)
  const path = await post(poster)
  await expect(poster.getByText('<b>Wat</b> werkte bij u?')).toBeVisible()
  const fitting = poster.locator('#past')
  await expect(
    fitting.getByRole('listitem').filter({ hasText: 'Rangeerterrein' }).first(),
  ).toContainText('zelfde doelgroep (Zij-instromers)')
  await expect(fitting.getByRole('link', { name: 'Midden-Brabant', exact: true })).toBeVisible()

  const owner = await someone(browser, OWNER)
  await owner.goto('/werkplek/berichten')
  await expect(owner.getByText('Oproep die bij u past').first()).toBeVisible()
  await owner.getByRole('link', { name: QUESTION }).first().click()
  await expect(owner).toHaveURL(new RegExp(`${path}$`))
  await unfold(owner.locator('main'), 'Geef antwoord')
  await send(owner, 'Antwoord plaatsen')
  await expect(owner.getByRole('alert').first()).toContainText(
    'Schrijf een antwoord of kies een initiatief',
  )
  await owner.getByLabel('Uw antwoord').fill('Wij doen dit sinds vorig jaar.')
  await owner.getByLabel('Een initiatief dat past').selectOption('rangeerterrein')
  await send(owner, 'Antwoord plaatsen')
  await expect(
    owner
      .locator('#antwoorden')
      .getByText('Wij doen dit sinds vorig jaar.', { exact: true })
      .first(),
  ).toBeVisible()
  await expect(owner.getByText('Oproep aanpassen')).toHaveCount(0)

  expect(
    await query(
      `SELECT 1 FROM mail m JOIN app_user u ON u.id = m.recipient_id WHERE m.kind = 'question-answered' AND u.email = $1 AND m.path LIKE $2 AND m.text LIKE '%Wij doen dit sinds vorig jaar.%'`,
      [POSTER, `${path}#%`],
    ),
  ).toHaveLength(1)
  await poster.reload()
  await expectWhole(poster)
  await unfold(poster.locator('main'), 'Vertel wat het opbracht')
  await poster.getByLabel('Hoe liep het af?').selectOption('answered')
  await poster.getByLabel('Wat kwam ervan?').fill('Brabant liet zien hoe het kan.')
  await send(poster, 'Oproep afronden')
  await expect(poster.locator('#opbrengst')).toContainText('Brabant liet zien hoe het kan.')

  await page.goto(path)
  await expect(page.getByText('Beantwoord')).toBeVisible()
  expect(await page.content()).not.toContain('Tom Hendriks')
  await expectWhole(page)
  const open = await page.request.get('/api/v1/oproepen?stand=beantwoord&regio=twente')
  expect(await open.json()).toMatchObject({
    totaal: 1,
    items: [{ titel: QUESTION, antwoorden: 1, doelgroepen: ['zij-instromers'] }],
  })
  expect((await page.request.get('/api/v1/oproepen?stand=anders')).status()).toBe(400)
  for (const one of [poster, owner]) await one.context().close()
  ignoreNotFound(problems)
})

test('calling and answering work without JavaScript @S-281', async ({ browser }) => {
  await clean()
  const page = await someone(browser, POSTER, false)
  await page.goto('/werkplek/oproepen/nieuw')
  await fillCall(page)
  await page.getByLabel('Tot wanneer kan men antwoorden?').fill('2020-01-01')
  await page.getByRole('button', { name: 'Oproep plaatsen' }).click()
  await expect(page.getByText('Deze dag is voorbij').first()).toBeVisible()
  await expect(page.getByLabel('Wat wilt u weten?')).toHaveValue(QUESTION)
  await expect(page.getByLabel('Voor welke regio?')).toHaveValue('twente')
  await page.getByLabel('Tot wanneer kan men antwoorden?').fill(dayFromNow(30))
  await page.getByRole('button', { name: 'Oproep plaatsen' }).click()
  await expect(page).toHaveURL(/\/oproepen\/wie-begeleidt/)
  await page.locator('summary').filter({ hasText: 'Geef antwoord' }).click()
  await page.getByLabel('Uw antwoord').fill('Wij vonden zelf al iets.')
  await page.getByRole('button', { name: 'Antwoord plaatsen' }).click()
  await expect(page.locator('#antwoorden li').getByText('Wij vonden zelf al iets.')).toBeVisible()
  await page.context().close()
})

test('two editors who change a call both keep their text @S-282', async ({ browser }) => {
  await clean()
  const first = await someone(browser, POSTER)
  const path = await post(first)
  const second = await first.context().newPage()
  for (const page of [first, second]) await page.goto(`/werkplek${path}`)
  await first.getByLabel('Toelichting').fill('De tekst van de een.')
  await send(first, 'Oproep opslaan')
  await second.getByLabel('Toelichting').fill('De tekst van de ander.')
  await send(second, 'Oproep opslaan')
  const conflict = second.getByRole('alert').filter({ hasText: 'De tekst van de een.' })
  await expect(conflict).toContainText('De tekst van de ander.')
  await expect(second.getByLabel('Toelichting')).toHaveValue('De tekst van de ander.')
  await send(second, 'Oproep opslaan')
  await second.goto(path)
  await expect(second.getByText('De tekst van de ander.')).toBeVisible()
  await first.context().close()
})

test('what does not belong is reported, hidden with a reason and shown again; forms from elsewhere change nothing @S-283', async ({
  page,
  browser,
}) => {
  await clean()
  const poster = await someone(browser, POSTER)
  const path = await post(poster)
  const owner = await someone(browser, OWNER)
  expect((await owner.request.get(`/werkplek${path}`)).status()).toBe(404)
  await owner.goto(path)
  await unfold(owner.locator('main'), 'Melden')
  await expect(owner.getByLabel('Waar gaat het om?')).toHaveValue('')
  await owner.getByLabel('Wat klopt hier niet?').fill('Dit is reclame.')
  await send(owner, 'Melding versturen')
  expect(await query("SELECT 1 FROM call_report WHERE reason = 'Dit is reclame.'")).toHaveLength(1)

  const moderator = await someone(browser, MODERATOR)
  await moderator.goto('/oproepen')
  await expect(moderator.getByText('Dit is reclame.')).toBeVisible()
  await expectWhole(moderator)
  await moderator.goto(path)
  await unfold(moderator.locator('main'), 'Verbergen')
  await moderator.getByLabel('Waarom verbergt u dit?').fill('Reclame hoort hier niet.')
  await send(moderator, 'Verbergen')
  await expect(moderator.getByText('Verborgen door een moderator')).toBeVisible()
  expect((await page.request.get(path)).status()).toBe(404)
  await page.goto('/oproepen')
  await expect(page.getByText(QUESTION)).toHaveCount(0)
  expect((await owner.request.get(path)).status()).toBe(404)
  await poster.goto(path)
  await expect(poster.getByText('Reclame hoort hier niet.')).toBeVisible()

  const [call] = await query<{ id: string }>(
    'SELECT id::text FROM open_call WHERE hidden_at IS NOT NULL',
  )
  await moderator.getByRole('button', { name: 'Weer tonen' }).click()
  await expect(moderator.getByText('Verborgen door een moderator')).toHaveCount(0)
  await poster.goto('/oproepen/voorbeeld-deeltijders-in-de-schoonmaak')
  await unfold(poster.locator('main'), 'Geef antwoord')
  await poster.locator('input[name=organisationId]').evaluate((field: HTMLInputElement) => {
    field.value = '00000000-0000-7000-8000-000000000000'
  })
  await poster.getByLabel('Uw antwoord').fill('In andermans naam.')
  await send(poster, 'Antwoord plaatsen')
  await expect(poster.getByText('Dit bestaat niet of u mag het niet zien.').first()).toBeVisible()
  await expect(poster.getByLabel('Uw antwoord')).toHaveValue('In andermans naam.')
  expect(await query("SELECT 1 FROM call_reply WHERE text = 'In andermans naam.'")).toHaveLength(0)
  expect(call).toBeDefined()

  const refused = await page.goto('/werkplek/oproepen/nieuw')
  expect(refused?.url()).toContain('/inloggen?terug=')
  for (const one of [poster, owner, moderator]) await one.context().close()
})
