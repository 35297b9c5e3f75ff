import { createHash } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { unpackBounded } from '../lib/base/files/archive'
import { expect, expectWhole, query, send, signInAs, test, unfold, wordParts } from './fixtures'
import { libreOffice, openedByLibreOffice } from './office'
import { readPrinted } from './printed'

const FILE = (slug: string, kind: string, year = 2026) =>
  `/api/monitor/${slug}/bestuursstuk.${kind}?jaar=${String(year)}&taal=nl`
const MARK = /Kenmerk van dit stuk: ([0-9a-f]{12})/

async function bytes(request: APIRequestContext, path: string): Promise<Buffer> {
  const answer = await request.get(path, { timeout: 90_000 })
  expect(answer.status(), path).toBe(200)
  return answer.body()
}

test('a paper for a table: tagged, numbered pages, none mostly white, its making told @S-640', async ({
  page,
  request,
}) => {
  await page.goto('/regios/drenthe/monitor?jaar=2026')
  await page.getByRole('link', { name: 'Bekijk het bestuursstuk' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Gevraagd besluit' })).toBeVisible()
  await expectWhole(page)
  const told: string[] = []
  await page.exposeFunction('tell', (text: string) => told.push(text))
  await page
    .locator('[role=status]')
    .first()
    .evaluate((status) => {
      const { tell } = globalThis as unknown as { tell: (text: string) => void }
      new MutationObserver(() => tell(status.textContent)).observe(status, {
        childList: true,
        characterData: true,
        subtree: true,
      })
    })
  await page.route('**/bestuursstuk.pdf*', (route) =>
    route.request().resourceType() === 'document'
      ? route.fulfill({ contentType: 'text/html', body: '<title>PDF</title>' })
      : route.continue(),
  )
  await page.getByRole('link', { name: 'Bestuursstuk als PDF' }).click()
  await expect(page).toHaveTitle('PDF')
  expect(told.join(' ')).toMatch(/wordt gemaakt[\s\S]*gegevens worden[\s\S]*pagina’s worden/)
  const lines = await request.get(FILE('drenthe', 'pdf', 2025), {
    headers: { accept: 'application/x-ndjson' },
  })
  const named = (await lines.text()).trim().split('\n')
  expect(named.map((line) => (JSON.parse(line) as { step: string }).step)).toEqual([
    'waiting',
    'reading',
    'printing',
    'done',
  ])

  // A region with goals of a larger area, and one of which nothing is known.
  for (const [slug, name] of [
    ['drenthe', 'Drenthe'],
    ['flevoland', 'Flevoland'],
  ] as const) {
    const { isTagged, pages } = await readPrinted(await bytes(request, FILE(slug, 'pdf')))
    expect(isTagged).toBe(true)
    pages.forEach(({ text, filled, sizes }, at) => {
      expect(text).toContain(`Beleidsmonitor ${name} 2026`)
      expect(text).toMatch(/Gegevens van \d{1,2} [a-z]+ 20\d\d/)
      expect(text).toContain(`Pagina ${String(at + 1)} van ${String(pages.length)}`)
      const isLast = at === pages.length - 1
      expect(filled, `${slug}, page ${String(at + 1)}`).toBeGreaterThan(isLast ? 0.3 : 0.6)
      // 9 points, as far as a drawing on paper is exact.
      expect(Math.min(...sizes)).toBeGreaterThan(8.9)
    })
    const roles = pages.flatMap((one) => one.roles)
    expect(roles).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'LI']))
    const text = pages.map((one) => one.text).join(' ')
    for (const words of ['De stand in drie zinnen', 'Voorstel, gemaakt uit de gegevens', 'Bronnen'])
      expect(text).toContain(words)
    expect(text).not.toContain('Ga naar de inhoud')
  }
})

