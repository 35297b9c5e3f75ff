import {
  expect,
  expectAccessible,
  expectFits,
  query,
  send,
  signInAs,
  someone,
  test,
  unfold,
  unique,
} from './fixtures'
import { addAdoption, addPublished, runAdoption } from './initiatives'

test.describe.configure({ timeout: 120_000 })

async function family(): Promise<string> {
  const { slug } = await addPublished('Switch in Friesland', 'voorbeeld-regionaal-beraad-friesland')
  await runAdoption(
    await addAdoption({
      initiative: 'switch-naar-techniek',
      organisation: 'voorbeeld-regionaal-beraad-friesland',
      goal: 'Meer monteurs',
    }),
    slug,
  )
  return slug
}

test('a family of adoptions stands on the parent and on the child, as tree, table and map; the list orders by adoptions @S-290', async ({
  page,
}) => {
  await query(
    `DELETE FROM adoption WHERE initiative_id = (SELECT id FROM initiative WHERE slug = 'switch-naar-techniek')`,
  )
  const child = await family()
  await page.goto('/initiatieven/switch-naar-techniek')
  const part = page.locator('#overnames')
  await expect(
    part
      .getByRole('group', { name: 'Wie nam wat over' })
      .getByRole('link', { name: 'Switch in Friesland' }),
  ).toBeVisible()
  await expect(part.getByRole('link', { name: 'Friesland: 1 overname' })).toBeVisible()
  await unfold(part, 'De overnames als tabel')
  await expect(part.getByRole('table', { name: 'Wie nam wat over' })).toContainText('Friesland')
  await expect(page.locator('#bewijs').getByText('Nog nergens anders gemeten.')).toBeVisible()
  await expectAccessible(page)
  await expectFits(page)
  await page.goto(`/initiatieven/${child}`)
  await expect(
    page.locator('#overnames').getByText('Switch in Friesland (deze pagina)'),
  ).toBeVisible()
  await page.goto('/regios/friesland')
  await expect(page.locator('#overnames').getByText('Meer monteurs')).toBeVisible()
  await page.goto('/regios/regio-zwolle')
  await expect(page.locator('#nagevolgd').getByText('Meer monteurs')).toBeVisible()
  await page.goto('/initiatieven?weergave=tabel&kolom=overnames&sorteer=overnames')
  await expect(page.locator('tbody tr').first()).toContainText('1')
  await query(
    `DELETE FROM adoption WHERE own_initiative_id = (SELECT id FROM initiative WHERE slug = $1)`,
    [child],
  )
  await query('DELETE FROM initiative_search WHERE slug = $1', [child])
  await query('UPDATE initiative SET published_revision_id = NULL WHERE slug = $1', [child])
})

test('while writing, what looks like it is named and answered without JavaScript, and nothing is held up @S-291', async ({
  browser,
}) => {
  const page = await someone(browser, 'redacteur.overijssel@voorbeeld.nl', false)
  await page.goto('/werkplek/initiatieven/nieuw')
  await page.getByLabel('Titel').fill(unique('Rangeerterrein voor Brabant en Twente'))
  await page.getByRole('button', { name: 'Concept beginnen' }).click()
  await expect(page).toHaveURL(/\/werkplek\/initiatieven\/[0-9a-f-]{36}$/)
  const radar = page.locator('#lijkt-op')
  await expect(radar.getByRole('link', { name: 'Rangeerterrein Midden-Brabant' })).toBeVisible()
  await expect(radar.getByText('In beide titels: rangeerterrein en brabant.')).toBeVisible()
  const item = radar
    .locator('li')
    .filter({ has: page.getByRole('link', { name: 'Rangeerterrein Midden-Brabant' }) })
  await item.locator('summary').click()
  await item.getByLabel('Uw keuze').selectOption('separate')
  await item.getByRole('button', { name: 'Keuze opslaan' }).click()
  await expect(page.getByText('Vul dit veld in').first()).toBeVisible()
  await item.getByLabel('Bericht of reden').fill('Dit gaat over een andere groep.')
  await item.getByLabel('Uw keuze').selectOption('separate')
  await item.getByRole('button', { name: 'Keuze opslaan' }).click()
  await expect(page.getByText('U gaat door, omdat: Dit gaat over een andere groep.')).toBeVisible()
  await page.context().close()
})

