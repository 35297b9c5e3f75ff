import { createHmac } from 'node:crypto'
import { enter, expect, expectWhole, PEOPLE, query, send, signInAs, test } from './fixtures'

const SLUG = 'rangeerterrein'
const ADDRESS = 'eva.de.wit@elders.example'
const PAGE = `/initiatieven/${SLUG}/contact`

/** By SQL, because published versions do not change otherwise. */
async function nameContact(): Promise<void> {
  await query(`BEGIN; SET LOCAL session_replication_role = replica;
    UPDATE initiative_revision SET contact_name = 'Eva de Wit', contact_email = '${ADDRESS}', contact_consent = true WHERE id = (SELECT published_revision_id FROM initiative WHERE slug = '${SLUG}');
    DELETE FROM contact_request WHERE initiative_id IS NOT NULL; DELETE FROM mail WHERE to_address IS NOT NULL; DELETE FROM mail_refusal; DELETE FROM rate_limit WHERE key LIKE 'contact%'; COMMIT`)
}

const tokenFor = (id: string) =>
  `${Buffer.from(id).toString('base64url')}.${createHmac('sha256', process.env.E2E_SECRET ?? '')
    .update(`contact.handled\0${id}`)
    .digest('base64url')}`

test('someone writes to a contact person whose address is nowhere, and it is handled from the mail @S-284', async ({
  page,
  browser,
}) => {
  await nameContact()
  await enter(page, PEOPLE.otherEditor)
  await page.goto(`/initiatieven/${SLUG}`)
  await page.getByRole('link', { name: 'Neem contact op' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: 'Schrijf aan Eva de Wit' }),
  ).toBeVisible()
  await expectWhole(page)
  await send(page, 'Bericht versturen')
  await expect(page.getByRole('alert').first()).toContainText('Vul dit veld in')
  await page.getByLabel('Uw bericht').fill('Mogen wij een dag komen kijken?')
  await send(page, 'Bericht versturen')
  await expect(page.getByText('Wordt verstuurd')).toBeVisible()
  await expect(page.getByText('Mogen wij een dag komen kijken?')).toBeVisible()
  await expectWhole(page)
  expect(await page.content()).not.toContain(ADDRESS)
  for (const path of [
    `/initiatieven/${SLUG}`,
    `/api/v1/initiatieven/${SLUG}`,
    '/api/v1/initiatieven',
  ])
    expect(await (await page.request.get(path)).text(), path).not.toContain(ADDRESS)

  const mails = await query<{ key: string; reply_to: string; path: string }>(
    "SELECT key, reply_to, path FROM mail WHERE to_address = $1 AND kind = 'contact-request'",
    [ADDRESS],
  )
  expect(mails).toHaveLength(1)
  const [mail] = mails
  expect(mail?.reply_to).toBe(PEOPLE.otherEditor)
  const link = `/contact?token=${tokenFor(mail?.key ?? '')}`
  expect(mail?.path).toBe(link)
  const reader = await (await browser.newContext()).newPage()
  await reader.goto(link)
  await expect(reader.getByText('Mogen wij een dag komen kijken?')).toBeVisible()
  await expectWhole(reader)
  await send(reader, 'Dit is afgehandeld')
  await expect(reader.getByText('De schrijver ziet dat dit bericht is afgehandeld.')).toBeVisible()
  await reader.goto(`${link}x`)
  await expect(
    reader.getByRole('heading', { level: 1, name: 'Deze link klopt niet' }),
  ).toBeVisible()
  await page.reload()
  await expect(page.getByText('Afgehandeld')).toBeVisible()

  const colleague = await (await browser.newContext()).newPage()
  await signInAs(colleague, 'editor')
  expect((await colleague.request.get(PAGE)).status()).toBe(404)
  for (const one of [reader, colleague]) await one.context().close()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('writing works, and one message too many gets a clear answer and keeps its text @S-285', async ({
    page,
  }) => {
    await nameContact()
    await signInAs(page, 'assessor')
    await page.goto(PAGE)
    for (const message of ['De eerste vraag.', 'De tweede vraag.']) {
      await page.getByLabel('Uw bericht').fill(message)
      await page.getByRole('button', { name: 'Bericht versturen' }).click()
      await expect(page.getByRole('listitem').filter({ hasText: message })).toBeVisible()
    }
    await page.getByLabel('Uw bericht').fill('De derde vraag.')
    await page.getByRole('button', { name: 'Bericht versturen' }).click()
    await expect(
      page.getByText('U schreef vandaag al twee keer aan deze contactpersoon.').first(),
    ).toBeVisible()
    await expect(page.getByLabel('Uw bericht')).toHaveValue('De derde vraag.')
    expect(
      await query('SELECT 1 FROM contact_request WHERE initiative_id IS NOT NULL'),
    ).toHaveLength(2)
  })
})
