import { execFileSync } from 'node:child_process'
import {
  expect,
  expectAccessible,
  expectFits,
  ignoreNotFound,
  query,
  send,
  signInAs,
  someone,
  test,
  unfold,
  unique,
} from './fixtures'
import { startInitiative } from './initiatives'

test.describe.configure({ timeout: 120_000 })

test('the words of a draft find what its title does not, and a colleague’s draft; nobody else sees that draft @S-310', async ({
  page,
  browser,
}) => {
  const secret = unique('Lasrobots in de scheepsbouw')
  const words =
    'Orthopedische werkplekken, lasmeesters en lasrobots in de scheepsbouw van de haven, met leermeesters aan boord.'
  await signInAs(page, 'editor')
  await startInitiative(page, secret)
  await page.getByLabel('Samenvatting').fill(words)
  await send(page, 'Opslaan')
  await startInitiative(page, unique('Jongeren leren een vak'))
  await page
    .getByLabel('Samenvatting')
    .fill(`${words} Ook proberen statushouders ambachten en beroepen uit.`)
  await send(page, 'Opslaan')
  await page.reload()
  const radar = page.locator('#lijkt-op')
  const own = radar.locator('li').filter({ has: page.getByRole('link', { name: secret }) })
  await expect(own.getByText('Nog niet gepubliceerd')).toBeVisible()
  await expect(own.getByText(/In beide teksten: .*scheepsbouw/)).toBeVisible()
  await expectAccessible(page)
  const other = await someone(browser, 'redacteur.overijssel@voorbeeld.nl')
  await startInitiative(other, unique('Lasrobots in de scheepsbouw van Twente'))
  await other.getByLabel('Samenvatting').fill(words)
  await send(other, 'Opslaan')
  await other.reload()
  expect(await other.content()).not.toContain(secret)
  await other.context().close()
})

test('a wish to join is answered by the owner without JavaScript, and the asker sees where it stands @S-311', async ({
  page,
  browser,
}) => {
  await query(`DELETE FROM notification WHERE kind IN ('join-asked', 'join-answered')`)
  await signInAs(page, 'otherEditor')
  await startInitiative(page, unique('Rangeerterrein voor Brabant en Twente'))
  const item = page
    .locator('#lijkt-op li')
    .filter({ has: page.getByRole('link', { name: 'Rangeerterrein Midden-Brabant' }) })
  await unfold(item, 'Wat doet u met')
  await item.getByLabel('Uw keuze').selectOption('join')
  await item.getByLabel('Bericht of reden').fill('Mogen wij een middag meekijken?')
  await send(page, 'Keuze opslaan', item)
  await expect(page.getByText('De eigenaar heeft nog niet geantwoord.')).toBeVisible()
  await page.getByRole('link', { name: 'Lees uw vraag en het antwoord' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: 'U vroeg om aan te sluiten' }),
  ).toBeVisible()
  await expectAccessible(page)
  await expectFits(page)
  const path = new URL(page.url()).pathname

  const watching = await someone(browser, 'redacteur.brabant@voorbeeld.nl')
  const faults: string[] = []
  watching.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  watching.on('pageerror', (error) => faults.push(error.message))
  await watching.goto(path)
  await expect(watching.getByLabel('Kan de vrager aansluiten?')).toBeVisible()
  await expectAccessible(watching)
  expect(faults).toEqual([])
  await watching.context().close()

  const owner = await someone(browser, 'redacteur.brabant@voorbeeld.nl', false)
  await owner.goto('/werkplek/berichten')
  await owner
    .getByRole('link', {
      name: 'SER Overijssel wil aansluiten bij "Rangeerterrein Midden-Brabant"',
    })
    .first()
    .click()
  await expect(owner).toHaveURL(new RegExp(`${path}$`))
  await expect(owner.getByText('Mogen wij een middag meekijken?')).toBeVisible()
  await owner.getByLabel('Toelichting').fill('Graag, bel ons op maandag.')
  await owner.getByRole('button', { name: 'Antwoord versturen' }).click()
  await expect(owner.getByText('Maak een keuze.').first()).toBeVisible()
  await expect(owner.getByLabel('Toelichting')).toHaveValue('Graag, bel ons op maandag.')
  await owner.getByLabel('Kan de vrager aansluiten?').selectOption('yes')
  await owner.getByRole('button', { name: 'Antwoord versturen' }).click()
  await expect(owner.getByText('Kan aansluiten', { exact: true })).toBeVisible()
  await owner.context().close()

  await page.goto('/werkplek/berichten')
  await page
    .getByRole('link', { name: 'U kunt aansluiten bij "Rangeerterrein Midden-Brabant"' })
    .first()
    .click()
  await expect(page.getByText('Graag, bel ons op maandag.')).toBeVisible()
  await page.context().clearCookies()
  await page.goto(path)
  await expect(page).toHaveURL(/\/inloggen\?terug=/)
  await signInAs(page, 'assessor')
  expect((await page.request.get(path)).status()).toBe(404)
})

