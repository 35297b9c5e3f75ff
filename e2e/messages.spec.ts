import { createHmac } from 'node:crypto'
import type { Page } from '@playwright/test'
import {
  expect,
  expectAccessible,
  ignoreNotFound,
  query,
  send,
  signInAs,
  test,
  PEOPLE,
} from './fixtures'

const userId = async (email: string) =>
  (await query<{ id: string }>('SELECT id::text FROM app_user WHERE email = $1', [email]))[0]!.id
const forget = async (email: string) => {
  await query('DELETE FROM follow WHERE user_id = $1', [await userId(email)])
  await query('DELETE FROM notification WHERE user_id = $1', [await userId(email)])
}
const tell = async (email: string, key: string, title: string) =>
  query(
    `INSERT INTO notification (id, user_id, kind, key, title, path) VALUES (gen_random_uuid(), $1, 'initiative-updated', $2, $3, '/initiatieven/rangeerterrein')`,
    [await userId(email), key, title],
  )
const mail = async (
  email: string,
  key: string,
  status: string,
  subject: string,
  lastError: string | null = null,
) =>
  query(
    `INSERT INTO mail (id, recipient_id, kind, key, subject, text, path, status, last_error) VALUES (gen_random_uuid(), $1, 'contact-request', $2, $3, 'Iemand wil u iets vragen.', '/werkplek', $4::mail_status, $5) ON CONFLICT DO NOTHING`,
    [await userId(email), key, subject, status, lastError],
  )
/** As the application signs it; the secret is handed to the tests by the test command. */
const tokenFor = (id: string, kind: string) => {
  const payload = `${id} ${kind}`
  return `${Buffer.from(payload).toString('base64url')}.${createHmac(
    'sha256',
    process.env.E2E_SECRET ?? '',
  )
    .update(`mail.unsubscribe\0${payload}`)
    .digest('base64url')}`
}
async function fits(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  for (const fold of await page.locator('main details:not([open]) > summary').all())
    if (await fold.isVisible()) await fold.click()
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
}

