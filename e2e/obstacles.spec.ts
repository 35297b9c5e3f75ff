import type { Locator } from '@playwright/test'
import {
  expect,
  expectAccessible,
  ignoreNotFound,
  query,
  send,
  sendAs,
  someone,
  test,
  unfold,
  unique,
} from './fixtures'
import { insert, slugOf } from './obstacle-rows'

test.describe.configure({ timeout: 240_000 })

const COUNCIL = 'redacteur.brabant@voorbeeld.nl'
const ASSESSOR = 'beoordelaar.noord@voorbeeld.nl'
const MUNICIPALITY = 'redacteur.gemeente@voorbeeld.nl'

async function arrangeMunicipality(): Promise<void> {
  await query(
    `INSERT INTO organisation (id, slug, name, kind) VALUES (gen_random_uuid(), 'gemeente-toetsdam', 'Gemeente Toetsdam', 'municipality') ON CONFLICT DO NOTHING`,
  )
  await query(
    `INSERT INTO app_user (id, email, name, password_hash) SELECT gen_random_uuid(), $1, 'Noor de Wit', password_hash FROM app_user WHERE email = $2 ON CONFLICT DO NOTHING`,
    [MUNICIPALITY, COUNCIL],
  )
  await query(
    `INSERT INTO membership (user_id, organisation_id, role) SELECT u.id, o.id, 'editor' FROM app_user u, organisation o WHERE u.email = $1 AND o.slug = 'gemeente-toetsdam' ON CONFLICT DO NOTHING`,
    [MUNICIPALITY],
  )
  await query(
    `UPDATE initiative SET organisation_id = (SELECT id FROM organisation WHERE slug = 'gemeente-toetsdam') WHERE slug = 'voorschakeltraject-zorg'`,
  )
}

async function restore(): Promise<void> {
  await query(
    `UPDATE initiative SET organisation_id = (SELECT id FROM organisation WHERE slug = 'secretariaat-ser-noord-nederland') WHERE slug = 'voorschakeltraject-zorg'`,
  )
}

test('an obstacle is added after its likely doubles, linked and read everywhere @S-270', async ({
  page,
  browser,
}) => {
  await arrangeMunicipality()
  const editor = await someone(browser, MUNICIPALITY)
  await editor.goto('/initiatieven/voorschakeltraject-zorg')
  await editor
    .locator('#knelpunten')
    .getByRole('link', { name: 'Zet een knelpunt in het register' })
    .click()
  await expect(editor.getByLabel('Welk initiatief van u loopt hier tegenaan?')).not.toHaveValue('')
  await editor
    .getByLabel('Wat is het knelpunt?')
    .pressSequentially('Aanvraag tewerkstellingsvergunning duurt lang')
  await expect(
    editor.getByRole('link', {
      name: 'Een tewerkstellingsvergunning aanvragen schrikt werkgevers af',
    }),
  ).toBeVisible()
  await expectAccessible(editor)
  const title = unique('Vervoer naar de vroege dienst ontbreekt <b>')
  await editor.getByLabel('Wat is het knelpunt?').fill(title)
  await editor
    .getByLabel('Wat gebeurt er?')
    .fill('Er rijdt voor zes uur geen bus. <script>alert(1)</script>')
  await send(editor, 'Knelpunt toevoegen')
  await expect(editor.getByRole('alert').first()).toContainText('Maak een keuze')
  await expect(editor.getByLabel('Wat gebeurt er?')).toHaveValue(/Er rijdt voor zes uur geen bus/)
  await editor.getByLabel('Wie gaat erover?').selectOption({ label: 'Regio' })
  const groups = editor.getByRole('group', { name: 'Welke doelgroepen raakt het?' })
  await unfold(groups, 'Zij-instromers')
  await groups.getByLabel(/^Zij-instromers/).check()
  await editor.getByRole('button', { name: 'Knelpunt toevoegen' }).click()
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText(title)
  const path = new URL(editor.url()).pathname
  await expect(
    editor.getByText('Er rijdt voor zes uur geen bus. <script>alert(1)</script>'),
  ).toBeVisible()
  await expect(editor.getByText('Gemeente Toetsdam')).toBeVisible()
  await expectAccessible(editor)

  await editor.goto('/werkplek/knelpunten/nieuw')
  await editor.getByLabel('Wat is het knelpunt?').fill(title)
  await editor.getByLabel('Wat gebeurt er?').fill('Nog een keer hetzelfde.')
  await editor.getByLabel('Wie gaat erover?').selectOption({ label: 'Regio' })
  await unfold(groups, 'Zij-instromers')
  await groups.getByLabel(/^Zij-instromers/).check()
  await send(editor, 'Knelpunt toevoegen')
  await expect(editor.getByRole('alert').first()).toContainText(
    'Er staan al knelpunten die hierop lijken',
  )
  await expect(editor.getByLabel('Wat gebeurt er?')).toHaveValue('Nog een keer hetzelfde.')
  await expect(editor.getByLabel('Ik heb gekeken: dit is een ander knelpunt')).not.toBeChecked()

  const council = await someone(browser, COUNCIL)
  await council.goto(path)
  await unfold(council.locator('main'), 'Ons initiatief loopt hier ook tegenaan')
  await council
    .getByLabel('Welk initiatief?')
    .selectOption({ label: 'Rangeerterrein Midden-Brabant' })
  await council.getByLabel('Wat merkt u ervan?').fill('Deelnemers in de logistiek komen te laat.')
  await send(council, 'Koppelen')
  await expect(council.getByRole('heading', { name: '2 initiatieven noemen dit' })).toBeVisible()
  for (const address of ['/initiatieven/rangeerterrein', '/initiatieven/voorschakeltraject-zorg']) {
    await page.goto(address)
    await expect(page.locator('#knelpunten').getByRole('link', { name: title })).toBeVisible()
  }
  await expect(
    page.locator('#knelpunten').getByRole('link', { name: 'Zet een knelpunt in het register' }),
  ).toHaveCount(0)
  await page.goto(`/knelpunten?regio=midden-brabant&q=${encodeURIComponent(title)}`)
  await expect(page.getByRole('link', { name: title })).toBeVisible()
  await page.goto('/doelgroepen/zij-instromers')
  await expect(
    page.locator('#knelpunten').getByRole('link', { name: /in het register/ }),
  ).toBeVisible()
  await send(council, 'Niet meer koppelen: Rangeerterrein Midden-Brabant')
  await expect(council.getByRole('heading', { name: 'Eén initiatief noemt dit' })).toBeVisible()
  for (const one of [editor, council]) await one.context().close()
  await restore()
})

