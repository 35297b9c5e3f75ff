import { enter, expect, expectAccessible, query, send, someone, test, unfold } from './fixtures'
import { email, arrangeRound, form, judge } from './rounds'

test.describe.configure({ timeout: 120_000 })

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
    await Promise.all(
      pages.map(async (path) => {
        const response = await reader.request.get(path)
        expect(await response.text(), `${who ?? 'visitor'} on ${path}`).not.toContain(canary)
      }),
    )
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
  await expect(page.getByText(/^Doorgegeven: u beoordeelt/)).toBeVisible()
  expect((await page.request.get(form(slug))).status()).toBe(404)
  await arrangeRound(slug)
  expect((await page.request.get(form(slug))).status()).toBe(404)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an assessor saves a draft, is told what is missing, and keeps every word @S-108', async ({
    page,
  }) => {
    const slug = 'snellere-start-sterkere-toekomst'
    const round = await arrangeRound(slug, { asked: [email('brabant')] })
    await enter(page, email('brabant'))
    await page.goto(form(slug))
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
