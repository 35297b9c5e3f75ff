import type { APIRequestContext, Page } from '@playwright/test'
import {
  expect,
  expectAccessible,
  expectFits,
  query,
  send,
  signInAs,
  signOut,
  test,
  unfold,
  unique,
  wordParts,
} from './fixtures'

const YEAR = 2026
const REGION = 'zuidoost-brabant'
const DESK = `/werkplek/regios/${REGION}?jaar=${YEAR}`

async function addGoal(page: Page, title: string): Promise<void> {
  await unfold(page.locator('#doelen'), 'Een doel toevoegen')
  await page.getByLabel('Doel', { exact: true }).fill(title)
  await send(
    page,
    'Toevoegen',
    page.locator('#doelen details').filter({ hasText: 'Een doel toevoegen' }),
  )
  await page.goto(DESK)
}

async function addMeasure(page: Page, title: string, goal: string): Promise<void> {
  await unfold(page.locator('#doelen'), 'Een maatregel toevoegen')
  await page.getByLabel('Hoort bij doel').selectOption(goal)
  await page.getByLabel('Maatregel', { exact: true }).fill(title)
  await send(
    page,
    'Toevoegen',
    page.locator('#doelen details').filter({ hasText: 'Een maatregel toevoegen' }),
  )
  await page.goto(DESK)
}

async function pdfText(
  request: APIRequestContext,
  path: string,
): Promise<{ text: string; tagged: boolean; language: string | null }> {
  const answer = await request.get(path, { timeout: 60_000 })
  expect(answer.status()).toBe(200)
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const file = await getDocument({ data: new Uint8Array(await answer.body()), verbosity: 0 })
    .promise
  const pages = await Promise.all(
    Array.from({ length: file.numPages }, async (_, index) => {
      const content = await (await file.getPage(index + 1)).getTextContent()
      return content.items.map((item) => ('str' in item ? item.str : '')).join(' ')
    }),
  )
  const info = await file.getMetadata()
  const mark = (await file.getMarkInfo()) as { Marked?: boolean } | null
  return {
    text: pages.join(' ').replace(/\s+/g, ' '),
    tagged: mark?.Marked ?? false,
    language: (info.info as { Language?: string | null }).Language ?? null,
  }
}

test('the yearly review: from goal to signed verdict to board paper @S-180', async ({ page }) => {
  test.setTimeout(180_000)
  const goal = unique('Meer mensen aan het werk')
  const measure = unique('Coaches op de werkvloer')
  await signInAs(page, 'editor')
  await page.goto('/werkplek')
  await page.getByRole('link', { name: 'Zuidoost-Brabant' }).click()
  await page.goto(DESK)
  await addGoal(page, goal)
  await addMeasure(page, measure, goal)
  await unfold(page.locator('#doelen'), 'Geld voor een maatregel toevoegen')
  await page.getByLabel('Wie geeft het geld').fill('Gemeente Eindhoven')
  await page.getByLabel('Soort geld').selectOption('Gemeentelijk budget')
  await page.getByLabel("Bedrag in euro's").fill('123.456')
  await page.getByLabel('Voor maatregel').selectOption(measure)
  await send(
    page,
    'Toevoegen',
    page.locator('#doelen details').filter({ hasText: 'Geld voor een maatregel toevoegen' }),
  )
  await page.goto(DESK)
  await expectAccessible(page)
  await expectFits(page)

  await page.getByRole('link', { name: new RegExp(`Oordeel over ${YEAR}.*${measure}`) }).click()
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(measure) })).toBeVisible()
  const measured = page.getByRole('region', { name: 'Wat er gemeten is' })
  await expect(measured).toContainText('loopt nog geen gepubliceerd initiatief')
  // Only for a moment, because other tests read this initiative.
  const pair = `INSERT INTO initiative_measure (initiative_id, measure_id) SELECT i.id, m.id FROM initiative i, policy_measure m WHERE i.slug = 'rangeerterrein' AND m.title = $1`
  await query(pair, [measure])
  await page.reload()
  await query(
    'DELETE FROM initiative_measure WHERE measure_id IN (SELECT id FROM policy_measure WHERE title = $1)',
    [measure],
  )
  await expect(
    measured.getByRole('link', { name: 'Rangeerterrein Midden-Brabant' }),
  ).toHaveAttribute('href', '/initiatieven/rangeerterrein/monitor')
  await expect(measured).toContainText('60')
  await expectAccessible(page)
  await expectFits(page)
  await page
    .getByLabel('Wat moet deze maatregel dit jaar opleveren?')
    .fill('Dertig mensen vinden werk.')
  await send(page, 'Opslaan', page.locator('#verwachting'))
  await page.reload()
  await send(page, 'Verwachting tekenen')
  await page.reload()
  await expect(page.getByLabel('Wat moet deze maatregel dit jaar opleveren?')).toHaveCount(0)
  await page.getByLabel('Wat is er gezien?').fill('Twaalf mensen vonden werk.')
  await page.getByLabel('Hoe zeker is dit?').selectOption('Weinig zekerheid')
  await page.getByLabel('Wat besluit de regio?').selectOption('Nog niet vast te stellen')
  await send(page, 'Opslaan', page.locator('#oordeel'))
  await page.reload()
  await expect(page.getByText('Voor het tekenen ontbreekt nog: de reden.')).toBeVisible()
  await page.getByLabel('Waarom dit besluit?').fill('De maatregel loopt pas vijf maanden.')
  await send(page, 'Opslaan', page.locator('#oordeel'))
  await page.reload()
  await expectAccessible(page)
  await expectFits(page)
  await send(page, 'Oordeel tekenen')
  await page.reload()
  await page.getByLabel('Geleding', { exact: true }).selectOption('Werkgevers')
  await page.getByLabel('Reactie', { exact: true }).fill('Het scheelt tijd op de werkvloer.')
  await send(page, 'Reactie toevoegen')
  await signOut(page)

  await page.goto(`/regios/${REGION}/monitor?jaar=${YEAR}`)
  const article = page.locator('#oordelen li').filter({ hasText: measure }).first()
  for (const words of [
    'Dertig mensen vinden werk.',
    'Twaalf mensen vonden werk.',
    'Nog niet vast te stellen',
    'Het scheelt tijd op de werkvloer.',
  ])
    await expect(article).toContainText(words)
  await expect(page.locator('#geld figure')).toContainText('123.456')
  await expectAccessible(page)
  const lead = (await page.locator('header p').filter({ hasText: 'geldstro' }).innerText()).replace(
    /\s+/g,
    ' ',
  )

  const query_ = `?jaar=${YEAR}&taal=nl`
  const { document, styles, core } = await wordParts(
    await (await page.request.get(`/api/monitor/${REGION}/bestuursstuk.docx${query_}`)).body(),
  )
  const plain = document
    .replace(/<\/w:p>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&apos;', "'")
    .replace(/\s+/g, ' ')
  for (const words of [
    lead,
    measure,
    'Twaalf mensen vonden werk.',
    '123.456',
    'Nog niet vast te stellen',
  ])
    expect(plain).toContain(words)
  expect(document).toContain('w:tblHeader')
  expect(document).toContain('Heading1')
  expect(styles).toContain('nl-NL')
  expect(core).toContain('Beleidsmonitor Zuidoost-Brabant 2026')

  const pdf = await pdfText(page.request, `/api/monitor/${REGION}/bestuursstuk.pdf${query_}`)
  for (const words of [lead, measure, 'Twaalf mensen vonden werk.', '123.456'])
    expect(pdf.text).toContain(words)
  expect(pdf.tagged).toBe(true)

  const csv = await (await page.request.get(`/api/monitor/${REGION}/geld.csv${query_}`)).text()
  expect(csv.startsWith('\uFEFF')).toBe(true)
  expect(csv).toContain(`Gemeente Eindhoven;${measure};`)
  expect(csv).toContain(';123456;')
  expect(
    await (
      await page.request.get(
        `/api/grafiek?${new URLSearchParams({ pagina: `/regios/${REGION}/monitor?jaar=${YEAR}`, grafiek: 'grafiek-geld', soort: 'svg' }).toString()}`,
      )
    ).text(),
  ).toContain('Gemeente Eindhoven')
})

