import type { Page } from '@playwright/test'
import { startClamd, VIRUS } from '../lib/base/testing/clamd'
import { hostileFiles } from '../lib/base/testing/documents/hostile'
import { officeOf } from '../lib/base/testing/documents/write-office'
import { lyingPng, picture } from '../lib/base/testing/pictures'
import { freePort, startApplication } from './application'
import {
  expect,
  expectWhole,
  fillSignIn,
  PEOPLE,
  query,
  signInAs,
  someone,
  test,
  unique,
} from './fixtures'
import { addPublished, startInitiative } from './initiatives'

const ORGANISATION = 'secretariaat-ser-brabant'
const ALT = 'Twee deelnemers werken aan een fiets'

const versionOf = async (title: string) => {
  const [row] = await query<{ id: string }>(
    `SELECT id FROM initiative_revision WHERE title = $1 ORDER BY number DESC LIMIT 1`,
    [title],
  )
  return row?.id ?? ''
}

const mediaPage = (id: string) => `/werkplek/initiatieven/${id}/beeld-en-bijlagen`

const region = (page: Page, name: 'Afbeeldingen' | 'Bijlagen') =>
  page.getByRole('region', { name, exact: true })

async function addImage(page: Page, buffer: Buffer, alt: string): Promise<void> {
  const images = region(page, 'Afbeeldingen')
  const form = images.locator('form').filter({ has: page.locator('input[type=file]') })
  await form
    .getByLabel('Afbeelding', { exact: true })
    .setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer })
  await form.getByLabel('Wat is er te zien?').fill(alt)
  await form.getByRole('button', { name: 'Afbeelding toevoegen' }).click()
}

async function addDocument(page: Page, name: string, buffer: Buffer, title: string): Promise<void> {
  const form = region(page, 'Bijlagen')
    .locator('form')
    .filter({ has: page.locator('input[type=file]') })
  await form.getByLabel('Bestand').setInputFiles({ name, mimeType: 'application/pdf', buffer })
  await form.getByLabel('Titel').fill(title)
  await form.getByRole('button', { name: 'Bijlage toevoegen' }).click()
}

const isShown = (page: Page, alt: string) =>
  expect
    .poll(() =>
      page
        .getByRole('img', { name: alt })
        .first()
        .evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0),
    )
    .toBe(true)

