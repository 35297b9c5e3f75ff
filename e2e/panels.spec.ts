import type { Page } from '@playwright/test'
import {
  enter,
  expect,
  expectAccessible,
  fillSignIn,
  ignoreNotFound,
  query,
  send,
  someone,
  test,
  unfold,
} from './fixtures'

// A panel takes many people, each with a browser of their own.
test.describe.configure({ timeout: 120_000 })

const email = (name: string) => `beoordelaar.${name}@voorbeeld.nl`
const EDITOR = 'redacteur.brabant@voorbeeld.nl'

/** Ends what is open on this initiative and opens a round, with these assessors asked. Returns its id. */
async function arrangeRound(
  slug: string,
  { kind = 'fresh', asked = [] }: { kind?: 'fresh' | 'second_look'; asked?: string[] } = {},
): Promise<string> {
  await query(
    `UPDATE assessment_round SET status = 'closed', closed_at = now(), closing_reason = 'ended' WHERE status = 'open' AND initiative_id = (SELECT id FROM initiative WHERE slug = $1)`,
    [slug],
  )
  const [row] = await query<{ id: string }>(
    `INSERT INTO assessment_round (id, initiative_id, number, kind, revision_id, deadline)
     SELECT gen_random_uuid(), i.id, (SELECT coalesce(max(number), 0) + 1 FROM assessment_round r WHERE r.initiative_id = i.id), $2::round_kind, i.published_revision_id, current_date + 20
     FROM initiative i WHERE i.slug = $1 RETURNING id::text`,
    [slug, kind],
  )
  const id = row?.id ?? ''
  await query(
    `INSERT INTO assessment_invitation (id, round_id, assessor_id) SELECT gen_random_uuid(), $1, id FROM app_user WHERE email = ANY ($2)`,
    [id, asked],
  )
  return id
}

const form = (slug: string) => `/werkplek/beoordelen/${slug}`

async function judge(page: Page, slug: string, point: number, reason: string): Promise<void> {
  await page.goto(form(slug))
  const scores = page.getByRole('group', { name: 'Uw score' })
  await expect(scores).toHaveCount(7)
  for (let index = 0; index < 7; index += 1) {
    await scores
      .nth(index)
      .getByRole('radio')
      .nth(point - 1)
      .check()
    await page.getByLabel('Waarom?').nth(index).fill(reason)
  }
  await page.getByRole('button', { name: 'Oordeel indienen' }).click()
  await expect(page.getByText('Uw oordeel is ingediend')).toBeVisible()
}

test('the owner asks, three assessors judge, one declines, and then everyone reads the panel @S-100', async ({
  page,
  browser,
}) => {
  const slug = 'werknemersnetwerk-neurodiversiteit'
  await enter(page, EDITOR)
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
  await expect(last).toHaveURL(/\/werkplek$/)
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

test('while a round is open no page shows its scores, save to who handed in @S-101', async ({
  page,
  browser,
}) => {
  const slug = 'snellere-start-sterkere-toekomst'
  await arrangeRound(slug, { asked: [email('limburg'), email('zeeland')] })
  const canary = 'Dit mag nog niemand lezen, behalve wie zelf oordeelde.'
  await enter(page, email('limburg'))
  await judge(page, slug, 5, canary)
  const [place] = await query<{ id: string }>('SELECT id::text FROM initiative WHERE slug = $1', [
    slug,
  ])
  const pages = [
    '/',
    '/initiatieven',
    `/initiatieven/${slug}`,
    `/en/initiatives/${slug}`,
    '/regios/groningen',
    '/methode',
    `/api/v1/initiatieven/${slug}`,
    '/werkplek',
    form(slug),
    `/werkplek/initiatieven/${place?.id ?? ''}/panel`,
  ]
  for (const who of [
    null,
    email('zeeland'),
    email('noord'),
    'redacteur.noord@voorbeeld.nl',
    'moderator@voorbeeld.nl',
    'beheerder@voorbeeld.nl',
  ]) {
    const reader = await someone(browser, who)
    for (const path of pages) {
      const response = await reader.request.get(path)
      expect(await response.text(), `${who ?? 'visitor'} on ${path}`).not.toContain(canary)
    }
    await reader.context().close()
  }
  await page.goto(`/initiatieven/${slug}`)
  await expect(page.getByText('U ziet ook de scores van de ronde die nog loopt')).toBeVisible()
  expect(await page.content()).toContain(canary)
})

test('a draft saves itself, and two tabs lose no text @S-102', async ({ page }) => {
  const slug = 'snellere-start-sterkere-toekomst'
  const round = await arrangeRound(slug, { asked: [email('zeeland')] })
  await enter(page, email('zeeland'))
  await page.goto(form(slug))
  const second = await page.context().newPage()
  await second.goto(form(slug))
  await page.getByLabel('Waarom?').first().fill('De tekst van het eerste tabblad.')
  await expect(page.getByText(/Opgeslagen om/)).toBeVisible({ timeout: 10_000 })
  // Typing goes on while a save is under way: nothing is put back.
  await page
    .getByLabel('Waarom?')
    .first()
    .pressSequentially(' En nog een zin erbij.', { delay: 150 })
  await expect(page.getByLabel('Waarom?').first()).toHaveValue(
    'De tekst van het eerste tabblad. En nog een zin erbij.',
  )
  await expect
    .poll(
      async () =>
        (
          await query<{ reason: string }>(
            `SELECT s.reason FROM assessment_score s JOIN assessment a ON a.id = s.assessment_id JOIN criterion c ON c.id = s.criterion_id WHERE a.round_id = $1 AND c.number = 1`,
            [round],
          )
        )[0]?.reason,
      { timeout: 10_000 },
    )
    .toBe('De tekst van het eerste tabblad. En nog een zin erbij.')
  await second.getByLabel('Waarom?').first().fill('De tekst van het tweede tabblad.')
  const conflict = second.getByRole('alert').filter({ hasText: 'De tekst van het eerste tabblad.' })
  await expect(conflict).toContainText('De tekst van het tweede tabblad.', { timeout: 10_000 })
  await expectAccessible(second)
  await send(second, 'Opslaan')
  await expect(second.getByText(/Opgeslagen om/)).toBeVisible()
  await expect(second.getByLabel('Waarom?').first()).toHaveValue('De tekst van het tweede tabblad.')
  expect(await query('SELECT 1 FROM assessment WHERE round_id = $1', [round])).toHaveLength(1)
})

test('an assessor judges with the keyboard alone @S-103', async ({ page }) => {
  const slug = 'voorschakeltraject-zorg'
  const round = await arrangeRound(slug, { asked: [email('limburg'), email('zeeland')] })
  await enter(page, email('limburg'))
  await page.goto(form(slug))
  await page.getByRole('radio', { name: 'Werknemers' }).focus()
  for (let index = 0; index < 7; index += 1) {
    // Not chosen yet, a group lets the keyboard in at its first radio; the arrows choose.
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Wij zien dit ook in onze regio.')
  }
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Oordeel indienen' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Uw oordeel is ingediend')).toBeVisible()
  expect(
    await query(
      `SELECT DISTINCT s.score FROM assessment_score s JOIN assessment a ON a.id = s.assessment_id WHERE a.round_id = $1 AND a.status = 'submitted'`,
      [round],
    ),
  ).toEqual([{ score: 3 }])
})

