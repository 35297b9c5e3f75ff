import { createHmac } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, expectWhole, PEOPLE, query, send, someone, test } from './fixtures'

const SLUG = 'rangeerterrein'
const PAGE = `/initiatieven/${SLUG}`

const tokenFor = (purpose: 'confirm' | 'thread', id: string) =>
  `${Buffer.from(id).toString('base64url')}.${createHmac('sha256', process.env.E2E_SECRET ?? '')
    .update(`enquiry.${purpose}\0${id}`)
    .digest('base64url')}`
const confirmPage = (id: string) => `/contact/bevestigen?token=${tokenFor('confirm', id)}`
const threadPage = (id: string) => `/contact/gesprek?token=${tokenFor('thread', id)}`

/** The only message of this address, with its state. */
async function enquiryOf(email: string): Promise<{ id: string; state: string }> {
  const rows = await query<{ id: string; state: string }>(
    'SELECT id::text, state FROM enquiry WHERE email = $1',
    [email],
  )
  expect(rows).toHaveLength(1)
  return rows[0]!
}

async function clear(email: string): Promise<void> {
  await query('DELETE FROM enquiry WHERE email = $1', [email])
  await query("DELETE FROM mail WHERE to_address = $1 AND kind LIKE 'enquiry-%'", [email])
  await query("DELETE FROM rate_limit WHERE key LIKE 'enquiry-%'")
}

async function fill(page: Page, email: string, text: string): Promise<void> {
  await page.getByLabel('Uw naam').fill('Sam Smit')
  await page.getByLabel('Uw e-mailadres').fill(email)
  await page.getByLabel('Als wie schrijft u?').selectOption({ label: 'Raadslid of Statenlid' })
  await page.getByLabel(/^(?:Uw vraag|Wat klopt er niet\?)/).fill(text)
}

