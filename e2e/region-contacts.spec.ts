import type { Page } from '@playwright/test'
import {
  enter,
  expect,
  expectWhole,
  PEOPLE,
  query,
  send,
  sendAs,
  signInAs,
  someone,
  test,
} from './fixtures'

async function clearRegion(slug: string): Promise<void> {
  await query(
    `WITH about AS (SELECT id FROM region WHERE slug = '${slug}'), asked AS (DELETE FROM contact_request WHERE region_id IN (SELECT id FROM about)) DELETE FROM region_contact WHERE region_id IN (SELECT id FROM about)`,
  )
  await query("DELETE FROM rate_limit WHERE key LIKE 'contact:%' OR key LIKE 'contact-network:%'")
}

async function putForward(page: Page, slug: string, role: string): Promise<void> {
  await page.goto(`/werkplek/regios/${slug}/contactpersonen`)
  await page.getByLabel('Uw functie').fill(role)
  await send(page, 'Aanmelden')
  await expect(page.getByRole('button', { name: /^Haal weg: / })).toHaveCount(1)
}

test('an editor stands at a region, is asked by another region and answers from the workspace @S-330', async ({
  page,
  browser,
}) => {
  await clearRegion('noordoost-brabant')
  await signInAs(page, 'editor')
  await page.goto('/regios/noordoost-brabant')
  await page.getByRole('link', { name: 'Contactpersonen bijhouden' }).click()
  await expect(page.getByText('Er staat nog niemand')).toBeVisible()
  await expectWhole(page)
  await send(page, 'Aanmelden')
  await expect(page.getByRole('alert').first()).toContainText('Vul dit veld in')
  await page.getByLabel('Uw functie').fill('Secretaris van de regio')
  await page.getByLabel('Waarover kunnen anderen u vragen?').fill('Werken met deeltijders.')
  await send(page, 'Aanmelden')
  await expect(page.getByRole('heading', { level: 2, name: 'Wat er over u staat' })).toBeVisible()
  await expectWhole(page)

  const other = await someone(browser, null)
  await other.goto('/regios/noordoost-brabant')
  const people = other.getByRole('region', { name: 'Wie u kunt vragen over Noordoost-Brabant' })
  await expect(people).toContainText('Secretaris van de regio, SER Brabant')
  await expect(people).toContainText('Werken met deeltijders.')
  expect(await other.content()).not.toContain(PEOPLE.editor)
  await other.goto('/uitwisselen')
  await other
    .getByRole('region', { name: 'Wie u kunt vragen' })
    .getByRole('link', { name: 'Noordoost-Brabant' })
    .click()
  await enter(other, PEOPLE.otherEditor)
  await people.getByRole('link', { name: /^Schrijf aan Roos van den Berg/ }).click()
  await expect(other).toHaveURL(/\/regios\/noordoost-brabant\/contact\?aan=/)
  await expectWhole(other)
  await send(other, 'Bericht versturen')
  await expect(other.getByRole('alert').first()).toContainText('Vul dit veld in')
  await other.getByLabel('Uw bericht').fill('Hoe vindt u de deeltijders?')
  await send(other, 'Bericht versturen')
  await expect(other.getByText('Wordt verstuurd')).toBeVisible()
  await expectWhole(other)
  expect(await other.content()).not.toContain(PEOPLE.editor)

  await page.goto('/werkplek')
  await page.getByRole('link', { name: /Bericht over Noordoost-Brabant/ }).click()
  await expect(
    page.getByRole('heading', {
      level: 1,
      name: 'Bericht aan u als contactpersoon van Noordoost-Brabant',
    }),
  ).toBeVisible()
  await expect(page.getByText('Hoe vindt u de deeltijders?')).toBeVisible()
  await expect(page.getByRole('link', { name: PEOPLE.otherEditor })).toHaveAttribute(
    'href',
    `mailto:${PEOPLE.otherEditor}`,
  )
  await expectWhole(page)
  // Someone with only the link, as from a forwarded mail, does not see where an answer goes.
  const finder = await someone(browser, null)
  await finder.goto(page.url())
  await expect(finder.getByText('Hoe vindt u de deeltijders?')).toBeVisible()
  expect(await finder.content()).not.toContain(PEOPLE.otherEditor)
  await send(page, 'Dit is afgehandeld')
  await expect(page.getByText('De schrijver ziet dat dit bericht is afgehandeld.')).toBeVisible()
  await page.goto('/werkplek')
  await expect(page.getByRole('link', { name: /Bericht over Noordoost-Brabant/ })).toHaveCount(0)
  await other.reload()
  await expect(other.getByText('Afgehandeld')).toBeVisible()

  await page.goto('/werkplek/regios/noordoost-brabant/contactpersonen')
  await send(page, /^Haal weg: Roos/)
  await expect(page.getByText('Er staat nog niemand')).toBeVisible()
  await other.goto('/regios/noordoost-brabant')
  await expect(people).toContainText(
    'Noordoost-Brabant heeft nog geen eigen contactpersoon. Bij SER Brabant kunt u terecht.',
  )
  for (const one of [other, finder]) await one.context().close()
})

