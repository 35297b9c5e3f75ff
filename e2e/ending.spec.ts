import {
  dayFromNow,
  expect,
  expectWhole,
  PEOPLE,
  query,
  someone,
  test,
  unfold,
  unique,
} from './fixtures'
import { addPublished } from './initiatives'
import { addAccount } from './own-account'

const ORGANISATION = 'secretariaat-ser-brabant'
const OTHER = 'secretariaat-ser-overijssel'
const REASON = 'Het project is klaar en gaat niet verder.'

/** An organisation with an editor, because what it may is a setting that others would meet. */
async function addTrusted(): Promise<{ slug: string; email: string }> {
  const { email } = await addAccount()
  const slug = `redactie-${crypto.randomUUID().slice(0, 8)}`
  await query(
    `WITH o AS (INSERT INTO organisation (id, slug, name, kind, region_id)
       SELECT gen_random_uuid(), $1, $1, 'foundation', id FROM region WHERE slug = 'midden-brabant' RETURNING id)
     INSERT INTO membership (user_id, organisation_id, role)
     SELECT u.id, o.id, 'editor' FROM o, app_user u WHERE u.email = $2`,
    [slug, email],
  )
  return { slug, email }
}

/** A second version that waits for a moderator, or is still being written. */
async function addVersion(
  initiativeId: string,
  title: string,
  { status, summary }: { status: 'draft' | 'submitted'; summary: string },
): Promise<string> {
  const [row] = await query<{ id: string }>(
    `INSERT INTO initiative_revision (id, initiative_id, number, status, title, summary, change_reason, submitted_at, updated_at)
     VALUES (gen_random_uuid(), $1, 2, $3::revision_status, $2, $4, 'Een woord erbij.',
       CASE WHEN $3 = 'submitted' THEN now() END, now()) RETURNING id`,
    [initiativeId, title, status, summary],
  )
  const id = row?.id ?? ''
  for (const version of await query<{ id: string }>(
    'SELECT id FROM initiative_revision WHERE initiative_id = $1',
    [initiativeId],
  )) {
    await query(
      `INSERT INTO revision_region (revision_id, region_id, position)
       SELECT $1, id, 0 FROM region WHERE slug = 'midden-brabant' ON CONFLICT DO NOTHING`,
      [version.id],
    )
    await query(
      `INSERT INTO revision_term (revision_id, term_id, position)
       SELECT $1, (SELECT id FROM term t WHERE t.vocabulary = v.vocabulary AND replaced_by_id IS NULL ORDER BY slug LIMIT 1), 0
       FROM (SELECT unnest(ARRAY['target_group', 'instrument', 'societal_challenge']::vocabulary[]) AS vocabulary) v
       ON CONFLICT DO NOTHING`,
      [version.id],
    )
    await query(
      `INSERT INTO revision_step (id, revision_id, position, name, description)
       VALUES (gen_random_uuid(), $1, 0, 'Kennismaken', 'Drie dagen meelopen.')`,
      [version.id],
    )
  }
  return id
}

test('an address stays when its initiative is archived, brought back and withdrawn @S-560', async ({
  browser,
}) => {
  const title = unique('Leren op de werf')
  const { id, slug } = await addPublished(title, ORGANISATION)
  const editor = await someone(browser, PEOPLE.editor)
  await editor.goto(`/initiatieven/${slug}`)
  await editor.getByRole('link', { name: 'Archief en overdracht' }).click()
  const close = editor.locator('#uit-de-lijsten')
  await close.getByRole('button', { name: 'Uit de lijsten halen' }).click()
  await expect(editor.getByRole('alert').filter({ hasText: 'Vul dit veld in' })).toBeFocused()
  await expectWhole(editor)
  await close.getByLabel('Waarom?').fill(REASON)
  await close.getByRole('button', { name: 'Uit de lijsten halen' }).click()
  await expect(editor).toHaveURL(new RegExp(`/initiatieven/${slug}$`))

  const reader = await someone(browser, null)
  await reader.goto(`/initiatieven/${slug}`)
  await expect(reader.getByText(/^In het archief sinds/)).toBeVisible()
  await expect(reader.getByText(REASON)).toBeVisible()
  await expect(reader.getByText('Zo doen wij het.')).toBeVisible()
  await expectWhole(reader)
  const found = await reader.request.get(`/initiatieven?q=${encodeURIComponent(title)}`)
  expect(await found.text()).not.toContain(`/initiatieven/${slug}"`)
  const open = await reader.request.get(`/api/v1/initiatieven/${slug}`)
  expect(await open.json()).toMatchObject({ gearchiveerd: { reden: REASON } })

  await editor.goto(`/werkplek/initiatieven/${id}/archief`)
  await expectWhole(editor)
  await editor.getByRole('button', { name: 'Maak weer openbaar' }).click()
  await expect(editor.getByText(/^In het archief sinds/)).toHaveCount(0)
  await editor.context().close()

  const plain = await someone(browser, PEOPLE.editor, false)
  await plain.goto(`/werkplek/initiatieven/${id}/archief`)
  const withdraw = plain.locator('#uit-de-lijsten')
  await withdraw.getByLabel('Wat wilt u doen?').selectOption('withdrawn')
  await withdraw.getByLabel('Waarom?').fill('Een deelnemer was te herkennen.')
  await withdraw.getByRole('button', { name: 'Uit de lijsten halen' }).click()
  await expect(plain.getByText(/^Deze tekst is ingetrokken op/)).toBeVisible()
  await plain.context().close()

  for (const page of ['', '/monitor', ''])
    expect((await reader.request.get(`/initiatieven/${slug}${page}`)).status()).toBe(410)
  expect((await reader.request.get(`/api/v1/initiatieven/${slug}`)).status()).toBe(410)
  expect((await reader.request.get(`/initiatieven/${slug}/versies/1`)).status()).toBe(404)
  await reader.goto('/')
  const gone = await reader.goto(`/initiatieven/${slug}`)
  expect(gone?.status()).toBe(410)
  await expect(reader.getByText('Een deelnemer was te herkennen.')).toBeVisible()
  await expect(reader.getByText('Zo doen wij het.')).toHaveCount(0)
  await reader.context().close()
})

