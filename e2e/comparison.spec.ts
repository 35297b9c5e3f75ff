import type { APIResponse } from '@playwright/test'
import { unpackBounded } from '../lib/base/files/archive'
import { enter, expect, expectAccessible, PEOPLE, query, test } from './fixtures'

const TWO = 'rangeerterrein,switch-naar-techniek'
const FOUR = `${TWO},voorschakeltraject-zorg,ontdek-wat-jij-in-huis-hebt`

async function scoresIn(answer: APIResponse, column: 'B' | 'C'): Promise<string[]> {
  const parts = await unpackBounded(await answer.body())
  const text = (name: string) => parts.get(name)?.toString() ?? ''
  const words = [...text('xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)]
  const cells = text('xl/worksheets/sheet2.xml').matchAll(
    new RegExp(`<c r="${column}\\d+"[^>]*><v>(\\d+)</v>`, 'g'),
  )
  return [...cells].map(([, at]) => words[Number(at)]?.[1] ?? '').slice(1)
}
const HIDDEN = Array.from({ length: 7 }, () => 'niet beoordeeld')

test('four initiatives stand side by side, on one sheet and in a file @S-200', async ({ page }) => {
  await page.goto(`/vergelijken?i=${FOUR}`)
  await expect(
    page.getByRole('heading', { level: 1, name: 'Vier initiatieven vergelijken' }),
  ).toBeVisible()
  await expect(page.getByRole('columnheader')).toHaveCount(5)
  const groups = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: /^Doelgroepen/ }) })
  await expect(groups).toContainText('Verschilt')
  await expect(groups).toContainText('Zij-instromers')
  await expect(
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^Drijfveren/ }) }),
  ).toContainText('Gedeeld: Ontwikkeling')
  await page.getByText('Bekijk als radar').click()
  await expect(
    page.getByText('Een grotere vorm is niet een beter initiatief', { exact: false }),
  ).toBeVisible()
  await page.getByText('Bekijk als tabel').click()
  await expect(page.getByRole('region', { name: 'Scores per criterium' })).toBeVisible()
  await expectAccessible(page)

  const sheet = await page.pdf({ preferCSSPageSize: true })
  expect(sheet.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1)

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download als Excel-bestand' }).click()
  expect((await download).suggestedFilename()).toBe('vergelijking.xlsx')

  await page.setViewportSize({ width: 320, height: 800 })
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
    .toBeLessThanOrEqual(320)
  await expect(
    page.getByRole('link', { name: 'Rangeerterrein Midden-Brabant', exact: true }),
  ).toBeVisible()
  await page.goto(`/en/compare?i=${TWO}`)
  await expect(
    page.getByRole('heading', { level: 1, name: 'Compare two initiatives' }),
  ).toBeVisible()
})

test('what cannot be compared is said, and none or one helps on @S-201', async ({ page }) => {
  await page.goto(`/vergelijken?i=${TWO},bestaat-niet,%3Cb%3E`)
  await expect(page.getByText('‘bestaat-niet’, ‘<b>’.', { exact: false })).toBeVisible()
  await expect(
    page.getByRole('heading', { level: 1, name: 'Twee initiatieven vergelijken' }),
  ).toBeVisible()
  await page.goto(`/vergelijken?i=${FOUR},werknemersnetwerk-neurodiversiteit`)
  await expect(
    page.getByText('Niet meegenomen: ‘werknemersnetwerk-neurodiversiteit’.'),
  ).toBeVisible()
  await expect(
    page.getByText('Haal er een weg om een ander te kiezen.', { exact: false }),
  ).toBeVisible()
  await page.goto('/vergelijken')
  await expect(
    page.getByRole('heading', { level: 1, name: 'Vergelijk initiatieven' }),
  ).toBeVisible()
  await expectAccessible(page)
  await page.goto('/vergelijken?i=rangeerterrein')
  await expect(
    page.getByRole('heading', { level: 1, name: 'Kies nog een initiatief om te vergelijken' }),
  ).toBeVisible()
  await expectAccessible(page)
  expect((await page.request.get('/vergelijken/bestand?i=bestaat-niet')).status()).toBe(404)
})

