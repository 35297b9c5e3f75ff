import { readSheetRows } from '../lib/base/files/sheets'
import { libreOffice, openedByLibreOffice } from './office'
import { expect, expectWhole, test } from './fixtures'

const HEAD = ['Organisatie', 'Titel', 'Samenvatting']

test('a filtered list is taken along as Excel, CSV, ODS and JSON with the same rows @S-602', async ({
  page,
  request,
}) => {
  await page.goto('/initiatieven?doelgroep=statushouders')
  const hits = Number(/\d+/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[0])
  const link = (kind: string) => page.getByRole('link', { name: `${kind} van deze lijst` })
  await expect(link('Excel')).toBeVisible()
  await expectWhole(page)
  const get = async (kind: string) => {
    const response = await request.get((await link(kind).getAttribute('href'))!)
    expect(response.status()).toBe(200)
    expect(response.headers()['content-disposition']).toMatch(/^attachment; filename="initiatieven/)
    return response.body()
  }
  const rows = async (file: Buffer) => (await readSheetRows(file)).map(({ cells }) => cells)
  const excel = await rows(await get('Excel'))
  expect(excel[0]?.slice(0, 3)).toEqual(HEAD)
  expect(excel).toHaveLength(hits + 1)
  expect(excel[0]).toEqual(expect.arrayContaining(['Bewijsniveau', 'Helpt het?', 'Webadres']))
  expect(await rows(await get('CSV'))).toEqual(excel)
  const json = JSON.parse((await get('JSON')).toString()) as {
    aantal: number
    initiatieven: { titel: string; bewijs: { richting: string | null } }[]
  }
  expect(json.aantal).toBe(hits)
  const titles = excel.slice(1).map((cells) => cells[1])
  expect(json.initiatieven.map(({ titel }) => titel)).toEqual(titles)
  expect((await get('ODS')).subarray(0, 2).toString()).toBe('PK')

  expect((await request.get('/uitvoer?soort=exe')).status()).toBe(404)
  await page.goto('/initiatieven?q=bestaatnietxyz')
  await expect(page.getByText('Download deze lijst')).toHaveCount(0)
})

test('the ODS file is opened by LibreOffice with the same rows @S-603', async ({ request }) => {
  libreOffice(test.info())
  const file = (kind: string) => request.get(`/uitvoer?doelgroep=statushouders&soort=${kind}`)
  const csv = await openedByLibreOffice('lijst.ods', await (await file('ods')).body(), 'csv')
  const excel = await readSheetRows(await (await file('xlsx')).body())
  const opened = await readSheetRows(csv)
  expect(opened.map(({ cells }) => cells[1])).toEqual(excel.map(({ cells }) => cells[1]))
})