test('two initiatives become one, and the old address leads there @S-561', async ({ browser }) => {
  const [from, into] = [unique('Bouw A'), unique('Bouw B')]
  const gone = await addPublished(from, ORGANISATION)
  const kept = await addPublished(into, ORGANISATION)
  await query(
    `INSERT INTO follow (user_id, subject_type, subject_id)
     SELECT id, 'initiative', $1 FROM app_user WHERE email = $2`,
    [gone.id, PEOPLE.moderator],
  )
  const editor = await someone(browser, PEOPLE.editor)
  await editor.goto(`/werkplek/initiatieven/${gone.id}/archief`)
  await editor.getByRole('link', { name: 'Kies met welk initiatief' }).click()
  await editor.getByLabel('Adres van het initiatief dat blijft').fill(gone.slug)
  await editor.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click()
  await expect(editor.getByText('Dit is hetzelfde initiatief. Kies een ander.')).toBeVisible()
  await editor
    .getByLabel('Adres van het initiatief dat blijft')
    .fill(`https://praktijkbank.nl/initiatieven/${kept.slug}`)
  await editor.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click()
  await expect(editor.getByText('1 volger', { exact: true })).toBeVisible()
  await expectWhole(editor)
  await editor.getByLabel('Waarom voegt u deze samen?').fill('Twee pagina’s over hetzelfde.')
  await editor.getByRole('checkbox', { name: /^Ik weet dat/ }).check()
  await editor.getByRole('button', { name: 'Samenvoegen', exact: true }).click()
  await expect(editor).toHaveURL(new RegExp(`/initiatieven/${kept.slug}$`))
  await editor.context().close()

  const reader = await someone(browser, null)
  for (const page of ['', '/monitor', '/contact']) {
    const moved = await reader.request.get(`/initiatieven/${gone.slug}${page}`, { maxRedirects: 0 })
    expect(moved.status()).toBe(308)
    expect(moved.headers().location).toContain(`/initiatieven/${kept.slug}${page}`)
  }
  const open = await reader.request.get(`/api/v1/initiatieven/${gone.slug}`, { maxRedirects: 0 })
  expect(open.status()).toBe(308)
  expect(open.headers().location).toMatch(new RegExp(`/api/v1/initiatieven/${kept.slug}$`))
  await reader.goto(`/initiatieven/${gone.slug}`)
  await expect(reader.getByRole('heading', { level: 1, name: into })).toBeVisible()
  await expect(reader.getByText(new RegExp(`“${from}” is op .* samengevoegd`))).toBeVisible()
  await expectWhole(reader)
  await reader.getByRole('link', { name: `Lees de laatste tekst van “${from}”` }).click()
  await expect(reader).toHaveURL(new RegExp(`/initiatieven/${gone.slug}/versies/1$`))
  await expect(reader.getByText(/Dit initiatief is samengevoegd met een ander/)).toBeVisible()
  await expectWhole(reader)
  await reader.context().close()
})