test('the page with what looks like it passes axe and fits a small screen @S-292', async ({
  page,
}) => {
  const [draft] = await query<{ id: string }>(
    `SELECT r.id::text FROM initiative_revision r WHERE r.title LIKE 'Proefdagen%'`,
  )
  await signInAs(page, 'editor')
  await page.goto(`/werkplek/initiatieven/${draft?.id ?? ''}`)
  await expect(page.locator('#lijkt-op')).toBeVisible()
  await expectAccessible(page)
  await expectFits(page)
})

test('what owners would do differently is typed once, read and found; a stopped one tells why in the list @S-293', async ({
  page,
}) => {
  const [draft] = await query<{ id: string }>(
    `SELECT r.id::text FROM initiative_revision r WHERE r.title LIKE 'Proefdagen%'`,
  )
  await signInAs(page, 'editor')
  await page.goto(`/werkplek/initiatieven/${draft?.id ?? ''}/verdieping/geleerd`)
  await page.getByLabel('Wat wij anders zouden doen').fill('Eerder met werkgevers praten.')
  await send(page, 'Opslaan')
  await page.goto(`/werkplek/initiatieven/${draft?.id ?? ''}/voorbeeld`)
  await expect(page.getByText('Eerder met werkgevers praten.')).toBeVisible()
  await page.goto('/verzamelingen')
  await page.getByRole('link', { name: 'Bekijk wat gestopt is' }).click()
  await expect(page).toHaveURL(/fase=gestopt/)
})

test('a region keeps its learning agenda, also without JavaScript; others find nothing @S-295', async ({
  page,
  browser,
}) => {
  const question = unique('Wat helpt mensen blijven?')
  const editor = await someone(browser, 'redacteur.brabant@voorbeeld.nl', false)
  await editor.goto('/werkplek/regios/midden-brabant/leeragenda')
  await editor.getByLabel('Wat wil uw regio weten?').fill(question)
  await editor.getByLabel('Initiatieven die hierbij helpen').fill('bestaat-niet')
  await editor.getByRole('button', { name: 'Opslaan' }).click()
  await expect(editor.getByText('Dit initiatief kennen wij niet.').first()).toBeVisible()
  await expect(editor.getByLabel('Wat wil uw regio weten?')).toHaveValue(question)
  await editor.getByLabel('Initiatieven die hierbij helpen').fill('/initiatieven/rangeerterrein')
  await editor.getByRole('button', { name: 'Opslaan' }).click()
  await expect(editor.getByRole('heading', { name: question })).toBeVisible()
  await editor.getByRole('link', { name: new RegExp(`^Wijzig.*${question.slice(-8)}`) }).click()
  await editor.getByLabel('Hoe staat het?').selectOption('answered')
  await editor.getByLabel('Wat is er geleerd?').fill('Een vaste begeleider.')
  await editor.getByRole('button', { name: 'Opslaan' }).click()
  await expect(editor.getByText('Een vaste begeleider.').first()).toBeVisible()
  await editor.context().close()
  await page.goto('/regios/midden-brabant')
  await expect(page.locator('#leeragenda').getByText('Een vaste begeleider.')).toBeVisible()
  await signInAs(page, 'otherEditor')
  expect((await page.request.get('/werkplek/regios/midden-brabant/leeragenda')).status()).toBe(404)
  await query('DELETE FROM learning_question WHERE question = $1', [question])
})

