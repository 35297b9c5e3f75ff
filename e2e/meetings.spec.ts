import type { Page } from '@playwright/test'
import ICAL from 'ical.js'
import { dayFromNow, expect, expectWhole, query, send, someone, test, unfold } from './fixtures'

test.describe.configure({ timeout: 120_000 })

const PLANNER = 'redacteur.overijssel@voorbeeld.nl'
const GUEST = 'redacteur.brabant@voorbeeld.nl'
const OTHER = 'redacteur.noord@voorbeeld.nl'
const TITLE = 'Een middag bij het spoor'
const LINK = 'https://vergadering.example/geheim-123'

async function clean(): Promise<void> {
  for (const sql of [
    'DELETE FROM meeting WHERE NOT is_example',
    "DELETE FROM rate_limit WHERE key LIKE 'meeting-%'",
    "DELETE FROM mail WHERE kind LIKE 'meeting%'",
  ])
    await query(sql)
}

async function fillMeeting(page: Page, seats: string): Promise<void> {
  await page.getByLabel('Titel').fill(TITLE)
  await page.getByLabel('Toelichting').fill('Wij lopen mee en rekenen samen.')
  await page.getByLabel('Dag', { exact: true }).fill(dayFromNow(30))
  await page.getByLabel('Begint om').fill('14.00')
  await page.getByLabel('Eindigt om').fill('16.30')
  await page.getByLabel('Plaats', { exact: true }).fill('Spoorzone, Tilburg')
  await page.getByLabel('Link om op afstand mee te doen').fill(LINK)
  await page.getByLabel('Aantal plaatsen').fill(seats)
  await page.getByLabel('Initiatieven op de agenda').fill('/initiatieven/rangeerterrein')
}

async function plan(page: Page, seats = '1'): Promise<string> {
  await page.goto('/werkplek/bijeenkomsten/nieuw')
  await fillMeeting(page, seats)
  await page.getByRole('button', { name: 'Bijeenkomst plannen' }).click()
  await expect(page).toHaveURL(/:\d+\/bijeenkomsten\/[a-z0-9-]+$/)
  return new URL(page.url()).pathname
}

const eventIn = (file: string) =>
  new ICAL.Event(
    new ICAL.Component(ICAL.parse(file) as unknown[]).getFirstSubcomponent('vevent') ?? undefined,
  )

test('a meeting is planned, filled, moved, held and credited; names and the link stay with who comes @S-286', async ({
  page,
  browser,
}) => {
  await clean()
  const planner = await someone(browser, PLANNER)
  await planner.goto('/uitwisselen')
  await planner.getByRole('link', { name: 'Bijeenkomst plannen' }).click()
  await planner.getByLabel('Begint om').fill('twee uur')
  await planner.getByLabel('Initiatieven op de agenda').fill('bestaat-niet')
  await send(planner, 'Bijeenkomst plannen')
  await expect(planner.getByRole('alert').first()).toContainText('Vul dit veld in')
  await expect(planner.getByLabel('Begint om')).toHaveValue('twee uur')
  await expectWhole(planner)
  const path = await plan(planner)
  await expect(planner.locator('#agenda')).toContainText('Rangeerterrein')
  await expect(planner.getByRole('link', { name: LINK })).toBeVisible()

  const guest = await someone(browser, GUEST)
  await guest.goto(path)
  await expect(guest.getByText('Nog 1 plaats vrij')).toBeVisible()
  expect(await guest.content()).not.toContain(LINK)
  await send(guest, 'Ik kom')
  await expect(guest.getByText('U hebt zich aangemeld')).toBeVisible()
  await expect(guest.locator('#deelnemers')).toContainText('Roos van den Berg')
  await expect(guest.getByRole('link', { name: LINK })).toBeVisible()
  await expectWhole(guest)

  const other = await someone(browser, OTHER)
  await other.goto(path)
  await expect(other.getByText('Alle plaatsen zijn bezet').first()).toBeVisible()
  await expect(other.getByRole('button', { name: 'Ik kom' })).toHaveCount(0)
  for (const hidden of [LINK, 'Roos van den Berg'])
    expect(await other.content()).not.toContain(hidden)
  expect((await other.request.get(`/werkplek${path}`)).status()).toBe(404)

  const before = eventIn(await (await page.request.get(`${path}/agenda`)).text())
  await planner.goto(`/werkplek${path}`)
  await expectWhole(planner)
  await planner.getByLabel('Plaats', { exact: true }).fill('Stadhuis, Breda')
  await send(planner, 'Gegevens opslaan')
  const answer = await page.request.get('/bijeenkomsten/agenda.ics')
  expect(answer.headers()['content-type']).toContain('text/calendar')
  const feed = await answer.text()
  const moved = eventIn(await (await page.request.get(`${path}/agenda`)).text())
  expect([moved.uid, moved.location, moved.sequence]).toEqual([
    before.uid,
    'Stadhuis, Breda',
    before.sequence + 1,
  ])
  expect(feed).toContain(`UID:${moved.uid}`)
  for (const hidden of [LINK, 'Roos van den Berg', GUEST]) expect(feed).not.toContain(hidden)
  expect(
    await query(
      "SELECT 1 FROM mail m JOIN app_user u ON u.id = m.recipient_id WHERE m.kind = 'meeting-changed' AND u.email = $1",
      [GUEST],
    ),
  ).toHaveLength(1)

  await planner.getByLabel('Naam', { exact: true }).fill('De dia’s')
  await planner.getByLabel('Webadres').fill('javascript:alert(1)')
  await send(planner, 'Toevoegen')
  await expect(planner.getByRole('alert').first()).toContainText('Dit is geen goed webadres')
  await planner.getByLabel('Webadres').fill('https://voorbeeld.nl/dias.pdf')
  await send(planner, 'Toevoegen')
  await query(
    "UPDATE meeting SET starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour' WHERE NOT is_example",
  )
  await planner.goto(`/werkplek${path}`)
  await planner.getByLabel('Wat kwam ervan?').fill('Zeven regio’s kwamen kijken.')
  await send(planner, 'Opslaan')
  await planner.getByLabel(/een contact, in een zin/).fill('Twente en Tilburg bellen elke maand.')
  await send(planner, 'Toevoegen', planner.locator('#opbrengst'))
  await expectWhole(planner)
  await page.goto(path)
  await expect(page.locator('#opbrengst')).toContainText('Zeven regio’s kwamen kijken.')
  await expect(page.locator('#opbrengst')).toContainText('Twente en Tilburg bellen elke maand.')
  await expect(page.locator('#lezen')).toContainText('De dia’s')
  expect(await page.content()).not.toContain('Roos van den Berg')
  await expectWhole(page)
  for (const one of [planner, guest, other]) await one.context().close()
})