test('who reviews a version reads what its writers chose, and why @S-312', async ({ page }) => {
  const reason = unique('Dit gaat over een andere groep.')
  await query(
    `INSERT INTO overlap_choice (id, initiative_id, other_id, answer, words) SELECT gen_random_uuid(), r.initiative_id, i.id, 'separate', $1
    FROM initiative_revision r, initiative i WHERE r.title LIKE 'Taalmaatjes%' AND i.slug = 'rangeerterrein'`,
    [reason],
  )
  const [submitted] = await query<{ id: string }>(
    `SELECT id::text FROM initiative_revision WHERE title LIKE 'Taalmaatjes%'`,
  )
  await signInAs(page, 'moderator')
  await page.goto(`/werkplek/redactie/${submitted?.id ?? ''}`)
  const part = page.locator('#lijkt-op')
  await expect(part.getByText(reason)).toBeVisible()
  await expect(part.getByRole('link', { name: 'Rangeerterrein Midden-Brabant' })).toBeVisible()
  await expectAccessible(page)
  await expectFits(page)
})

test('an advice is kept as it went out, found from the register and compared with now @S-313', async ({
  page,
  browser,
  problems,
}) => {
  const title = unique('Laat wie werkt op zijn plek')
  await signInAs(page, 'moderator')
  await page.goto('/werkplek/knelpunten/advies?knelpunt=verhuizingen-breken-werk-af')
  await page.getByRole('button', { name: 'Vaststellen en bewaren' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Vul dit veld in')
  await expect(page).toHaveTitle('(1 fout) Advies maken – Praktijkbank')
  await page.getByLabel('Titel van het advies').fill(title)
  await page.getByLabel('Voor wie is het advies?').fill('De minister')
  await page.getByRole('button', { name: 'Vaststellen en bewaren' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page).toHaveTitle(`${title} – Praktijkbank`)
  await expect(
    page.getByRole('heading', { name: 'Alles staat nog zoals in het advies' }),
  ).toBeVisible()
  await expectAccessible(page)
  await expectFits(page)
  const path = new URL(page.url()).pathname
  await query(
    `UPDATE obstacle SET law = 'Een nieuwe regel' WHERE slug = 'verhuizingen-breken-werk-af'`,
  )
  await page.reload()
  await expect(page.getByText('Nu anders', { exact: true })).toBeVisible()
  await query(`UPDATE obstacle SET law = '' WHERE slug = 'verhuizingen-breken-werk-af'`)
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Word-bestand van toen' }).click()
  const document = execFileSync(
    'unzip',
    ['-p', await (await waiting).path(), 'word/document.xml'],
    { encoding: 'utf8' },
  )
  for (const text of [title, 'De minister', 'Verhuizingen in de opvang breken werk af'])
    expect(document).toContain(text)
  const visitor = await someone(browser, null, false)
  await visitor.goto('/knelpunten/verhuizingen-breken-werk-af')
  await expect(visitor.locator('#adviezen').getByText(title)).toBeVisible()
  await expect(visitor.locator('#adviezen').getByRole('link', { name: title })).toHaveCount(0)
  expect((await visitor.request.get(`${path}/bestand`)).status()).toBe(404)
  await visitor.goto(path)
  await expect(visitor).toHaveURL(/\/inloggen\?terug=/)
  await visitor.context().close()
  ignoreNotFound(problems)
})

test('a merge is undone from the editor of the one that was kept, and stands in its history @S-314', async ({
  page,
}) => {
  const title = unique('Dubbel knelpunt')
  const slug = `dubbel-${crypto.randomUUID().slice(0, 8)}`
  await query(
    `INSERT INTO obstacle (id, slug, title, description, authority, updated_at) VALUES (gen_random_uuid(), $1, $2, 'Dit staat er dubbel in.', 'uwv', now())`,
    [slug, title],
  )
  await signInAs(page, 'moderator')
  await page.goto(`/werkplek/knelpunten/${slug}/bijwerken`)
  await page.getByLabel('Welk knelpunt blijft?').fill('taal-op-de-werkvloer')
  await page
    .locator('#samenvoegen')
    .getByRole('button', { name: 'Samenvoegen', exact: true })
    .click()
  await expect(page).toHaveURL(/\/knelpunten\/taal-op-de-werkvloer$/)
  await page.goto('/werkplek/knelpunten/taal-op-de-werkvloer/bijwerken')
  await page.getByRole('button', { name: `Ongedaan maken: ${title}` }).click()
  await expect(page).toHaveURL(new RegExp(`/knelpunten/${slug}$`))
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.goto('/knelpunten/taal-op-de-werkvloer')
  await expect(page.getByText('Samenvoegen ongedaan gemaakt').first()).toBeVisible()
  await query(
    'DELETE FROM obstacle_merge WHERE merged_id = (SELECT id FROM obstacle WHERE slug = $1)',
    [slug],
  )
  await query('DELETE FROM obstacle WHERE slug = $1', [slug])
})

test('a learning question becomes a call, and each leads to the other @S-315', async ({
  page,
  browser,
}) => {
  const question = unique('Wat helpt mensen blijven?')
  await query(
    `INSERT INTO learning_question (id, region_id, question, why, updated_at) SELECT gen_random_uuid(), id, $1, 'Voor het plan van 2027.', now() FROM region WHERE slug = 'midden-brabant'`,
    [question],
  )
  await signInAs(page, 'editor')
  await page.goto('/werkplek/regios/midden-brabant/leeragenda')
  await page.getByRole('link', { name: `Maak er een oproep van: ${question}` }).click()
  await expect(page.locator('input[name=title]')).toHaveValue(question)
  await expect(page.locator('textarea[name=text]')).toHaveValue('Voor het plan van 2027.')
  const [soon] = await query<{ day: string }>(
    `SELECT to_char(now() + interval '30 days', 'YYYY-MM-DD') AS day`,
  )
  await page.locator('input[name=openUntil]').fill(soon?.day ?? '')
  await page
    .locator('main form')
    .filter({ has: page.locator('input[name=openUntil]') })
    .locator('button[type=submit]')
    .click()
  await expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible()
  const visitor = await someone(browser, null, false)
  await visitor.goto('/regios/midden-brabant')
  await expect(visitor.locator('#oproepen').getByRole('link', { name: question })).toBeVisible()
  await visitor.locator('#leeragenda').getByRole('link', { name: question }).click()
  await visitor.getByRole('link', { name: 'Bekijk de leeragenda van Midden-Brabant' }).click()
  await expect(visitor).toHaveURL(/\/regios\/midden-brabant#leeragenda$/)
  await visitor.context().close()
  await query('DELETE FROM open_call WHERE title = $1', [question])
  await query('DELETE FROM learning_question WHERE question = $1', [question])
})

test('a meeting has a file to read, sent without JavaScript; what is no such file is refused and costs no text @S-316', async ({
  browser,
}) => {
  const slug = `stukken-${crypto.randomUUID().slice(0, 8)}`
  await query(
    `INSERT INTO meeting (id, slug, organisation_id, title, text, starts_at, ends_at, place, updated_at)
    SELECT gen_random_uuid(), $1, m.organisation_id, 'Kijken bij elkaar', 'Een middag.', now() + interval '9 days', now() + interval '9 days 2 hours', 'Tilburg', now()
    FROM membership m JOIN app_user u ON u.id = m.user_id WHERE u.email = 'redacteur.brabant@voorbeeld.nl' AND m.role = 'editor' LIMIT 1`,
    [slug],
  )
  const page = await someone(browser, 'redacteur.brabant@voorbeeld.nl', false)
  await page.goto(`/werkplek/bijeenkomsten/${slug}`)
  const part = page.locator('#lezen')
  const add = async (name: string, content: string) => {
    await part.getByLabel('Naam').fill('Draaiboek')
    await part
      .getByLabel('Of een bestand')
      .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(content) })
    await part.getByRole('button', { name: 'Toevoegen' }).click()
  }
  await add('draaiboek.pdf', '<html><script>alert(1)</script></html>')
  await expect(part.getByLabel('Naam')).toHaveValue('Draaiboek')
  await expect(page.getByRole('alert').first()).toBeVisible()
  await add('draaiboek.pdf', '%PDF-1.7 draaiboek')
  await expect(part.getByText('Draaiboek', { exact: true })).toBeVisible()
  await page.context().close()
  const visitor = await someone(browser, null, false)
  await visitor.goto(`/bijeenkomsten/${slug}`)
  const link = visitor.locator('#lezen').getByRole('link', { name: 'Draaiboek' })
  const file = await visitor.request.get((await link.getAttribute('href')) ?? '')
  expect(file.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
  })
  expect(file.headers()['content-disposition']).toMatch(
    /^attachment; filename="bijeenkomst-[0-9a-f]{12}\.pdf"$/,
  )
  await expect(visitor.locator('#lezen').getByText('(PDF, 1 kB)')).toBeVisible()
  await visitor.context().close()
  await query('DELETE FROM meeting WHERE slug = $1', [slug])
})
