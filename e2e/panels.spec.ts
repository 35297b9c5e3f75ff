import {
  enter,
  expect,
  expectAccessible,
  PEOPLE,
  query,
  send,
  someone,
  test,
  unfold,
  unique,
} from './fixtures'
import { addPublished } from './initiatives'
import { email, arrangeRound, form, judge } from './rounds'

// A panel takes many people, each with a browser of their own.
test.describe.configure({ timeout: 120_000 })

test('the owner asks, three assessors judge, one declines, and then everyone reads the panel @S-100', async ({
  page,
  browser,
}) => {
  const slug = 'werknemersnetwerk-neurodiversiteit'
  await enter(page, PEOPLE.editor)
  await page.goto(`/initiatieven/${slug}`)
  await page.getByRole('link', { name: 'Beoordeling vragen' }).click()
  await expect(page.getByText('Wij vragen 4 beoordelaars uit andere regio')).toBeVisible()
  await unfold(page.locator('main'), 'Wie wij dan vragen')
  await expect(page.getByText('Kent neurodivergente mensen', { exact: false })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Tot en met welke dag').fill('2020-01-01')
  await send(page, 'Beoordeling vragen')
  await expect(page.getByText('Geef beoordelaars minstens een week').first()).toBeVisible()
  await expect(page.getByLabel('Tot en met welke dag')).toHaveValue('2020-01-01')
  await page
    .getByLabel('Tot en met welke dag')
    .fill(new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10))
  await send(page, 'Beoordeling vragen')
  await expect(page.getByRole('heading', { name: 'Ronde 1' })).toBeVisible()
  await expect(page.getByText('Nog geen antwoord')).toHaveCount(4)
  expect(await page.content()).not.toContain('Sietske')
  expect(
    await query(`SELECT 1 FROM mail WHERE kind = 'panel-invitation' AND path = $1`, [form(slug)]),
  ).toHaveLength(4)

  for (const [name, point] of [
    ['noord', 4],
    ['zeeland', 4],
    ['limburg', 1],
  ] as const) {
    const assessor = await someone(browser, email(name))
    await assessor.goto('/werkplek')
    await judge(assessor, slug, point, `Dit vinden wij ervan in onze regio, ${name}.`)
    await assessor.context().close()
  }
  const visitor = await someone(browser, null)
  await visitor.goto(`/initiatieven/${slug}`)
  await expect(visitor.getByText('Er loopt een beoordeling')).toBeVisible()
  expect(await visitor.content()).not.toContain('Dit vinden wij ervan in onze regio')

  const last = await someone(browser, email('overijssel'))
  await last.goto(form(slug))
  await unfold(last.locator('main'), 'Lukt het niet')
  await last.getByLabel('Ik doe deze keer niet mee').check()
  await last.getByRole('button', { name: 'Doorgeven' }).click()
  await expect(last.getByText(/^Doorgegeven: u beoordeelt/)).toBeVisible()
  await expect(last.getByText('Wij hebben iemand anders gevraagd.')).toHaveCount(0)
  await last.context().close()

  await visitor.goto(`/initiatieven/${slug}`)
  await expect(visitor.getByText("3 beoordelaars uit 3 regio's gaven een oordeel.")).toBeVisible()
  await expect(visitor.getByText('Verdeeld').first()).toBeVisible()
  await unfold(visitor.locator('main'), 'Bekijk per geleding en per regio')
  await expect(visitor.getByRole('region', { name: 'Scores per regio' })).toContainText('Friesland')
  await unfold(visitor.locator('main'), 'Bekijk als web')
  await expectAccessible(visitor)
  await visitor.context().close()
  await page.reload()
  await expect(page.getByText('iedereen heeft geantwoord')).toBeAttached()
})

test('who declines is replaced by the next proposal, and the owner sees by whom @S-422', async ({
  page,
  browser,
}) => {
  const { id, slug } = await addPublished(
    unique('Proef met een lege plek'),
    'secretariaat-ser-brabant',
  )
  const round = await arrangeRound(slug, { asked: [email('zeeland')] })
  const asked = () =>
    query<{ email: string; state: string }>(
      `SELECT u.email, i.state FROM assessment_invitation i JOIN app_user u ON u.id = i.assessor_id WHERE i.round_id = $1 ORDER BY i.created_at`,
      [round],
    )
  const first = await someone(browser, email('zeeland'))
  await first.goto(form(slug))
  await unfold(first.locator('main'), 'Lukt het niet')
  await first.getByLabel('Ik doe deze keer niet mee').check()
  await first.getByRole('button', { name: 'Doorgeven' }).click()
  await expect(first.getByText('Wij hebben iemand anders gevraagd.')).toBeVisible()
  await first.goto(form(slug))
  await expect(first.getByText('als het kan, vragen wij iemand anders')).toBeVisible()
  await first.context().close()
  const [declined, next, ...more] = await asked()
  expect([declined, next?.state, more]).toEqual([
    { email: email('zeeland'), state: 'declined' },
    'invited',
    [],
  ])
  const second = await someone(browser, next?.email ?? '')
  await second.goto('/werkplek/berichten')
  await expect(
    second.getByRole('listitem').filter({ hasText: 'Wilt u beoordelen?' }).first(),
  ).toBeVisible()
  await second.context().close()

  await enter(page, PEOPLE.moderator)
  await page.goto(`/werkplek/initiatieven/${id}/panel`)
  await expect(page.getByText(/.+ meldde zich af, .+ is gevraagd\./)).toBeVisible()
  await expectAccessible(page)
})

