import type { APIRequestContext } from '@playwright/test'
import { expect, expectAccessible, expectFits, expectWhole, query, test } from './fixtures'
import { addAdoption } from './initiatives'
import { readIn } from './figures-from-file'

const FIGURES = [
  ['/', 'grafiek-kaart'],
  ['/en/regions', 'grafiek-kaart'],
  ['/initiatieven?weergave=kaart', 'grafiek-kaart'],
  ['/doelgroepen/statushouders', 'grafiek-kaart'],
  ['/regios/midden-brabant/monitor?jaar=2026', 'grafiek-geld'],
  ['/regios/midden-brabant/welvaart', 'grafiek-welvaart'],
  ['/monitor/financiering', 'grafiek-kwartalen'],
  ['/methode', 'grafiek-scores'],
  ['/initiatieven/rangeerterrein', 'grafiek-criteria'],
  ['/initiatieven/rangeerterrein', 'grafiek-radar'],
  ['/initiatieven/werknemersnetwerk-neurodiversiteit', 'grafiek-overnames'],
  ['/vergelijken?i=rangeerterrein,switch-naar-techniek', 'grafiek-criteria'],
  ['/vergelijken?i=rangeerterrein,switch-naar-techniek', 'grafiek-radar'],
] as const

// Other tests take the adoptions of the examples away; this one is ours.
let adoption = ''
test.beforeAll(async () => {
  adoption = await addAdoption({
    initiative: 'werknemersnetwerk-neurodiversiteit',
    organisation: 'voorbeeld-regionaal-beraad-friesland',
    goal: 'Voor de kaart',
  })
})

test.afterAll(async () => {
  await query('DELETE FROM adoption WHERE id = $1::uuid', [adoption])
})

const file = (request: APIRequestContext, pagina: string, grafiek: string, soort: string) =>
  request.get(`/api/grafiek?${new URLSearchParams({ pagina, grafiek, soort }).toString()}`)
const bare = (text: string) => text.replace(/\s+/g, ' ').trim()

for (const [path, id] of FIGURES) {
  test(`${id} of ${path} can be had as a picture and as data, and both say what the page says @S-300`, async ({
    page,
  }) => {
    await page.goto(path)
    const figure = page.locator(`figure#${id}`)
    for (const fold of await page.locator(`details:has(figure#${id}) > summary`).all())
      await fold.click()
    const links = figure.locator('a[href^="/api/grafiek"]')
    const hrefs = await links.evaluateAll((all) =>
      all.map((link) => link.getAttribute('href') ?? ''),
    )
    const of = (kind: string) => hrefs.find((href) => href.endsWith(`soort=${kind}`))
    const svg = await page.request.get(of('svg') ?? 'geen')
    expect(svg.status()).toBe(200)
    expect(svg.headers()['content-security-policy']).toContain("default-src 'none'")
    const text = await svg.text()
    const read = await page.evaluate((source) => {
      const file = new DOMParser().parseFromString(source, 'image/svg+xml')
      return {
        fault: file.querySelector('parsererror') !== null,
        title: file.querySelector('title')?.textContent ?? '',
        width: file.documentElement.getAttribute('width'),
        words: [...file.querySelectorAll('text')].map((one) => one.textContent).join(' '),
        shapes: file.querySelectorAll('rect, path, circle, line').length,
      }
    }, text)
    expect(read).toMatchObject({
      fault: false,
      width: '1000',
      title: await figure.getAttribute('data-title'),
    })
    expect(read.shapes).toBeGreaterThan(5)
    expect(text).not.toMatch(/class=|href=|<script|style=|var\(--/)
    expect(bare(read.words)).toContain(path.startsWith('/en') ? 'made on' : 'gemaakt op')

    const png = await page.request.get(of('png') ?? 'geen')
    const picture = await png.body()
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    expect(picture.readUInt32BE(16)).toBe(2_000)
    expect(picture.length).toBeGreaterThan(10_000)

    const table = figure.locator('table')
    if ((await table.count()) === 0) return
    const rows = await table
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map(
          (row) => row.querySelector('th')?.innerText ?? row.querySelector('th')?.textContent ?? '',
        ),
      )
    const csv = await figure.locator('a', { hasText: 'CSV' }).getAttribute('href')
    const lines = (await (await page.request.get(csv ?? 'geen')).text()).trim().split('\r\n')
    expect(lines).toHaveLength(rows.length + 1)
    const xlsx = await figure.locator('a', { hasText: 'XLSX' }).getAttribute('href')
    expect((await (await page.request.get(xlsx ?? 'geen')).body()).subarray(0, 2).toString()).toBe(
      'PK',
    )
  })
}