test('a conflict of interest needs a reason and closes the initiative for that assessor @S-104', async ({
  page,
  problems,
}) => {
  const slug = 'voorschakeltraject-zorg'
  await arrangeRound(slug, { asked: [email('zeeland')] })
  await enter(page, email('zeeland'))
  await page.goto(form(slug))
  await unfold(page.locator('main'), 'Lukt het niet')
  await page.getByLabel('Ik ben betrokken bij dit initiatief').check()
  await send(page, 'Doorgeven')
  await expect(page.getByText('Schrijf in een zin op hoe u betrokken bent.').first()).toBeVisible()
  await expect(page.getByLabel('Ik ben betrokken bij dit initiatief')).toBeChecked()
  await expectAccessible(page)
  await page.getByLabel('Toelichting').fill('Onze organisatie betaalt hieraan mee.')
  await page.getByRole('button', { name: 'Doorgeven' }).click()
  await expect(page).toHaveURL(/\/werkplek$/)
  expect((await page.goto(form(slug)))?.status()).toBe(404)
  await arrangeRound(slug)
  expect((await page.goto(form(slug)))?.status()).toBe(404)
  ignoreNotFound(problems)
})

test('a second look shows what others thought, and both judgements are kept @S-105', async ({
  page,
  browser,
  problems,
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
  expect((await newcomer.goto(form(slug)))?.status()).toBe(404)
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
  ignoreNotFound(problems)
})

test('the owner answers a score in public, changes it, and both versions are kept @S-106', async ({
  page,
  browser,
}) => {
  await enter(page, EDITOR)
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
  expect(await moderator.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    320,
  )
  await moderator.context().close()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an assessor saves a draft, is told what is missing, and keeps every word @S-108', async ({
    page,
  }) => {
    const slug = 'snellere-start-sterkere-toekomst'
    const round = await arrangeRound(slug, { asked: [email('brabant')] })
    await page.goto(`/inloggen?terug=${form(slug)}`)
    await fillSignIn(page, email('brabant'))
    await page.getByLabel('Waarom?').first().fill('Zonder script gaat dit ook.')
    await send(page, 'Oordeel indienen')
    await expect(page.getByText('Uw beoordeling is opgeslagen als concept.')).toBeVisible()
    await expect(page.getByLabel('Waarom?').first()).toHaveValue('Zonder script gaat dit ook.')
    await send(page, 'Opslaan')
    await expect(page.getByText(/Opgeslagen om/)).toBeVisible()
    expect(
      await query('SELECT status, version FROM assessment WHERE round_id = $1', [round]),
    ).toEqual([{ status: 'draft', version: 2 }])
  })
})