test('a visitor asks about an initiative, and the editor answers without an address @S-490', async ({
  page,
  browser,
}) => {
  const typed = "Sam.O'Brien+raad@GEMEENTE.example"
  const email = typed.toLowerCase()
  await clear(email)
  await page.goto(PAGE)
  await page.getByRole('link', { name: 'Neem contact op' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: /^Neem contact op over / }),
  ).toBeVisible()
  await expectWhole(page)
  await fill(page, typed, 'Wat kost een plek?')
  await send(page, 'Verder')
  await expect(page.getByText('Kijk in uw mailbox en klik op de link.')).toBeVisible()
  await expectWhole(page)

  const { id } = await enquiryOf(email)
  const [mail] = await query<{ text: string }>(
    "SELECT text FROM mail WHERE to_address = $1 AND kind = 'enquiry-confirm'",
    [email],
  )
  expect(mail?.text).not.toContain('Wat kost')
  await page.goto(confirmPage(id))
  await expect(page.getByText('Wat kost een plek?')).toBeVisible()
  await expectWhole(page)
  expect((await enquiryOf(email)).state).toBe('pending')
  await send(page, 'Bericht versturen')
  await expect(
    page.getByRole('heading', { level: 1, name: 'Uw bericht is verstuurd' }),
  ).toBeVisible()
  await expectWhole(page)

  const editor = await someone(browser, PEOPLE.editor)
  await editor.goto('/werkplek/berichten')
  await editor
    .getByRole('link', { name: /^Vraag over / })
    .first()
    .click()
  await expect(editor.getByText('Wat kost een plek?')).toBeVisible()
  await expectWhole(editor)
  expect((await editor.content()).toLowerCase()).not.toContain(email)
  await send(editor, 'Antwoord versturen')
  await expect(editor.getByRole('alert').first()).toContainText('Vul dit veld in')
  await editor.getByLabel('Uw antwoord').fill('Ongeveer duizend euro.')
  await send(editor, 'Antwoord versturen')
  await expect(editor.getByText('Beantwoord', { exact: true })).toBeVisible()
  const other = await someone(browser, PEOPLE.otherEditor)
  expect((await other.request.get(`/werkplek/van-buiten/${id}`)).status()).toBe(404)

  await page.goto(threadPage(id))
  await expect(page.getByText('Ongeveer duizend euro.')).toBeVisible()
  await expectWhole(page)
  expect(await page.content()).not.toContain(PEOPLE.editor)
  await page.getByLabel('Uw reactie').fill('Dank u wel.')
  await send(page, 'Reactie versturen')
  await expect(page.getByText('Uw reactie is verstuurd')).toBeVisible()
  await editor.goto('/werkplek/van-buiten')
  await expectWhole(editor)
  await editor.goto(`/werkplek/van-buiten/${id}`)
  await expect(editor.getByText('Dank u wel.')).toBeVisible()
  await send(editor, 'Sluiten')
  await expect(editor.getByText('Dit bericht is gesloten')).toBeVisible()
  await expectWhole(editor)
  await page.reload()
  await expect(page.getByText('Dit gesprek is gesloten')).toBeVisible()
  await page.goto(`${threadPage(id)}x`)
  await expect(page.getByRole('link', { name: 'Nieuw bericht schrijven' })).toBeVisible()
  await expectWhole(page)
  for (const one of [editor, other]) await one.context().close()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a mistake is reported on the contact page and settled by an administrator @S-491', async ({
    page,
    browser,
  }) => {
    const email = 'melder@krant.example'
    await clear(email)
    await page.goto('/contact')
    await page.getByRole('link', { name: /Meld een fout$/ }).click()
    await page.getByLabel('Op welke pagina?').fill('Cijfers over Twente')
    await fill(page, 'geen adres', 'Er staat 12, het is 21.')
    await page.getByRole('button', { name: 'Verder' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Vul een e-mailadres in')
    await expect(page.getByLabel('Wat klopt er niet?')).toHaveValue('Er staat 12, het is 21.')
    await page.getByLabel('Uw e-mailadres').fill(email)
    await page.getByRole('button', { name: 'Verder' }).click()
    await expect(page.getByText('Kijk in uw mailbox en klik op de link.')).toBeVisible()

    const { id } = await enquiryOf(email)
    const twin = await someone(browser, null, false)
    for (const one of [page, twin]) await one.goto(confirmPage(id))
    for (const one of [page, twin]) {
      await one.getByRole('button', { name: 'Bericht versturen' }).click()
      await expect(
        one.getByRole('heading', { level: 1, name: 'Uw bericht is verstuurd' }),
      ).toBeVisible()
    }
    expect(
      await query(
        `SELECT DISTINCT user_id FROM notification n JOIN app_user u ON u.id = n.user_id
        WHERE n.key = $1 AND u.email = $2`,
        [`enquiry-received ${id}`, PEOPLE.administrator],
      ),
    ).toHaveLength(1)

    const administrator = await someone(browser, PEOPLE.administrator)
    await administrator.goto(`/werkplek/van-buiten/${id}`)
    await expectWhole(administrator)
    await administrator.getByLabel('Toelichting').fill('Het jaarverslag zegt 12.')
    await send(administrator, 'Antwoord versturen')
    await expect(administrator.getByRole('alert').first()).toContainText('Maak een keuze')
    await expect(administrator.getByLabel('Toelichting')).toHaveValue('Het jaarverslag zegt 12.')
    await administrator.getByLabel('Uitkomst').selectOption({ label: 'Niet overgenomen' })
    await send(administrator, 'Antwoord versturen')
    await expect(administrator.getByText('Beantwoord', { exact: true })).toBeVisible()
    const answers = await query<{ text: string }>(
      "SELECT text FROM mail WHERE to_address = $1 AND kind = 'enquiry-answered'",
      [email],
    )
    expect(answers.map(({ text }) => text).join()).toContain('Wij nemen uw melding niet over.')
    await page.goto(threadPage(id))
    await expect(page.getByText('Niet overgenomen', { exact: true })).toBeVisible()
    // Where nothing runs in the browser, axe does not either.
    await administrator.goto('/contact?soort=fout')
    await expectWhole(administrator)
    await administrator.goto('/contact/bevestigen?token=onzin')
    await expect(administrator.getByRole('link', { name: 'Opnieuw schrijven' })).toBeVisible()
    await expectWhole(administrator)
    for (const one of [twin, administrator]) await one.context().close()
  })
})