test('a goal and a saved search are followed with one press @S-296', async ({ page }) => {
  await signInAs(page, 'otherEditor')
  await page.goto('/regios/twente')
  const goal = page
    .locator('#beleid')
    .getByRole('button', { name: /^Volgen: / })
    .first()
  const name = (await goal.getAttribute('aria-label')) ?? ''
  await goal.click()
  await expect(
    page.getByRole('button', { name: name.replace('Volgen', 'Niet meer volgen') }),
  ).toBeVisible()
  await page.goto('/initiatieven?doelgroep=statushouders')
  await unfold(page.locator('main'), 'Deze zoekvraag bewaren')
  await page.getByLabel('Naam').fill('Nieuwkomers')
  await send(page, 'Bewaren')
  await page.goto('/werkplek/zoekvragen')
  await page
    .getByRole('button', { name: /^Volgen/ })
    .first()
    .click()
  await expect(page.getByRole('button', { name: /^Niet meer volgen/ }).first()).toBeVisible()
  await query(`DELETE FROM saved_search WHERE name = 'Nieuwkomers'`)
})

test('the pages about learning pass axe in both themes and fit 320 pixels @S-297', async ({
  page,
}) => {
  test.setTimeout(300_000)
  await signInAs(page, 'editor')
  for (const path of [
    '/verzamelingen',
    '/verzamelingen/zes-voorbeelden',
    '/en/collections',
    '/regios/twente',
    '/werkplek/verzamelingen',
    '/werkplek/regios/midden-brabant/leeragenda',
    '/werkplek/zoekvragen',
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expectAccessible(page)
    await expectFits(page)
  }
})

test('what others learnt is read by theme, without scripts and as a file @S-343', async ({
  browser,
  page,
}) => {
  await page.goto('/lessen')
  await expectAccessible(page)
  const visitor = await someone(browser, null, false)
  await visitor.goto('/uitwisselen')
  await visitor.getByRole('link', { name: 'Alle lessen, per thema' }).click()
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(
    /^\d+ lessen van wie het al deed$/,
  )
  await expectFits(visitor)
  await visitor
    .getByRole('combobox', { name: 'Doelgroep', exact: true })
    .selectOption('statushouders')
  await visitor.getByRole('combobox', { name: 'Soort les', exact: true }).selectOption('wat-hielp')
  await visitor.getByRole('button', { name: 'Toon', exact: true }).click()
  await expect(visitor).toHaveURL(/\/lessen\?les=wat-hielp&doelgroep=statushouders/)
  const kinds = visitor.getByRole('main').locator('ol > li li > :first-child')
  await expect(kinds.first()).toContainText('Wat hielp')
  const [row] = await query<{ count: number }>(
    `SELECT count(*)::int AS count FROM initiative_search s JOIN revision_text_item i ON i.revision_id = s.revision_id WHERE i.kind = 'success_factor' AND s.target_groups @> ARRAY['statushouders']`,
  )
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(
    row?.count === 1
      ? 'Eén les van wie het al deed'
      : `${String(row?.count)} lessen van wie het al deed`,
  )
  const file = await page.request.get(
    (await visitor.getByRole('link', { name: 'Download als CSV' }).getAttribute('href')) ?? 'geen',
  )
  expect(file.status()).toBe(200)
  expect((await file.text()).trim().split('\r\n')).toHaveLength((row?.count ?? 0) + 1)
  await visitor.goto('/lessen?doelgroep=statushouders&les=gestopt&regio=rijnmond')
  await expect(visitor.getByText('Hier heeft nog niemand een les over opgeschreven')).toBeVisible()
  await visitor.getByRole('link', { name: 'Toon alle lessen' }).first().click()
  await expect(visitor).toHaveURL(/\/lessen$/)
  for (const [path, query] of [
    ['/doelgroepen/statushouders', 'doelgroep=statushouders'],
    ['/instrumenten/scholing', 'instrument=scholing'],
  ] as const) {
    await visitor.goto(path)
    await visitor
      .locator('#lessen')
      .getByRole('link', { name: /^Lees alle \d+ lessen$/ })
      .click()
    await expect(visitor).toHaveURL(new RegExp(`/lessen\\?${query}$`))
    await expect(visitor.getByRole('main').locator('ol > li').first()).toBeVisible()
  }
  await visitor.goto("/lessen?les='%3B&doelgroep=niemand&pagina=99999999999")
  await expect(visitor.getByRole('main').locator('ol > li').first()).toBeVisible()
  await visitor.context().close()
})