test('planning, signing up and withdrawing work without JavaScript; a cancelled meeting says so in calendars @S-287', async ({
  page,
  browser,
}) => {
  await clean()
  const planner = await someone(browser, PLANNER, false)
  await planner.goto('/werkplek/bijeenkomsten/nieuw')
  await fillMeeting(planner, 'veel')
  await planner.getByRole('button', { name: 'Bijeenkomst plannen' }).click()
  await expect(planner.getByText('Vul een heel getal in van 1').first()).toBeVisible()
  await expect(planner.getByLabel('Begint om')).toHaveValue('14.00')
  await planner.getByLabel('Aantal plaatsen').fill('20')
  await planner.getByRole('button', { name: 'Bijeenkomst plannen' }).click()
  await expect(planner).toHaveURL(/:\d+\/bijeenkomsten\/[a-z0-9-]+$/)
  const path = new URL(planner.url()).pathname
  const guest = await someone(browser, GUEST, false)
  await guest.goto(path)
  await guest.getByRole('button', { name: 'Ik kom', exact: true }).click()
  await expect(guest.getByText('U hebt zich aangemeld')).toBeVisible()
  await guest.getByRole('button', { name: 'Ik kom toch niet' }).click()
  await expect(guest.getByText('Nog 20 plaatsen vrij')).toBeVisible()
  await guest.getByRole('button', { name: 'Ik kom', exact: true }).click()
  await expect(guest.getByText('U hebt zich aangemeld')).toBeVisible()
  await planner.goto(`/werkplek${path}`)
  await planner.locator('summary').filter({ hasText: 'De bijeenkomst gaat niet door' }).click()
  await planner.getByLabel('Waarom gaat het niet door?').fill('De zaal is dicht.')
  await planner.getByRole('button', { name: 'Bijeenkomst afzeggen' }).click()
  await expect(planner.getByText('Op dit moment valt er niets te beheren')).toBeVisible()
  await page.goto(path)
  await expect(page.getByText('Reden: De zaal is dicht.')).toBeVisible()
  const file = await (await page.request.get(`${path}/agenda`)).text()
  expect(file).toContain('STATUS:CANCELLED\r\n')
  expect(eventIn(file).sequence).toBe(1)
  expect(
    await query(
      "SELECT 1 FROM mail WHERE kind = 'meeting-changed' AND text LIKE '%De zaal is dicht.%'",
    ),
  ).toHaveLength(1)
  for (const one of [planner, guest]) await one.context().close()
})

test('two who change a meeting both keep their text, and a form from elsewhere changes nothing @S-288', async ({
  browser,
}) => {
  await clean()
  const first = await someone(browser, PLANNER)
  const path = await plan(first, '5')
  const second = await first.context().newPage()
  for (const page of [first, second]) await page.goto(`/werkplek${path}`)
  await first.getByLabel('Toelichting').fill('De tekst van de een.')
  await send(first, 'Gegevens opslaan')
  await second.getByLabel('Toelichting').fill('De tekst van de ander.')
  await send(second, 'Gegevens opslaan')
  await expect(second.getByRole('alert').filter({ hasText: 'De tekst van de een.' })).toContainText(
    'De tekst van de ander.',
  )
  await expect(second.getByLabel('Toelichting')).toHaveValue('De tekst van de ander.')

  const [example] = await query<{ id: string }>(
    "SELECT id::text FROM meeting WHERE slug = 'voorbeeld-kijken-bij-het-rangeerterrein'",
  )
  await first.goto(`/werkplek${path}`)
  await unfold(first.locator('main'), 'De bijeenkomst gaat niet door')
  const form = first.locator('form').filter({ has: first.getByLabel('Waarom gaat het niet door?') })
  await form.locator('input[name=meetingId]').evaluate((field: HTMLInputElement, id) => {
    field.value = id
  }, example?.id ?? '')
  await first.getByLabel('Waarom gaat het niet door?').fill('Van een ander.')
  await send(first, 'Bijeenkomst afzeggen')
  await expect(first.getByText('Dit bestaat niet of u mag het niet zien.').first()).toBeVisible()
  expect(
    await query('SELECT 1 FROM meeting WHERE id = $1 AND cancelled_at IS NULL', [example?.id]),
  ).toHaveLength(1)
  await first.context().close()
})