test('raising and solving tells who follows, and keeps the history @S-271', async ({
  page,
  browser,
}) => {
  const title = unique('Formulier vraagt tien bijlagen')
  const slug = slugOf(title)
  await insert(title, slug)
  const follower = await someone(browser, ASSESSOR)
  await follower.goto(`/knelpunten/${slug}`)
  await send(follower, 'Volgen')
  await expect(follower.getByRole('button', { name: 'Niet meer volgen' })).toBeVisible()
  await expect(follower.getByRole('link', { name: 'Bijwerken' })).toHaveCount(0)

  const council = await someone(browser, COUNCIL)
  await council.goto(`/knelpunten/${slug}`)
  await council.getByRole('link', { name: 'Bijwerken' }).click()
  await expect(council).toHaveURL(/bijwerken$/)
  const stale = await council.context().newPage()
  await stale.goto(council.url())
  await unfold(council.locator('#stand'), 'Aangekaart')
  await send(council, 'Is aangekaart')
  await expect(council.getByRole('alert').first()).toContainText('Vul dit veld in')
  await council
    .getByLabel('Bij wie en hoe is het aangekaart?')
    .fill('Bij het ministerie, per brief.')
  await council.locator('#stand').getByLabel('Op welke dag?').first().fill('2025-03-01')
  await send(council, 'Is aangekaart')
  await expect(council.getByLabel('Bij wie en hoe is het aangekaart?')).toHaveCount(0)
  await unfold(stale.locator('#stand'), 'Opgelost')
  await stale.getByLabel('Wat is het antwoord?').fill('Dit staat in een oud venster.')
  await send(stale, 'Is opgelost')
  await expect(stale.getByRole('alert').first()).toContainText(
    'Iemand anders heeft dit intussen gewijzigd',
  )
  await expect(stale.getByLabel('Wat is het antwoord?')).toHaveValue(
    'Dit staat in een oud venster.',
  )
  await unfold(council.locator('#stand'), 'Opgelost')
  await council.getByLabel('Wat is het antwoord?').fill('Een bijlage is nu genoeg.')
  await council.locator('#stand').getByLabel('Op welke dag?').fill('2025-02-01')
  await send(council, 'Is opgelost')
  await expect(council.getByRole('alert').first()).toContainText(
    'voor de dag waarop het is aangekaart',
  )
  await council.locator('#stand').getByLabel('Op welke dag?').fill('2025-05-01')
  await send(council, 'Is opgelost')
  await expect(council.getByText('Speelt opnieuw').first()).toBeVisible()
  await expectAccessible(council)

  await page.goto(`/knelpunten/${slug}`)
  await expect(page.locator('main header').getByText('Een bijlage is nu genoeg.')).toBeVisible()
  await expect(page.locator('#stand').getByText('Bij het ministerie, per brief.')).toBeVisible()
  await expectAccessible(page)
  await follower.goto('/werkplek/berichten')
  const list = follower.getByRole('list', { name: 'Berichten' })
  await expect(list.getByText('Knelpunt opgelost')).toBeVisible()
  await list.getByRole('link', { name: title }).first().click()
  await expect(follower).toHaveURL(new RegExp(`/knelpunten/${slug}$`))
  for (const one of [follower, council]) await one.context().close()
})

