import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, expectWhole, test } from './fixtures'
import { libreOffice, openedByLibreOffice } from './office'

const SLUGS = ['switch-naar-techniek', 'rangeerterrein']
const FILE = (kind: string) => `/portretten/bestand?i=${SLUGS.join(',')}&soort=${kind}`

interface StructNode {
  role?: string
  children?: StructNode[]
}

const rolesOf = (node: StructNode): string[] => [
  ...(node.role === undefined ? [] : [node.role]),
  ...(node.children ?? []).flatMap(rolesOf),
]

async function readPdf(content: Buffer) {
  const file = await getDocument({ data: new Uint8Array(content), verbosity: 0 }).promise
  const marks = await file.getMarkInfo()
  const pages = await Promise.all(
    Array.from({ length: file.numPages }, async (_, index) => {
      const page = await file.getPage(index + 1)
      const { items } = await page.getTextContent()
      const text = items.map((item) => ('str' in item ? item.str : '')).join(' ')
      const tree = (await page.getStructTree()) as StructNode | null
      return { text: text.replace(/\s+/g, ' '), roles: tree === null ? [] : rolesOf(tree) }
    }),
  )
  await file.destroy()
  return { isTagged: marks?.Marked === true, pages }
}

test('an initiative is taken along as a tagged PDF of two pages @S-600', async ({
  page,
  request,
}) => {
  await page.goto(`/initiatieven/${SLUGS[0]!}`)
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  await page.getByRole('link', { name: 'Meenemen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Portret' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible()
  await expect(page.getByText('Helpt het?')).toBeVisible()
  await expectWhole(page)

  const response = await request.get(FILE('pdf'))
  expect(response.status()).toBe(200)
  const { isTagged, pages } = await readPdf(await response.body())
  expect(isTagged).toBe(true)
  expect(pages.length).toBeLessThanOrEqual(2 * SLUGS.length)
  expect(pages[0]?.text).toContain(title)
  expect(pages[0]?.text).toContain('Helpt het?')
  const roles = pages.flatMap((one) => one.roles)
  expect(roles).toEqual(expect.arrayContaining(['H2', 'H3', 'P', 'Link']))
  // Nothing of the site around it: no menu, no form.
  expect(pages.map(({ text }) => text).join(' ')).not.toContain('Ga naar de inhoud')

  await page.goto('/portretten?i=bestaat-niet')
  await expect(page.getByText('Kies een initiatief voor een portret')).toBeVisible()
  await expectWhole(page)
  expect((await request.get('/portretten/bestand?i=bestaat-niet&soort=docx')).status()).toBe(404)
  expect((await request.get(FILE('exe'))).status()).toBe(404)
})

test('Word, PowerPoint and citations hold the same, and LibreOffice opens them @S-601', async ({
  request,
}) => {
  libreOffice(test.info())
  const titles = ['Switch naar Techniek', 'Rangeerterrein Midden-Brabant']
  for (const kind of ['docx', 'pptx']) {
    const response = await request.get(FILE(kind))
    expect(response.status()).toBe(200)
    expect(response.headers()['content-disposition']).toBe(
      `attachment; filename="portretten.${kind}"`,
    )
    const { pages } = await readPdf(
      await openedByLibreOffice(`portretten.${kind}`, await response.body(), 'pdf'),
    )
    const text = pages.map((one) => one.text).join(' ')
    for (const title of titles) expect(text).toContain(title)
    expect(text).toContain('Helpt het?')
    if (kind === 'pptx') expect(pages).toHaveLength(2)
  }
  const bib = await (await request.get(FILE('bib'))).text()
  expect(bib.match(/^@misc\{/gm)).toHaveLength(2)
  const csl = (await (await request.get(FILE('csl'))).json()) as { title: string }[]
  expect(csl.map(({ title }) => title)).toHaveLength(2)
  const apa = await (await request.get(FILE('apa'))).text()
  expect(apa).toContain('/initiatieven/switch-naar-techniek')
  expect((await (await request.get(FILE('ris'))).text()).match(/^ER {2}- /gm)).toHaveLength(2)
})