test('a reader follows, reads what is new and stops @S-140', async ({ page }) => {
  await forget(PEOPLE.otherEditor)
  await page.goto('/regios/midden-brabant')
  await page.getByRole('link', { name: 'Log in om te volgen' }).click()
  await page.getByLabel('E-mailadres').fill(PEOPLE.otherEditor)
  await page.getByLabel('Wachtwoord', { exact: true }).fill('zeilboot-klaver-wortel-gracht')
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
  await expect(page).toHaveURL(/\/regios\/midden-brabant$/)
  for (const path of [
    '/regios/midden-brabant',
    '/doelgroepen/statushouders',
    '/initiatieven/rangeerterrein',
  ]) {
    await page.goto(path)
    await page.getByRole('button', { name: 'Volgen', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Niet meer volgen' })).toBeVisible()
  }
  await tell(PEOPLE.otherEditor, 'nieuws', 'Rangeerterrein vernieuwd')
  await page.goto('/werkplek')
  await page.getByRole('link', { name: 'Postvak (1 nieuw)' }).click()
  await expect(page.getByText('Eén bericht is nieuw.')).toBeVisible()
  for (const name of ['Midden-Brabant', 'Statushouders'])
    await expect(page.getByRole('main').getByRole('link', { name, exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Als gelezen markeren: Rangeerterrein vernieuwd' }).click()
  await expect(page.getByText('U hebt alles gelezen.')).toBeVisible()
  await page.getByRole('link', { name: 'Rangeerterrein vernieuwd' }).click()
  await page.getByRole('button', { name: 'Niet meer volgen' }).click()
  await expect(page.getByRole('button', { name: 'Volgen', exact: true })).toBeVisible()
  expect(
    await query('SELECT subject_type FROM follow WHERE user_id = $1', [
      await userId(PEOPLE.otherEditor),
    ]),
  ).toHaveLength(2)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('following and reading work @S-141', async ({ page }) => {
    await forget(PEOPLE.ownRegionAssessor)
    await tell(PEOPLE.ownRegionAssessor, 'zonder', 'Nieuws zonder script')
    await signInAs(page, 'ownRegionAssessor')
    await page.goto('/doelgroepen/statushouders')
    await page.getByRole('button', { name: 'Volgen', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Niet meer volgen' })).toBeVisible()
    await page.goto('/werkplek/berichten')
    await page.getByRole('button', { name: 'Alles als gelezen markeren' }).click()
    await expect(page.getByText('U hebt alles gelezen.')).toBeVisible()
  })
})

test('one chooses which mail to get @S-142', async ({ page }) => {
  await signInAs(page, 'assessor')
  await page.goto('/werkplek/account')
  const digest = page.getByLabel('Weekoverzicht: hoogstens vijf dingen om te doen')
  await expect(digest).not.toBeChecked()
  await digest.check()
  await page.getByLabel('Iemand wil contact met u').uncheck()
  await send(page, 'Opslaan', page.locator('#mail'))
  await page.reload()
  await expect(digest).toBeChecked()
  await expect(page.getByLabel('Iemand wil contact met u')).not.toBeChecked()
  await expect(page.getByLabel('Uw vraag heeft een antwoord')).toBeChecked()
})

test('mail is stopped from its link without signing in, and only by pressing the button @S-143', async ({
  page,
  request,
}) => {
  const id = await userId(PEOPLE.editor)
  const token = tokenFor(id, 'meeting-changed')
  const choice = () =>
    query('SELECT wanted FROM mail_wish WHERE user_id = $1 AND kind = $2', [id, 'meeting-changed'])
  await page.goto(`/api/mail/afmelden?token=${token}`)
  await expect(page).toHaveURL(/\/afmelden\?token=/)
  await expect(page.getByText('wijzigingen van een bijeenkomst waar u komt')).toBeVisible()
  expect(await choice()).toEqual([])
  await page.getByRole('button', { name: 'Niet meer mailen' }).click()
  await expect(page.getByText('U krijgt hierover geen e-mail meer.')).toBeVisible()
  expect(await choice()).toEqual([{ wanted: false }])
  await page.goto(`/afmelden?token=${token.slice(0, -3)}`)
  await expect(page.getByRole('heading', { name: 'Deze link klopt niet' })).toBeVisible()
  const click = await request.post(`/api/mail/afmelden?token=${tokenFor(id, 'digest')}`, {
    form: { 'List-Unsubscribe': 'One-Click' },
  })
  expect(click.status()).toBe(200)
  const forged = await request.post(
    `/api/mail/afmelden?token=${tokenFor(id, 'digest').slice(0, -3)}`,
    { form: { 'List-Unsubscribe': 'One-Click' } },
  )
  expect(forged.status()).toBe(404)
})

test('an administrator sees what was refused and tries again @S-144', async ({ page }) => {
  await mail(
    PEOPLE.editor,
    'e2e-refused',
    'refused',
    'Verzoek om contact uit Twente',
    '550 onbekend adres',
  )
  await signInAs(page, 'administrator')
  await page.getByRole('link', { name: 'Uitgaande post' }).click()
  await expect(page.getByText('Er is geen mailserver ingesteld')).toBeVisible()
  await page.getByRole('link', { name: /adres geweigerd/ }).click()
  await expect(page.getByText('Dit adres neemt geen post aan.')).toBeVisible()
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: 'Verzoek om contact uit Twente' })
      .getByText(PEOPLE.editor),
  ).toBeVisible()
  await page
    .getByRole('button', { name: 'Opnieuw proberen: Verzoek om contact uit Twente' })
    .click()
  await expect(page.getByText('Dit adres neemt geen post aan.')).toHaveCount(0)
  expect(await query(`SELECT status FROM mail WHERE key = 'e2e-refused'`)).toEqual([
    { status: 'queued' },
  ])
})

test('an administrator decides about mail in doubt @S-360', async ({ page }) => {
  for (const [key, subject] of [
    ['e2e-doubt-again', 'Onzeker, nog eens'],
    ['e2e-doubt-settle', 'Onzeker, aangekomen'],
  ] as const) {
    await query(
      `INSERT INTO mail (id, recipient_id, kind, key, subject, text, path, status, attempts, claimed_at)
       VALUES (gen_random_uuid(), $1, 'contact-request', $2, $3, 'Iemand wil u iets vragen.', '/werkplek', 'doubt', 1, now())
       ON CONFLICT (recipient_id, kind, key) DO UPDATE SET status = 'doubt', claimed_at = now(), sent_at = NULL`,
      [await userId(PEOPLE.editor), key, subject],
    )
  }
  const status = async (key: string) =>
    (await query('SELECT status FROM mail WHERE key = $1', [key]))[0]
  await signInAs(page, 'administrator')
  await page.goto('/werkplek/beheer/post')
  await page.getByRole('link', { name: 'Alleen deze berichten tonen' }).click()
  await expect(page).toHaveURL(/status=doubt/)
  await expect(page.getByText('Daarom versturen wij hem niet vanzelf nog eens.')).toHaveCount(2)
  await fits(page)
  await page.getByRole('button', { name: 'Nog eens versturen: Onzeker, nog eens' }).click()
  await expect(page.getByText('Daarom versturen wij hem niet vanzelf nog eens.')).toHaveCount(1)
  await page.getByRole('button', { name: 'Is aangekomen: Onzeker, aangekomen' }).click()
  await expect(page.getByText('Daarom versturen wij hem niet vanzelf nog eens.')).toHaveCount(0)
  expect(await status('e2e-doubt-again')).toEqual({ status: 'queued' })
  expect(await status('e2e-doubt-settle')).toEqual({ status: 'sent' })
})

test('an administrator sees recurring work and starts it @S-145', async ({ page }) => {
  await signInAs(page, 'administrator')
  await page.getByRole('link', { name: 'Terugkerend werk' }).click()
  await page.getByRole('button', { name: 'Weekoverzichten maken: nu doen' }).click()
  await expect
    .poll(
      async () =>
        (await query(`SELECT 1 FROM job_run WHERE name = 'send-digests' AND result = 'ok'`)).length,
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0)
  await page.reload()
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Weekoverzichten maken' }).getByText('gelukt'),
  ).toBeVisible()
})

test('outbox and recurring work exist for administrators alone, and an inbox for its owner @S-146', async ({
  page,
  problems,
}) => {
  const closed = ['/werkplek/beheer/post', '/werkplek/beheer/taken']
  for (const path of [...closed, '/werkplek/berichten']) {
    await page.goto(path)
    await expect(page).toHaveURL(new RegExp(`/inloggen\\?terug=${encodeURIComponent(path)}`))
  }
  await mail(PEOPLE.editor, 'e2e-failed', 'failed', 'Niet voor andere ogen')
  await tell(PEOPLE.otherEditor, 'e2e-private', 'Alleen voor een ander')
  for (const person of ['editor', 'moderator'] as const) {
    await signInAs(page, person)
    for (const path of closed) expect((await page.goto(path))?.status(), path).toBe(404)
    await page.goto('/werkplek')
    await expect(page.getByRole('link', { name: 'Uitgaande post' })).toHaveCount(0)
    await page.goto('/werkplek/berichten')
    await expect(page.getByText('Alleen voor een ander')).toHaveCount(0)
    await page.context().clearCookies()
  }
  // A form of the own inbox with the id of someone else's message changes nothing.
  const [other] = await query<{ id: string }>(
    `SELECT id::text FROM notification WHERE key = 'e2e-private'`,
  )
  await tell(PEOPLE.editor, 'e2e-own', 'Voor mijzelf')
  await signInAs(page, 'editor')
  await page.goto('/werkplek/berichten')
  const form = page
    .locator('form')
    .filter({ has: page.getByRole('button', { name: 'Als gelezen markeren: Voor mijzelf' }) })
  await form
    .locator('input[name=id]')
    .evaluate((field, id) => ((field as HTMLInputElement).value = id), other?.id ?? '')
  await form.getByRole('button').click()
  await page.waitForLoadState('networkidle')
  expect(await query(`SELECT read_at FROM notification WHERE key = 'e2e-private'`)).toEqual([
    { read_at: null },
  ])
  // A draft cannot be followed by who may not read it.
  const [draft] = await query<{ slug: string }>(
    'SELECT slug FROM initiative WHERE published_revision_id IS NULL LIMIT 1',
  )
  await page.goto('/initiatieven/rangeerterrein')
  const follow = page.locator('form').filter({ has: page.locator('input[name=follow]') })
  await follow
    .locator('input[name=slug]')
    .evaluate((field, slug) => ((field as HTMLInputElement).value = slug), draft?.slug ?? '')
  await follow.getByRole('button').click()
  await expect(
    page.getByRole('alert').filter({ hasText: 'Dit bestaat niet of u mag het niet zien.' }),
  ).toBeVisible()
  ignoreNotFound(problems)
})

test('a list has feeds with the same filters @S-147', async ({ page, request }) => {
  await page.goto('/initiatieven?regio=midden-brabant')
  const address = await page.locator('link[type="application/atom+xml"]').getAttribute('href')
  const atom = await request.get(address ?? '')
  expect(atom.headers()['content-type']).toBe('application/atom+xml; charset=utf-8')
  const text = await atom.text()
  // A browser reads it as XML only when it is well formed.
  const entries = await page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'application/xml')
    return parsed.querySelector('parsererror')
      ? null
      : [...parsed.querySelectorAll('entry > title')].map((title) => title.textContent)
  }, text)
  expect(entries).toContain('Rangeerterrein Midden-Brabant')
  expect(await page.getByRole('main').getByRole('heading', { level: 3 }).count()).toBe(
    entries?.length,
  )
  const again = await request.get(address ?? '', {
    headers: { 'if-none-match': atom.headers().etag ?? '' },
  })
  expect(again.status()).toBe(304)
  const json = (await (
    await request.get('/en/initiatives/feed.json?q=zzzzqqq&regio=bestaat-niet')
  ).json()) as { version: string; items: unknown[] }
  expect(json).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', items: [] })
})

for (const [person, path] of [
  ['editor', '/werkplek/berichten'],
  ['ownRegionAssessor', '/werkplek/berichten'],
  ['editor', '/werkplek/account'],
  ['administrator', '/werkplek/beheer/post'],
  ['administrator', '/werkplek/beheer/taken'],
  ['administrator', '/en/workspace/admin/jobs'],
  ['administrator', '/werkplek'],
  ['editor', '/initiatieven/rangeerterrein'],
  ['editor', '/regios/midden-brabant'],
] as const) {
  test(`axe finds nothing on ${path} of the ${person} @S-148`, async ({ page }) => {
    await tell(PEOPLE.editor, 'axe', 'Een langer bericht over een initiatief dat u volgt').catch(
      () => [],
    )
    await mail(PEOPLE.editor, 'axe', 'refused', 'Verzoek om contact', '550 onbekend')
    await signInAs(page, person)
    await page.goto(path)
    await fits(page)
  })
}

test('axe finds nothing on the page that stops mail @S-148', async ({ page }) => {
  await page.goto(`/afmelden?token=${tokenFor(await userId(PEOPLE.editor), 'digest')}`)
  await fits(page)
})