test('the editor and the advice exist for nobody else, and forged forms change nothing @S-275', async ({
  browser,
  problems,
}) => {
  await arrangeMunicipality()
  const editor = await someone(browser, MUNICIPALITY)
  const assessor = await someone(browser, ASSESSOR)
  const visitor = await someone(browser, null)
  for (const address of [
    '/werkplek/knelpunten/taal-op-de-werkvloer/bijwerken',
    '/werkplek/knelpunten/advies',
    '/werkplek/knelpunten/advies/bestand?knelpunt=taal-op-de-werkvloer&titel=x',
  ]) {
    for (const one of [editor, assessor])
      expect((await one.request.get(address)).status(), address).toBe(404)
  }
  expect((await assessor.request.get('/werkplek/knelpunten/nieuw')).status()).toBe(404)
  expect(
    (
      await visitor.request.get(
        '/werkplek/knelpunten/advies/bestand?knelpunt=taal-op-de-werkvloer&titel=x',
      )
    ).status(),
  ).toBe(404)
  expect((await visitor.request.get('/knelpunten/bestand?soort=exe')).status()).toBe(404)

  const title = unique('Van een ander')
  const id = await insert(title, slugOf(title))
  const [other] = await query<{ id: string }>(
    `SELECT id::text FROM initiative WHERE slug = 'rangeerterrein'`,
  )
  await editor.goto('/knelpunten/taal-op-de-werkvloer')
  await unfold(editor.locator('main'), 'Ons initiatief loopt hier ook tegenaan')
  await editor.evaluate(
    ([obstacle, initiative]) => {
      for (const field of document.querySelectorAll<HTMLInputElement>('input[name="obstacleId"]'))
        field.value = obstacle ?? ''
      const choice = document.querySelector<HTMLSelectElement>('select[name="initiativeId"]')
      const [option] = choice?.options ?? []
      if (option) option.value = initiative ?? ''
    },
    [id, other?.id ?? ''],
  )
  await send(editor, 'Koppelen')
  await expect(editor.getByRole('alert').first()).toContainText(
    'Dit bestaat niet of u mag het niet zien.',
  )
  expect(await query('SELECT 1 FROM obstacle_initiative WHERE obstacle_id = $1', [id])).toEqual([])

  const kept = unique('Blijft staan')
  await insert(kept, slugOf(kept))
  const council = await someone(browser, COUNCIL, false)
  await council.goto(`/werkplek/knelpunten/${slugOf(title)}/bijwerken`)
  const forms: { form: Locator; typed: Record<string, string> }[] = [
    { form: council.locator('#stand form').first(), typed: { note: 'Zomaar' } },
    { form: council.locator('#tekst form'), typed: { law: 'Zomaar' } },
    { form: council.locator('#samenvoegen form').last(), typed: { keep: slugOf(kept) } },
  ]
  const state = () =>
    query('SELECT version, status, law, merged_into_id FROM obstacle WHERE id = $1', [id])
  const before = await state()
  for (const { form, typed } of forms)
    for (const one of [editor, assessor, visitor]) await sendAs(form, one, typed)
  expect(await state()).toEqual(before)
  await sendAs(council.locator('#samenvoegen form').last(), council, { keep: slugOf(kept) })
  expect(
    await query(
      'SELECT 1 FROM obstacle o JOIN obstacle k ON k.id = o.merged_into_id WHERE o.id = $1 AND k.slug = $2',
      [id, slugOf(kept)],
    ),
  ).toHaveLength(1)
  for (const one of [editor, assessor, visitor, council]) await one.context().close()
  await restore()
  ignoreNotFound(problems)
})