test('the numbers of a picture and of its data are those of the page @S-301', async ({ page }) => {
  await page.goto('/monitor/financiering')
  const figure = page.locator('#grafiek-kwartalen')
  const bars = await figure
    .locator('ol[data-picture] > li')
    .evaluateAll((all) =>
      all.map((row) =>
        (row as HTMLElement).innerText.split('\n').filter((line) => line.trim() !== ''),
      ),
    )
  const svg = await (
    await file(page.request, '/monitor/financiering', 'grafiek-kwartalen', 'svg')
  ).text()
  expect(bars.length).toBeGreaterThan(4)
  const words = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join(' ')
  for (const line of bars.flat()) expect(words).toContain(line.trim())
  const csv = await (
    await file(page.request, '/monitor/financiering', 'grafiek-kwartalen', 'csv')
  ).text()
  expect(csv).toContain('Bedrag, voor zover bekend')
  expect(csv).toMatch(/€\s240\.000 \(voorbeeld\)/)
  const [sum] = await query<{
    streams: number
  }>(`SELECT count(*)::int AS streams FROM funding f LEFT JOIN initiative_search s ON s.initiative_id = f.initiative_id
    WHERE (f.measure_id IS NOT NULL OR s.initiative_id IS NOT NULL) AND f.ends_on BETWEEN date_trunc('quarter', current_date) AND date_trunc('quarter', current_date) + interval '2 years' - interval '1 day'`)
  const told = csv
    .trim()
    .split('\r\n')
    .filter((line) => / kwartaal \d{4};/.test(line))
    .reduce((all, line) => all + Number(line.split(';')[1]), 0)
  expect(told).toBe(sum?.streams)
})

test('only figures of public pages are given, and never of another host @S-302', async ({
  request,
}) => {
  const [draft] = await query<{ slug: string }>(
    `SELECT i.slug FROM initiative i WHERE NOT EXISTS (SELECT 1 FROM initiative_search s WHERE s.initiative_id = i.id) LIMIT 1`,
  )
  for (const [page, figure, kind, status] of [
    ['http://127.0.0.1:1/', 'grafiek-kaart', 'svg', 400],
    ['//elders.test/', 'grafiek-kaart', 'svg', 400],
    ['/../werkplek', 'grafiek-kaart', 'svg', 400],
    ['/api/v1/regios', 'grafiek-kaart', 'svg', 400],
    ['/werkplek', 'grafiek-kaart', 'png', 400],
    ['/', 'grafiek-kaart"><script>', 'svg', 400],
    ['/', 'grafiek-kaart', 'exe', 400],
    ['/', 'bestaat-niet', 'png', 404],
    ['/bestaat-niet', 'grafiek-kaart', 'svg', 404],
    ['/monitor/financiering/bestand?soort=csv', 'grafiek-kaart', 'csv', 404],
    [`/initiatieven/${draft?.slug ?? 'een-concept'}`, 'grafiek-criteria', 'svg', 404],
    ['/sitemap.xml', 'grafiek-kaart', 'svg', 404],
  ] as const) {
    const answer = await file(request, page, figure, kind)
    expect(answer.status(), `${page} ${figure} ${kind}`).toBe(status)
    expect(answer.headers()['content-type']).toContain('application/problem+json')
  }
  expect((await request.get('/api/grafiek?pagina=/')).status()).toBe(400)
  expect(
    (await request.get(`/api/grafiek?pagina=/&grafiek=grafiek-kaart&soort=svg&meer=1`)).status(),
  ).toBe(400)
  expect(
    (await request.post('/api/grafiek?pagina=/&grafiek=grafiek-kaart&soort=svg')).status(),
  ).toBe(405)
})

test('the links under a figure are named, and fit a small screen @S-303', async ({ page }) => {
  await page.goto('/regios/midden-brabant/welvaart')
  for (const kind of ['SVG', 'PNG', 'CSV', 'XLSX'])
    await expect(
      page
        .locator('#grafiek-welvaart')
        .getByRole('link', { name: `${kind} van Hoeveel mensen zorgen` }),
    ).toHaveCount(1)
  await expectAccessible(page)
  await expectFits(page)
})