test('a selection collects candidates by keyboard and never covers the focus @S-202', async ({
  page,
}) => {
  const put = async (slug: string) => {
    await page.goto(`/initiatieven/${slug}`)
    const button = page.getByRole('button', { name: /^Vergelijk/ })
    await button.focus()
    await page.keyboard.press('Enter')
  }
  await put('rangeerterrein')
  await expect(
    page.getByRole('status').filter({
      hasText: 'Rangeerterrein Midden-Brabant ligt klaar om te vergelijken, 1 van de 4.',
    }),
  ).toBeAttached()
  const selection = page.getByRole('region', { name: /^Klaar om te vergelijken/ })
  await expect(selection).toContainText('Kies er nog een.')
  await put('switch-naar-techniek')
  await expect(selection).toContainText('2 van de 4')
  await expectAccessible(page)

  await page.evaluate(() => document.getElementById('main')?.focus())
  for (let stop = 0; stop < 40; stop += 1) {
    await page.keyboard.press('Tab')
    const covered = await page.evaluate(() => {
      const [focus, bar] = [document.activeElement, document.querySelector('.compare-selection')]
      if (!focus || !bar || bar.contains(focus)) return false
      const [a, b] = [focus.getBoundingClientRect(), bar.getBoundingClientRect()]
      return a.height > 0 && a.top >= b.top && a.bottom <= b.bottom
    })
    expect(covered).toBe(false)
  }
  await page.getByRole('button', { name: 'Switch naar Techniek weghalen' }).press('Enter')
  await expect(selection).toContainText('1 van de 4')
  await expect(page.getByRole('heading', { name: /^Klaar om te vergelijken/ })).toBeFocused()
  await page.getByRole('button', { name: /^Vergelijk/ }).press('Enter')
  await selection.getByRole('link', { name: 'Vergelijk' }).press('Enter')
  await expect(page).toHaveURL(/\/vergelijken\?i=rangeerterrein(,|%2C)switch-naar-techniek$/)
  await expect(
    page.getByRole('heading', { level: 1, name: 'Twee initiatieven vergelijken' }),
  ).toBeVisible()
  await expect(selection).toHaveCount(0)
  expect(await page.context().cookies()).toEqual([])
})

test('a link that says Vergelijk or Monitor is named after what it is about @S-388', async ({
  page,
}) => {
  await page.goto('/initiatieven/switch-naar-techniek')
  const similar = page.getByRole('region', { name: 'Wat hierop lijkt' })
  const title = (await similar.getByRole('heading', { level: 3 }).first().innerText()).trim()
  await expect(
    similar.getByRole('link', { name: `Vergelijk: ${title}`, exact: true }),
  ).toBeVisible()
  await page.goto('/monitor/regios')
  for (const act of ['Monitor', 'Vergelijk'])
    await expect(
      page.getByRole('link', { name: `${act}: Midden-Brabant`, exact: true }).first(),
    ).toBeVisible()
  await page.goto('/monitor')
  await expect(
    page.getByRole('link', { name: 'Verfijn: Nieuwkomers', exact: true }).first(),
  ).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('search, choose, compare and take away @S-203', async ({ page }) => {
    await page.goto('/initiatieven/rangeerterrein')
    await page
      .getByRole('link', { name: 'Vergelijk Rangeerterrein Midden-Brabant', exact: true })
      .click()
    await expect(
      page.getByRole('heading', { level: 1, name: 'Kies nog een initiatief om te vergelijken' }),
    ).toBeVisible()
    await page.getByLabel('Zoek een initiatief').fill('techniek')
    await page.getByRole('main').getByRole('button', { name: 'Zoeken' }).click()
    await page.getByRole('link', { name: 'Vergelijk ook Switch naar Techniek' }).click()
    await expect(
      page.getByRole('heading', { level: 1, name: 'Twee initiatieven vergelijken' }),
    ).toBeVisible()
    await page.getByRole('link', { name: 'Weghalen Rangeerterrein Midden-Brabant' }).click()
    await expect(
      page.getByRole('heading', { level: 1, name: 'Kies nog een initiatief om te vergelijken' }),
    ).toBeVisible()
    await expect(
      page.getByRole('link', { name: 'Switch naar Techniek', exact: true }),
    ).toBeVisible()
  })
})

test('an assessor compares without the panel that is still hidden @S-204', async ({ page }) => {
  const address = '/vergelijken/bestand?i=switch-naar-techniek,rangeerterrein'
  const open = await page.request.get(address)
  const others = await scoresIn(open, 'C')
  expect(others).toHaveLength(7)
  expect(await scoresIn(open, 'B')).not.toEqual(HIDDEN)
  await page.goto(`/vergelijken?i=${TWO}`)
  await expect(page.getByText(/^B: [1-5]/).first()).toBeVisible()
  const assessor = `${crypto.randomUUID()}@voorbeeld.nl`
  await query(
    `WITH person AS (INSERT INTO app_user (id, email, name, password_hash) SELECT gen_random_uuid(), $1, 'Beoordelaar die nog niets beoordeelde', password_hash FROM app_user WHERE email = $2 RETURNING id)
    INSERT INTO membership (user_id, organisation_id, role) SELECT person.id, o.id, 'assessor' FROM person, organisation o WHERE o.slug = 'secretariaat-ser-zeeland'`,
    [assessor, PEOPLE.assessor],
  )
  try {
    await enter(page, assessor)
    await page.goto(`/vergelijken?i=${TWO}`)
    await expect(
      page.getByText('ziet u de scores van anderen nog niet', { exact: false }),
    ).toBeVisible()
    // Switch naar Techniek has an open round; the round of Rangeerterrein has ended and is public.
    await expect(page.getByText(/^B: [1-5]/)).toHaveCount(0)
    await expect(page.getByText(/^A: [1-5]/).first()).toBeVisible()
    const answer = await page.request.get(address)
    expect(answer.headers()['cache-control']).toBe('no-store')
    expect(await scoresIn(answer, 'B')).toEqual(HIDDEN)
    expect(await scoresIn(answer, 'C')).toEqual(others)
  } finally {
    await query(
      'DELETE FROM membership WHERE user_id = (SELECT id FROM app_user WHERE email = $1)',
      [assessor],
    )
  }
})