test('the second to change what stands there sees both texts, and is told when somebody took them away @S-331', async ({
  page,
  browser,
}) => {
  await clearRegion('helmond-de-peel')
  await signInAs(page, 'editor')
  await putForward(page, 'helmond-de-peel', 'Secretaris')
  const second = await someone(browser, PEOPLE.editor)
  await second.goto('/werkplek/regios/helmond-de-peel/contactpersonen')
  await page.getByLabel('Uw functie').fill('Adviseur arbeidsmarkt')
  await send(page, 'Opslaan')
  await expect(page.getByText(/^Opgeslagen om/)).toHaveCount(1)
  await second.getByLabel('Uw functie').fill('Voorzitter')
  await send(second, 'Opslaan')
  await expect(second.getByText('Adviseur arbeidsmarkt').first()).toBeVisible()
  await expect(second.getByLabel('Uw functie')).toHaveValue('Voorzitter')
  await send(second, 'Opslaan')
  await page.reload()
  await expect(page.getByLabel('Uw functie')).toHaveValue('Voorzitter')
  await clearRegion('helmond-de-peel')
  await page.getByLabel('Uw functie').fill('Toch adviseur')
  await send(page, 'Opslaan')
  await expect(
    page.getByText('Iemand heeft u hier weggehaald.', { exact: false }).first(),
  ).toBeVisible()
  await expect(page.getByLabel('Uw functie')).toHaveValue('Toch adviseur')
  await second.context().close()
})