test('sixteen papers asked for by a stranger keep nobody else from theirs @S-364', async ({
  page,
  browser,
  request,
}) => {
  test.setTimeout(120_000)
  const address = (year: number) =>
    `/api/monitor/midden-brabant/bestuursstuk.pdf?jaar=${String(year)}&taal=nl`
  await signInAs(page, 'editor')
  const strangers = Array.from({ length: 16 }, (_, n) =>
    request.get(address(2030 + n), { headers: { accept: 'text/html' }, timeout: 90_000 }),
  )
  const refused = await Promise.any(
    strangers.map(async (asked) => {
      const answer = await asked
      if (answer.status() !== 429) throw new Error('printed')
      return answer
    }),
  )
  expect((await page.request.get(address(2029), { timeout: 90_000 })).status()).toBe(200)
  const answers = await Promise.all(strangers)
  expect(new Set(answers.map((answer) => answer.status()))).toEqual(new Set([200, 429]))
  expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(0)

  const visitor = await (
    await browser.newContext({ viewport: { width: 320, height: 700 } })
  ).newPage()
  const [body, headers] = [await refused.body(), refused.headers()]
  await visitor.route('**/bestuursstuk.pdf*', (route) =>
    route.fulfill({ status: 429, headers, body }),
  )
  await visitor.goto(address(2030))
  await expect(
    visitor.getByRole('heading', { level: 1, name: 'Er wordt al een PDF gemaakt' }),
  ).toBeVisible()
  await expect
    .poll(() => visitor.evaluate(() => document.documentElement.scrollWidth))
    .toBeLessThanOrEqual(320)
  await expectAccessible(visitor)
  await visitor.getByRole('link', { name: 'Naar de pagina zelf' }).click()
  await expect(visitor).toHaveURL(/\/regios\/midden-brabant\/monitor\/bestuursstuk\?jaar=20\d\d$/)
  await visitor.context().close()
  expect((await request.get(address(2029))).status()).toBe(200)
})

test('two editors at once: the second sees both texts of a goal @S-184', async ({
  page,
  browser,
}) => {
  const goal = unique('Samen schrijven aan een doel')
  await signInAs(page, 'editor')
  await page.goto(DESK)
  await addGoal(page, goal)
  const second = await (await browser.newContext()).newPage()
  await signInAs(second, 'editor')
  for (const one of [page, second]) {
    await one.goto(DESK)
    await one.getByRole('link', { name: `${goal} wijzigen` }).click()
    await expect(one.getByLabel('Doel', { exact: true })).toHaveValue(goal)
  }
  await page.getByLabel('Toelichting').fill('Van de eerste.')
  await send(page, 'Opslaan')
  await expect(page.getByText(/Opgeslagen om/)).toBeVisible()
  await second.getByLabel('Toelichting').fill('Van de tweede.')
  await send(second, 'Opslaan')
  await expect(second.getByRole('alert').filter({ hasText: 'Van de eerste.' })).toContainText(
    'Van de tweede.',
  )
  await expect(second.getByLabel('Toelichting')).toHaveValue('Van de tweede.')
  await second.context().close()
})