test('a version is planned and left alone, and a small one goes online at once @S-562', async ({
  browser,
}) => {
  const title = unique('Koken voor de buurt')
  const trusted = await addTrusted()
  const { id, slug } = await addPublished(title, trusted.slug)
  const revisionId = await addVersion(id, title, {
    status: 'submitted',
    summary: 'Zo doen wij het samen.',
  })
  const moderator = await someone(browser, PEOPLE.moderator)
  await moderator.goto(`/werkplek/redactie/${revisionId}`)
  const later = moderator.locator('#later')
  await later.getByLabel('Dag').fill(dayFromNow(-2))
  await later.getByRole('button', { name: 'Publicatie plannen' }).click()
  await expect(later.getByText('Kies een moment dat nog moet komen.').first()).toBeVisible()
  await later.getByLabel('Dag').fill(dayFromNow(2))
  await later.getByRole('button', { name: 'Publicatie plannen' }).click()
  await expect(moderator.getByText(/^Gepland: deze versie komt op/)).toBeVisible()
  await expect(moderator.getByRole('button', { name: 'Publiceren', exact: true })).toHaveCount(0)
  await expectWhole(moderator)

  const editor = await someone(browser, trusted.email)
  await editor.goto(`/werkplek/initiatieven/${revisionId}`)
  await expect(editor.getByText(/Een geplande versie kan niemand aanpassen/)).toBeVisible()
  await expectWhole(editor)
  await editor.getByRole('button', { name: 'Planning weghalen' }).click()
  await editor.getByRole('button', { name: 'Terugtrekken en verder werken' }).click()
  await expect(editor.getByLabel('Samenvatting')).toHaveValue('Zo doen wij het samen.')

  const admin = await someone(browser, PEOPLE.administrator)
  await admin.goto(`/werkplek/beheer/organisaties/${trusted.slug}`)
  await admin.getByLabel(/publiceren kleine verbeteringen meteen/).check()
  await admin.locator('#vertrouwen').getByRole('button', { name: 'Opslaan' }).click()
  await expect(admin.locator('#vertrouwen').getByText(/^Opgeslagen/)).toBeVisible()
  await admin.context().close()

  await editor.goto(`/werkplek/initiatieven/${revisionId}/indienen`)
  await expect(editor.getByText('Dit is een kleine verbetering')).toBeVisible()
  await expectWhole(editor)
  await editor.getByRole('button', { name: 'Nu publiceren' }).click()
  await expect(editor).toHaveURL(new RegExp(`/initiatieven/${slug}$`))
  await expect(editor.getByText('Zo doen wij het samen.')).toBeVisible()
  await editor.context().close()

  await moderator.goto('/werkplek')
  await moderator
    .getByRole('listitem')
    .filter({ hasText: title })
    .getByRole('link', { name: /Bekijk achteraf/ })
    .click()
  await expect(moderator.locator('ins').filter({ hasText: 'samen' })).toBeVisible()
  await expectWhole(moderator)
  await moderator.getByLabel('Waarom draait u dit terug?').fill('Dit klopt niet.')
  await moderator.getByRole('button', { name: 'Zet de vorige tekst terug' }).click()
  await expect(moderator).toHaveURL(/\/werkplek$/)
  await moderator.goto(`/initiatieven/${slug}`)
  await expect(
    moderator.getByText(/De redactie zette versie 1 terug: Dit klopt niet/),
  ).toBeVisible()
  await moderator.context().close()
})

test('an initiative is handed over and a part of it split off @S-563', async ({ browser }) => {
  const title = unique('Werken met de handen')
  const { id, slug } = await addPublished(title, ORGANISATION)
  const editor = await someone(browser, PEOPLE.editor)
  await editor.goto(`/werkplek/initiatieven/${id}/archief`)
  const split = editor.locator('#splitsen')
  await unfold(split, 'Kies een titel en de delen')
  await split.getByLabel('Titel van het nieuwe initiatief').fill(`Een deel van ${title}`)
  await split.getByRole('button', { name: 'Maak een concept' }).click()
  await expect(
    editor.getByRole('heading', { level: 1, name: `Een deel van ${title}` }),
  ).toBeVisible()
  await expect(editor.getByLabel('Samenvatting')).toHaveValue('Zo doen wij het.')

  await editor.goto(`/werkplek/initiatieven/${id}/archief`)
  const offer = editor.locator('#overdragen')
  await unfold(offer, 'Kies een organisatie')
  const [other] = await query<{ name: string }>('SELECT name FROM organisation WHERE slug = $1', [
    OTHER,
  ])
  await offer.getByLabel('Aan welke organisatie?').selectOption(other?.name ?? '')
  await offer.getByLabel('Waarom draagt u het over?').fill('Wij stoppen ermee.')
  await offer.getByRole('button', { name: 'Overdracht aanbieden' }).click()
  await expect(offer.getByText(/^Aangeboden aan/)).toBeVisible()
  await editor.context().close()

  const receiver = await someone(browser, PEOPLE.otherEditor)
  await receiver.goto('/werkplek')
  await receiver
    .getByRole('listitem')
    .filter({ hasText: title })
    .getByRole('link', { name: /Neem aan of wijs af/ })
    .click()
  await expect(receiver.getByText('Wij stoppen ermee.')).toBeVisible()
  await expectWhole(receiver)
  await receiver.context().close()

  const plain = await someone(browser, PEOPLE.otherEditor, false)
  await plain.goto(`/werkplek/overdracht/${id}`)
  await plain.getByRole('button', { name: 'Neem dit initiatief over' }).click()
  await expect(plain).toHaveURL(new RegExp(`/werkplek/initiatieven/${id}/archief$`))
  await plain.goto(`/initiatieven/${slug}`)
  await expect(plain.getByRole('link', { name: 'Archief en overdracht' })).toBeVisible()
  await plain.context().close()
})