test.describe('without JavaScript, at a region', () => {
  test.use({ javaScriptEnabled: false })

  test('one chooses whom to ask, and a text outlives somebody who leaves meanwhile @S-332', async ({
    page,
  }) => {
    await clearRegion('zuid-limburg')
    await query(
      `INSERT INTO organisation (id, slug, name, kind, region_id) SELECT gen_random_uuid(), 'beraad-zuid-limburg', 'Beraad Zuid-Limburg', 'regional_board', id FROM region WHERE slug = 'zuid-limburg' ON CONFLICT DO NOTHING`,
    )
    for (const [index, name] of ['Anna Dols', 'Ben Frijns'].entries()) {
      await query(
        `WITH person AS (INSERT INTO app_user (id, email, name) VALUES (gen_random_uuid(), $1, $2) ON CONFLICT (email) DO UPDATE SET name = $2 RETURNING id),
        works AS (INSERT INTO membership (user_id, organisation_id, role) SELECT person.id, o.id, 'editor' FROM person, organisation o WHERE o.slug = 'beraad-zuid-limburg' ON CONFLICT DO NOTHING)
        INSERT INTO region_contact (id, region_id, user_id, position, role, updated_at) SELECT gen_random_uuid(), r.id, person.id, $3, 'Adviseur', now() FROM person, region r WHERE r.slug = 'zuid-limburg'`,
        [`contact-${String(index)}@limburg.example`, name, index + 1],
      )
    }
    await signInAs(page, 'assessor')
    await page.goto('/regios/zuid-limburg/contact')
    await page.getByLabel('Aan wie schrijft u?').selectOption({ label: 'Ben Frijns, Adviseur' })
    await page.getByLabel('Uw bericht').fill('Een vraag aan Ben.')
    await page.getByRole('button', { name: 'Bericht versturen' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'Een vraag aan Ben.' })).toBeVisible()
    expect(
      await query("SELECT 1 FROM contact_request WHERE contact_name = 'Ben Frijns'"),
    ).toHaveLength(1)

    await page.getByLabel('Aan wie schrijft u?').selectOption({ label: 'Anna Dols, Adviseur' })
    await page.getByLabel('Uw bericht').fill('Een vraag aan Anna.')
    await query(
      "DELETE FROM membership WHERE user_id = (SELECT id FROM app_user WHERE email = 'contact-0@limburg.example')",
    )
    await page.getByRole('button', { name: 'Bericht versturen' }).click()
    await expect(
      page.getByText('Deze persoon is geen contactpersoon meer.', { exact: false }).first(),
    ).toBeVisible()
    await expect(page.getByLabel('Uw bericht')).toHaveValue('Een vraag aan Anna.')
    expect(
      await query("SELECT 1 FROM contact_request WHERE contact_name = 'Anna Dols'"),
    ).toHaveLength(0)
    await page.goto('/regios/zuid-limburg')
    await expect(
      page.getByRole('region', { name: 'Wie u kunt vragen over Zuid-Limburg' }),
    ).not.toContainText('Anna Dols')
    await clearRegion('zuid-limburg')
  })

  test('who does not keep a region changes nothing there, and nobody writes to themselves @S-333', async ({
    page,
    browser,
  }) => {
    await clearRegion('west-brabant')
    await signInAs(page, 'editor')
    await page.goto('/werkplek/regios/west-brabant/contactpersonen')
    const form = page.getByRole('button', { name: 'Aanmelden' }).locator('xpath=ancestor::form')
    for (const address of [
      null,
      PEOPLE.otherEditor,
      PEOPLE.assessor,
      PEOPLE.moderator,
      PEOPLE.administrator,
    ]) {
      const stranger = await someone(browser, address, false)
      if (address !== null)
        expect(
          (await stranger.request.get('/werkplek/regios/west-brabant/contactpersonen')).status(),
          address,
        ).toBe(404)
      await sendAs(form, stranger, { role: 'Indringer' })
      await stranger.context().close()
    }
    expect(
      await query(
        "SELECT 1 FROM region_contact c JOIN region r ON r.id = c.region_id WHERE r.slug = 'west-brabant'",
      ),
    ).toHaveLength(0)
    await page.getByLabel('Uw functie').fill('Secretaris')
    await page.getByRole('button', { name: 'Aanmelden' }).click()
    await expect(page.getByRole('button', { name: /^Haal weg: / })).toHaveCount(1)
    const stranger = await someone(browser, PEOPLE.otherEditor, false)
    await sendAs(
      page.getByRole('button', { name: /^Haal weg: / }).locator('xpath=ancestor::form'),
      stranger,
    )
    expect(
      await query(
        "SELECT 1 FROM region_contact c JOIN region r ON r.id = c.region_id WHERE r.slug = 'west-brabant'",
      ),
    ).toHaveLength(1)
    expect((await page.request.get('/regios/west-brabant/contact')).status()).toBe(404)
    await stranger.goto('/regios/west-brabant/contact')
    const message = stranger
      .getByRole('button', { name: 'Bericht versturen' })
      .locator('xpath=ancestor::form')
    await sendAs(message, page, { message: 'Aan mijzelf.' })
    expect(
      await query("SELECT 1 FROM contact_request WHERE message = 'Aan mijzelf.'"),
    ).toHaveLength(0)
    await clearRegion('west-brabant')
    await stranger.context().close()
  })
})