test('a second look shows what others thought, and both judgements are kept @S-105', async ({
  page,
  browser,
}) => {
  const slug = 'rangeerterrein'
  await arrangeRound(slug, { kind: 'second_look', asked: [email('zeeland')] })
  await enter(page, email('zeeland'))
  await page.goto(form(slug))
  await expect(page.getByText('Uw eerste oordeel:').first()).toBeVisible()
  await expect(page.getByText('Regionaal Beraad Friesland (voorbeeld)').first()).toBeVisible()
  await expect(page.getByLabel('Waarom?').first()).not.toHaveValue('')
  await expectAccessible(page)
  const opschaalbaar = page.getByRole('region', { name: 'Opschaalbaar' })
  await opschaalbaar.getByRole('radio').nth(2).check()
  await opschaalbaar.getByLabel('Waarom?').fill('Na het lezen van de anderen ben ik minder zeker.')
  await page.getByRole('button', { name: 'Oordeel indienen' }).click()
  await expect(page.getByText('Uw oordeel is ingediend')).toBeVisible()
  const newcomer = await someone(browser, email('limburg'))
  expect((await newcomer.request.get(form(slug))).status()).toBe(404)
  await newcomer.context().close()

  const moderator = await someone(browser, 'moderator@voorbeeld.nl')
  await moderator.goto(`/initiatieven/${slug}`)
  await moderator.getByRole('link', { name: 'Beoordeling vragen' }).click()
  await send(moderator, 'Ronde nu sluiten')
  await expect(moderator.getByText('Er loopt nu geen ronde.')).toBeVisible()
  await moderator.goto(`/initiatieven/${slug}`)
  await expect(moderator.getByText("3 beoordelaars uit 3 regio's gaven een oordeel.")).toBeVisible()
  await expect(
    moderator.getByText('Na het lezen van de anderen ben ik minder zeker.'),
  ).toBeAttached()
  await expect(moderator.getByText('Eerst score 5')).toBeAttached()
  await unfold(moderator.locator('main'), 'Bekijk hoe het oordeel veranderde')
  await expect(moderator.getByRole('region', { name: 'Oordeel per ronde' })).toContainText(
    'tweede blik',
  )
  await moderator.context().close()
})

test('the owner answers a score in public, changes it, and both versions are kept @S-106', async ({
  page,
  browser,
}) => {
  await enter(page, PEOPLE.editor)
  await page.goto('/initiatieven/rangeerterrein')
  await page.getByRole('link', { name: 'Beoordeling vragen' }).click()
  await expect(page.getByRole('heading', { name: 'Antwoord op de scores' })).toBeVisible()
  const address = page.url()
  const first = page.getByRole('link', {
    name: /^Antwoord op Regionaal Beraad Friesland .* bij Opschaalbaar/,
  })
  await first.click()
  await page.getByLabel('Uw antwoord').fill('')
  await send(page, 'Antwoord plaatsen')
  await expect(page.getByText('Vul dit veld in.').first()).toBeVisible()
  await page.getByLabel('Uw antwoord').fill('Twee regio’s zijn al begonnen met het overnemen.')
  await send(page, 'Antwoord plaatsen')
  await page.goto(address)
  await page.getByRole('link', { name: /^Antwoord wijzigen op Regionaal Beraad Friesland/ }).click()
  await page.getByLabel('Uw antwoord').fill('Drie regio’s zijn al begonnen met het overnemen.')
  await send(page, 'Antwoord plaatsen')
  const visitor = await someone(browser, null)
  await visitor.goto('/initiatieven/rangeerterrein')
  const line = visitor
    .getByRole('listitem')
    .filter({ has: visitor.getByText('Opschaalbaar', { exact: true }) })
    .first()
  await unfold(line, /Lees de/)
  await expect(line.getByText('Drie regio’s zijn al begonnen')).toBeVisible()
  await expect(line.getByText('gewijzigd', { exact: false })).toBeVisible()
  await expectAccessible(visitor)
  await visitor.context().close()
  expect(
    await query(
      `SELECT r.version FROM assessment_reply r JOIN assessment a ON a.id = r.assessment_id JOIN initiative i ON i.id = a.initiative_id WHERE i.slug = 'rangeerterrein' ORDER BY r.version`,
    ),
  ).toEqual([{ version: 1 }, { version: 2 }])
})

test('an assessor says what they know, and is proposed for it @S-107', async ({
  page,
  browser,
}) => {
  await enter(page, email('overijssel'))
  await page.goto('/werkplek/account')
  const groups = page.getByRole('group', { name: 'Doelgroepen' })
  const word = groups.getByLabel(/^Zij-instromers/)
  for (const fold of await groups.locator('summary').all()) await fold.click()
  await word.check()
  const part = page.locator('form').filter({ has: groups })
  await send(page, 'Opslaan', part)
  await expect(page.getByText(/Opgeslagen om/)).toBeVisible()
  await expectAccessible(page)
  await page.reload()
  await expect(word).toBeChecked()
  await query(
    `UPDATE assessment_round SET status = 'closed', closed_at = now(), closing_reason = 'ended' WHERE status = 'open' AND initiative_id = (SELECT id FROM initiative WHERE slug = 'rangeerterrein')`,
  )
  const moderator = await someone(browser, 'moderator@voorbeeld.nl')
  await moderator.goto('/initiatieven/rangeerterrein')
  await moderator.getByRole('link', { name: 'Beoordeling vragen' }).click()
  const choice = moderator.getByRole('group', { name: 'Wie wilt u vragen?' })
  await expect(
    choice.getByLabel(/Regionaal Beraad Regio Zwolle.*Kent zij-instromers/),
  ).toBeVisible()
  await expectAccessible(moderator)
  await moderator.setViewportSize({ width: 320, height: 700 })
  await expect
    .poll(() => moderator.evaluate(() => document.documentElement.scrollWidth))
    .toBeLessThanOrEqual(320)
  await moderator.context().close()
})
