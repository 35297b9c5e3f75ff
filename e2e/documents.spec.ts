import { docxOfXml, hostileFiles, wordParagraph } from '../lib/base/testing/documents/hostile'
import { examples } from '../lib/base/testing/documents/examples'
import { docxOf } from '../lib/base/testing/documents/write-documents'
import { expect, expectAccessible, expectFits, query, signInAs, someone, test } from './fixtures'

const START = '/werkplek/initiatieven/nieuw/document'
const DRAFT = /\/werkplek\/initiatieven\/[0-9a-f-]{36}$/

const remove = (title: string) =>
  query(
    'DELETE FROM initiative WHERE id IN (SELECT initiative_id FROM initiative_revision WHERE title = $1)',
    [title],
  )

test('a Word file becomes proposals, and what is accepted becomes a draft @S-530', async ({
  page,
}) => {
  const plan = examples().find(({ name }) => name === 'plan-01')!
  await signInAs(page, 'editor')
  await page.goto('/werkplek/initiatieven/nieuw')
  await page.getByRole('link', { name: /^Plak tekst, of kies een DOCX/ }).click()
  await expect(page).toHaveURL(START)
  await expectAccessible(page)
  await page.getByLabel('Bestand', { exact: true }).setInputFiles({
    name: 'plan.docx',
    mimeType: 'application/octet-stream',
    buffer: await docxOf(plan),
  })
  await page.getByRole('button', { name: 'Lees het bestand' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Voorstellen uit uw document')
  const proposals = page.url()
  await expectAccessible(page)
  await expectFits(page)
  await expect(page.getByLabel('Titel')).toHaveValue('Taal op de vloer')
  const summary = page.getByLabel('Neem over: Samenvatting')
  await expect(summary).toBeChecked()
  await expect(page.locator('mark', { hasText: 'Statushouders' }).first()).toBeVisible()
  await expect(page.getByLabel('Neem over: Naam')).not.toBeChecked()

  // N skips and goes on, J accepts, and letters in a text stay letters.
  await summary.focus()
  await page.keyboard.press('n')
  await expect(summary).not.toBeChecked()
  const problem = page.getByLabel('Neem over: Aanleiding')
  await expect(problem).toBeFocused()
  await page.keyboard.press('n')
  await problem.focus()
  await page.keyboard.press('j')
  await expect(problem).toBeChecked()
  await page.getByLabel('Titel').fill('Taal op de vloer, nieuw')
  await page.getByRole('button', { name: 'Maak het concept' }).click()
  await expect(page).toHaveURL(DRAFT)
  const [draft] = await query(
    `SELECT r.summary, r.problem, r.starts_on::text AS "startsOn", r.contact_name AS contact
     FROM initiative_revision r WHERE r.title = $1`,
    ['Taal op de vloer, nieuw'],
  )
  expect(draft).toMatchObject({ summary: '', startsOn: '2026-03-01', contact: null })
  expect(draft).toHaveProperty('problem', expect.stringContaining('De krapte'))
  const readingId = new URL(proposals).pathname.split('/').at(-1)
  expect(await query('SELECT 1 FROM document_reading WHERE id = $1', [readingId])).toEqual([])
  await page.goto(proposals)
  await expect(page.getByText('Deze voorstellen zijn er niet meer')).toBeVisible()
  await remove('Taal op de vloer, nieuw')
})

test('pasted text becomes a draft without JavaScript, and typed text survives a refusal @S-531', async ({
  browser,
}) => {
  const page = await someone(browser, 'redacteur.brabant@voorbeeld.nl', false)
  await page.goto(START)
  await page.getByLabel('Tekst', { exact: true }).fill('niets')
  await page.getByRole('button', { name: 'Lees de tekst' }).click()
  await expect(page.getByText('In deze tekst zijn geen antwoorden gevonden.').first()).toBeVisible()
  await expect(page.getByLabel('Tekst', { exact: true })).toHaveValue('niets')
  const text =
    'Projectplan Werk zonder script\n\nDoelgroep: statushouders\nContactpersoon: Anna de Boer\n'
  await page.getByLabel('Tekst', { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Lees de tekst' }).click()
  await expect(page.getByLabel('Neem over: Statushouders')).toBeChecked()
  await page.getByLabel('Neem over: Naam').check()
  await page.getByRole('button', { name: 'Maak het concept' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel('Neem over: Naam')).toBeChecked()
  await page.getByLabel(/^De contactpersoon vindt het goed/).check()
  await page.getByRole('button', { name: 'Maak het concept' }).click()
  await expect(page).toHaveURL(DRAFT)
  await remove('Werk zonder script')
  await page.context().close()
})

test('a file that cannot be read gets words and leaves nothing; who may not write sends none @S-532', async ({
  page,
}) => {
  await signInAs(page, 'editor')
  const send = (buffer: Buffer) =>
    page.request.post('/api/werkplek/document', {
      headers: { origin: process.env.E2E_ORIGIN ?? '' },
      multipart: { bestand: { name: 'vijandig.docx', mimeType: 'application/msword', buffer } },
      maxRedirects: 0,
    })
  const wanted = ['a program renamed to .docx', 'a zip bomb', 'a PDF with a password']
  for (const [name, make, problem] of hostileFiles().filter(([name]) => wanted.includes(name))) {
    const answer = await send(make())
    expect(answer.headers().location, name).toContain(`fout=${problem}`)
  }
  const large = await send(Buffer.alloc(21_000_000, 'x'))
  expect(large.headers().location).toContain('fout=tooLarge')
  await page.goto(`${START}?fout=program`)
  await expect(page.getByText('Dit is een programma en geen document')).toBeVisible()
  await expectAccessible(page)
  const kept = `SELECT 1 FROM document_reading WHERE source = 'vijandig.docx'`
  expect(await query(kept)).toEqual([])

  await signInAs(page, 'assessor')
  expect((await send(docxOfXml(wordParagraph('Doelgroep: jongeren')))).status()).toBe(404)
  await page.goto(START)
  await expect(page.getByText('U kunt nog geen initiatief toevoegen')).toBeVisible()
})
