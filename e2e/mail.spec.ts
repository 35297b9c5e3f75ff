import { expect, expectWhole, query, send, signInAs, test, PEOPLE } from './fixtures'
import { userId, tell, mail, tokenFor } from './mailbox'

test('one chooses which mail to get @S-142', async ({ page }) => {
  await signInAs(page, 'assessor')
  await page.goto('/werkplek/account')
  const choice = (name: string) => page.getByLabel(name, { exact: true })
  await expect(choice('Weekoverzicht')).toHaveValue('never')
  await expect(choice('Redactie')).toHaveCount(0)
  await choice('Weekoverzicht').selectOption('Eén keer per week')
  await choice('Uitwisselen').selectOption('Niet, alleen in mijn postvak')
  await send(page, 'Opslaan', page.locator('#mail'))
  await expect(page.getByText('Dit geldt vanaf de volgende mail.')).toBeVisible()
  await page.reload()
  await expect(choice('Weekoverzicht')).toHaveValue('weekly')
  await expect(choice('Uitwisselen')).toHaveValue('never')
  await expect(choice('Beoordelen')).toHaveValue('now')
  await expectWhole(page)
})

test('mail is stopped from its link without signing in, and only by pressing the button @S-143', async ({
  page,
  request,
}) => {
  const id = await userId(PEOPLE.editor)
  const token = tokenFor(id, 'meeting-changed')
  const choice = () =>
    query('SELECT mode FROM mail_wish WHERE user_id = $1 AND kind = $2', [id, 'meeting-changed'])
  await page.goto(`/api/mail/afmelden?token=${token}`)
  await expect(page).toHaveURL(/\/afmelden\?token=/)
  await expect(page.getByText('wijzigingen van een bijeenkomst waar u komt')).toBeVisible()
  expect(await choice()).toEqual([])
  await page.getByRole('button', { name: 'Niet meer mailen' }).click()
  await expect(page.getByText('U krijgt hierover geen e-mail meer.')).toBeVisible()
  expect(await choice()).toEqual([{ mode: 'never' }])
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
  await page.goto('/werkplek')
  await page.getByRole('link', { name: 'Beheer' }).click()
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
  await expectWhole(page)
  await page.getByRole('button', { name: 'Nog eens versturen: Onzeker, nog eens' }).click()
  await expect(page.getByText('Daarom versturen wij hem niet vanzelf nog eens.')).toHaveCount(1)
  await page.getByRole('button', { name: 'Is aangekomen: Onzeker, aangekomen' }).click()
  await expect(page.getByText('Daarom versturen wij hem niet vanzelf nog eens.')).toHaveCount(0)
  expect(await status('e2e-doubt-again')).toEqual({ status: 'queued' })
  expect(await status('e2e-doubt-settle')).toEqual({ status: 'sent' })
})

test('an administrator sees recurring work and starts it @S-145', async ({ page }) => {
  await signInAs(page, 'administrator')
  await page.goto('/werkplek')
  await page.getByRole('link', { name: 'Beheer' }).click()
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
    await expectWhole(page)
  })
}

test('axe finds nothing on the page that stops mail @S-148', async ({ page }) => {
  await page.goto(`/afmelden?token=${tokenFor(await userId(PEOPLE.editor), 'digest')}`)
  await expectWhole(page)
})