test('a picture and a document go from a draft past the moderator to readers @S-550', async ({
  page: editor,
  browser,
}) => {
  test.setTimeout(120_000)
  const title = unique('Fietsen maken')
  const { slug } = await addPublished(title, ORGANISATION)
  await signInAs(editor, 'editor')
  await editor.goto(`/werkplek/initiatieven/${await versionOf(title)}`)
  await editor.getByRole('button', { name: 'Nieuwe versie maken' }).click()
  await expect(editor.getByText(/^Versie 2 namens/)).toBeVisible()
  const id = await versionOf(title)
  await editor.getByRole('link', { name: 'Vul aan: Beeld en bijlagen' }).click()

  await addImage(editor, await picture(1_200, 800).png().toBuffer(), '')
  await expect(editor.getByRole('alert').filter({ hasText: 'Wat is er te zien?' })).toBeFocused()
  await addImage(editor, await picture(1_200, 800).png().toBuffer(), ALT)
  await expect(editor.getByText('De afbeelding is toegevoegd.')).toBeVisible()
  const images = region(editor, 'Afbeeldingen')
  await images.getByText('Wijzig tekst en uitsnede').click()
  await images.locator('details .cursor-crosshair').click({ position: { x: 3, y: 3 } })
  await expect(images.getByLabel('Procent van links')).toHaveValue(/^[0-5]$/)
  await images.getByLabel('Maker').first().fill('Fenna de Vries')
  await images.getByRole('button', { name: 'Opslaan' }).click()
  await expect(images.getByText('Beeld: Fenna de Vries')).toBeVisible()
  await addDocument(editor, 'plan.docx', officeOf('docx'), 'Projectplan 2026')
  await expect(editor.getByText('De bijlage is toegevoegd.')).toBeVisible()
  await expect(
    region(editor, 'Bijlagen').getByRole('link', { name: 'Projectplan 2026' }),
  ).toBeVisible()
  await expectWhole(editor)

  await editor.goto(`/werkplek/initiatieven/${id}/voorbeeld`)
  await isShown(editor, ALT)
  const reader = await someone(browser, null)
  const [{ hash }] = (await query<{ hash: string }>(
    'SELECT hash FROM revision_image WHERE revision_id = $1',
    [id],
  )) as [{ hash: string }]
  const address = `/api/afbeeldingen/${hash}/960.avif`
  expect((await reader.request.get(address)).status()).toBe(404)
  expect((await editor.request.get(address)).headers()['cache-control']).toBe('private, no-store')

  await query(
    `UPDATE initiative_revision SET status = 'submitted', submitted_at = now(),
       change_reason = 'Er staat een foto bij.' WHERE id = $1`,
    [id],
  )
  const moderator = await someone(browser, PEOPLE.moderator)
  await moderator.goto(`/werkplek/redactie/${id}`)
  const changes = moderator.locator('#verandert section')
  await expect(
    changes.filter({ has: moderator.getByRole('heading', { name: 'Afbeeldingen' }) }),
  ).toContainText(ALT)
  await expect(
    changes.filter({ has: moderator.getByRole('heading', { name: 'Bijlagen' }) }),
  ).toContainText('Projectplan 2026')
  await isShown(moderator, ALT)
  await expectWhole(moderator)
  await moderator.getByRole('button', { name: 'Publiceren' }).click()
  await expect(moderator.getByText(`Gepubliceerd: ${title}`)).toBeVisible()

  await reader.goto(`/initiatieven/${slug}`)
  await isShown(reader, ALT)
  await expect(reader.getByText('Beeld: Fenna de Vries')).toBeVisible()
  await expectWhole(reader)
  const download = reader.waitForEvent('download')
  await reader.getByRole('link', { name: /^Projectplan 2026 \(Word-document/ }).click()
  expect((await download).suggestedFilename()).toBe('projectplan-2026.docx')
  expect((await reader.request.get(address)).headers()['cache-control']).toContain('immutable')
  const open = (await (await reader.request.get(`/api/v1/initiatieven/${slug}`)).json()) as object
  expect(open).toMatchObject({
    afbeeldingen: [{ alt: ALT, maker: 'Fenna de Vries' }],
    bijlagen: [{ titel: 'Projectplan 2026', soort: 'docx' }],
  })
})

test('a file that lies gets words, leaves nothing, and the rest stays @S-551', async ({ page }) => {
  const title = unique('Met vreemde bestanden')
  await signInAs(page, 'editor')
  await startInitiative(page, title)
  const id = await versionOf(title)
  await page.goto(mediaPage(id))
  await addImage(page, await lyingPng(60_000, 60_000), 'Een foto')
  const images = region(page, 'Afbeeldingen')
  await expect(images.getByRole('alert')).toContainText('meer dan 50 miljoen beeldpunten')
  await expect(images.getByLabel('Wat is er te zien?')).toHaveValue('Een foto')
  const documents = region(page, 'Bijlagen')
  const hostile = new Map(hostileFiles().map(([name, make]) => [name, make]))
  for (const [name, words] of [
    ['a program renamed to .docx', 'Dit is een programma en geen document.'],
    ['a zip bomb', 'wordt veel te groot als het wordt uitgepakt'],
    ['a Word file with a password', 'beveiligd met een wachtwoord'],
    ['half a Word file', 'beschadigd of niet compleet'],
  ] as const) {
    await addDocument(page, 'plan.docx', hostile.get(name)?.() ?? Buffer.alloc(0), 'Projectplan')
    await expect(documents.getByRole('alert')).toContainText(words)
    await expect(documents.getByLabel('Titel')).toHaveValue('Projectplan')
  }
  await documents.getByLabel('Bestand').setInputFiles({
    name: 'plan.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.alloc(21_000_000),
  })
  await expect(documents.getByText('Dit bestand is groter dan 20 MB.')).toBeVisible()
  const [kept] = await query<{ count: string }>(
    `SELECT (SELECT count(*) FROM revision_image WHERE revision_id = $1)
       + (SELECT count(*) FROM revision_attachment WHERE revision_id = $1) AS count`,
    [id],
  )
  expect(kept?.count).toBe('0')
  await expectWhole(page)
})

test('a virus scanner sees each file, and without it none is kept @S-553', async ({ browser }) => {
  test.setTimeout(120_000)
  const clamd = await startClamd()
  const port = await freePort()
  const application = await startApplication(port, undefined, true, {
    CLAMAV_HOST: '127.0.0.1',
    CLAMAV_PORT: String(clamd.port),
    JOBS: '0',
  })
  try {
    const context = await browser.newContext({ baseURL: `http://localhost:${String(port)}` })
    const page = await context.newPage()
    await page.goto('/inloggen')
    await fillSignIn(page, PEOPLE.editor)
    await expect(page).toHaveURL(/werkplek/)
    const title = unique('Met virusscanner')
    await startInitiative(page, title)
    const id = await versionOf(title)
    await page.goto(mediaPage(id))
    const documents = region(page, 'Bijlagen')
    await addDocument(page, 'plan.docx', officeOf('docx'), 'Schoon')
    await expect(documents.getByRole('link', { name: 'Schoon' })).toBeVisible()
    const infected = officeOf('xlsx')
    await addDocument(page, 'plan.xlsx', Buffer.concat([infected, Buffer.from(VIRUS)]), 'Besmet')
    await expect(documents.getByRole('alert')).toContainText('vond iets schadelijks')
    await clamd.stop()
    await addDocument(page, 'plan.pptx', officeOf('pptx'), 'Ongezien')
    await expect(documents.getByRole('alert')).toContainText('De virusscanner antwoordt nu niet')
    await expect(documents.getByLabel('Titel').last()).toHaveValue('Ongezien')
    const rows = await query<{ title: string }>(
      'SELECT title FROM revision_attachment WHERE revision_id = $1',
      [id],
    )
    expect(rows).toEqual([{ title: 'Schoon' }])
    await context.close()
  } finally {
    await application.kill()
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('pictures are added, ordered and taken out @S-552', async ({ page }) => {
    const title = unique('Zonder scripts')
    await signInAs(page, 'editor')
    await startInitiative(page, title)
    await page.goto(mediaPage(await versionOf(title)))
    await addImage(page, await picture(640, 400, '#14594a').png().toBuffer(), 'Een groen vlak')
    await expect(page.getByText('Een groen vlak')).toBeVisible()
    await addImage(page, await picture(640, 400, '#c1121f').png().toBuffer(), 'Een rood vlak')
    const rows = region(page, 'Afbeeldingen').locator('ol > li')
    await expect(rows).toHaveCount(2)
    await page.getByRole('button', { name: 'Omhoog: afbeelding 2, Een rood vlak' }).click()
    await expect(rows.first()).toContainText('Een rood vlak')
    await page.getByRole('button', { name: 'Weghalen: afbeelding 2, Een groen vlak' }).click()
    await expect(rows).toHaveCount(1)
  })
})