test('Word and slides hold the paper of the same mark, and LibreOffice opens them @S-641', async ({
  request,
}) => {
  libreOffice(test.info())
  // This region has examples: they say so and count nowhere.
  const slug = 'midden-brabant'
  const [word, slides] = [
    await bytes(request, FILE(slug, 'docx')),
    await bytes(request, FILE(slug, 'pptx')),
  ]
  const { document, styles } = await wordParts(word)
  for (const part of ['Heading1', 'Heading2', 'Title', 'Caption', 'w:tblHeader'])
    expect(document).toContain(part)
  expect(styles).toContain('nl-NL')
  const parts = await unpackBounded(word)
  const footer = [...parts].find(([name]) => name.startsWith('word/footer'))?.[1].toString('utf8')
  expect(footer).toMatch(/PAGE[^A-Z][\s\S]*NUMPAGES/)
  const marks: (string | undefined)[] = []
  for (const [name, content] of [
    ['stuk.docx', word],
    ['stuk.pptx', slides],
  ] as const) {
    const { pages } = await readPrinted(await openedByLibreOffice(name, content, 'pdf'))
    const text = pages.map((one) => one.text).join(' ')
    marks.push(MARK.exec(text)?.[1])
    for (const words of ['Beleidsmonitor Midden-Brabant 2026', 'Gevraagd besluit', 'Voorbeeld'])
      expect(text).toContain(words)
    expect(text).toContain('bevat verzonnen voorbeelden')
    expect(text).toMatch(/Gegevens van \d{1,2} [a-z]+ 20\d\d/)
    if (name === 'stuk.pptx') expect(pages.length).toBeLessThanOrEqual(8)
  }
  expect(marks[0]).toMatch(/^[0-9a-f]{12}$/)
  expect(marks[1]).toBe(marks[0])
})

test('what was decided on is fetched again, unchanged, with what the board decided @S-642', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  const [slug, year] = ['west-brabant', 2031]
  const monitor = `/regios/${slug}/monitor?jaar=${String(year)}`
  await signInAs(page, 'editor')
  await page.goto(`/werkplek/regios/${slug}?jaar=${String(year)}`)
  const asked = page.locator('#gevraagd-besluit')
  await expect(asked.getByRole('heading', { name: 'Het voorstel uit de gegevens' })).toBeVisible()
  await asked.getByLabel('Gevraagd besluit').fill('Stem in met de agenda van 2031.')
  await send(page, 'Opslaan', asked)
  await expect(asked.getByText(/Opgeslagen om/)).toBeVisible()

  await page.goto(monitor)
  const section = page.locator('#bestuursstukken')
  await expect(section.getByText('nog geen stuk vastgelegd')).toBeVisible()
  await send(page, 'Leg vast voor het bestuur', section)
  await expect(section.getByText('Stem in met de agenda van 2031.')).toBeVisible({
    timeout: 60_000,
  })
  const links = section.getByRole('link', { name: /van het stuk van/ })
  await expect(links).toHaveCount(3)
  const pdf = await links.filter({ hasText: 'PDF' }).getAttribute('href')
  const before = await bytes(page.request, pdf ?? '')
  const hash = createHash('sha256').update(before).digest('hex')
  await expect(section.getByText(hash)).toHaveCount(1)
  expect((await readPrinted(before)).pages[0]?.text).toContain('Stem in met de agenda van 2031.')

  // The data change; what lay on the table does not.
  await query(`UPDATE paper_request SET text = 'Iets anders.' WHERE year = $1`, [String(year)])
  await expect
    .poll(async () =>
      (await (await page.request.get(monitor.replace('?', '/bestuursstuk?'))).text()).includes(
        'Iets anders.',
      ),
    )
    .toBe(true)
  const after = await bytes(page.request, pdf ?? '')
  expect(createHash('sha256').update(after).digest('hex')).toBe(hash)

  await page.reload()
  await unfold(section, 'Voeg het besluit van het bestuur toe')
  await section.getByLabel('Datum van het besluit').fill('2099-01-01')
  await section.getByLabel('Wat besloot het bestuur?').fill('Akkoord, met een tussenstand in juni.')
  await send(page, 'Toevoegen', section)
  await expect(section.getByText('Deze dag ligt in de toekomst').first()).toBeVisible()
  await section.getByLabel('Datum van het besluit').fill('2026-01-15')
  await send(page, 'Toevoegen', section)
  await expect(section.getByText('Besluit van het bestuur op 15 januari 2026')).toBeVisible()
  await expectWhole(page)

  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await visitor.goto(monitor)
  await expect(visitor.getByText('Akkoord, met een tussenstand in juni.')).toBeVisible()
  await expect(visitor.getByRole('button', { name: 'Leg vast voor het bestuur' })).toHaveCount(0)
  expect((await visitor.request.get(pdf ?? '')).status()).toBe(200)
  await visitor.context().close()
})