async function readLines(
  title: string,
  indicator: string,
  rows: readonly string[],
): Promise<string> {
  const slug = `e2e-lijnen-${crypto.randomUUID().slice(0, 8)}`
  await readIn({ slug, title, indicator, rows: ['Regio;Jaar;Aantal;Status', ...rows] })
  return slug
}

test('figures of several years are drawn as lines with honest gaps, and one area stands out @S-304', async ({
  page,
}) => {
  const rows = ['Twente', 'Zeeland', 'Drenthe', 'Groningen'].flatMap((region, at) =>
    [2019, 2020, 2021, 2023, 2024, 2025].map(
      (year) =>
        `${region};${year};${1_000 * (at + 1) + (year - 2019) * 150};${year === 2025 ? 'Voorlopig' : 'Definitief'}`,
    ),
  )
  const slug = await readLines('Lijnen van de proef', 'aow-leeftijd', [
    ...rows,
    'Twente;2022;1.450;Definitief',
  ])

  await page.goto('/cijfers/aow-leeftijd')
  await page
    .getByLabel('Laat dit gebied eruit springen')
    .selectOption({ label: 'Twente (arbeidsmarktregio)' })
  await page.getByRole('button', { name: 'Toon' }).click()
  await expect(page).toHaveURL(/gebied=AM\d+/)
  const figure = page.locator(`#grafiek-${slug}`)
  await expect(figure.getByText('Twente (arbeidsmarktregio): 1.900 in 2025')).toBeVisible()
  await expect(figure.getByText('3 andere gebieden')).toBeVisible()
  const drawing = figure.getByRole('img', { name: /door de tijd, 4 gebieden/ })
  // Twente has every year and is one line; the three others stop where 2022 is missing.
  await expect(drawing.locator('polyline.stroke-green')).toHaveCount(1)
  await expect(drawing.locator('polyline.stroke-edge')).toHaveCount(6)
  await expect(drawing.locator('circle.fill-paper')).toHaveCount(1)
  await page.setViewportSize({ width: 1280, height: 900 })
  await expectWhole(page)
  const svg = await (
    await page.request.get(
      (await figure.locator('a[href$="soort=svg"]').getAttribute('href')) ?? 'geen',
    )
  ).text()
  expect(svg).toContain('Twente (arbeidsmarktregio): 1.900 in 2025')
  const csv = await (
    await page.request.get(
      (await figure.locator('a[href$="soort=csv"]').getAttribute('href')) ?? 'geen',
    )
  ).text()
  expect(csv).toMatch(/Twente \(arbeidsmarktregio\);.*;1450;/)
})

test('one looks further back than a page shows by itself, and pictures and data go along @S-342', async ({
  page,
}) => {
  const years = Array.from({ length: 31 }, (_, index) => 1995 + index)
  const slug = await readLines(
    'Lange lijnen van de proef',
    'max-uren-student-buiten-eu',
    ['Twente', 'Zeeland'].flatMap((region) =>
      years.map((year) => `${region};${String(year)};${String(year - 1_900)};Definitief`),
    ),
  )
  await page.goto('/cijfers/max-uren-student-buiten-eu')
  const figure = page.locator(`#grafiek-${slug}`)
  const columns = figure.locator('table th[scope=col]')
  await expect(columns).toHaveCount(13)
  await expect(page.getByText('Er zijn ook oudere cijfers.')).toBeVisible()
  await page.getByLabel('Hoe ver terug').selectOption({ label: 'Laatste 24 perioden' })
  await page.getByRole('button', { name: 'Toon' }).click()
  await expect(page).toHaveURL(/terug=24/)
  await expect(columns).toHaveCount(25)
  await page.getByLabel('Hoe ver terug').selectOption({ label: 'Alles wat er is' })
  await page.getByRole('button', { name: 'Toon' }).click()
  await expect(columns).toHaveCount(32)
  await expect(page.getByText('Er zijn ook oudere cijfers.')).toHaveCount(0)
  await expect(figure.getByRole('img').getByText('1995')).toBeVisible()
  await page.setViewportSize({ width: 1280, height: 900 })
  await expectWhole(page)
  const csv = await (
    await page.request.get(
      (await figure.locator('a[href$="soort=csv"]').getAttribute('href')) ?? 'geen',
    )
  ).text()
  expect(csv).toContain('1995')
  await page.goto('/cijfers/max-uren-student-buiten-eu?terug=1e9')
  await expect(columns).toHaveCount(13)
})
