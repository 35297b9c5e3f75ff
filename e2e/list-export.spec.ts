import { parse } from 'csv-parse/sync'
import { libreOffice, openedByLibreOffice } from './office'
import { expect, expectWhole, test } from './fixtures'

const rowsOf = (csv: Buffer, delimiter: string): string[][] =>
  parse(csv, { bom: true, delimiter, relaxColumnCount: true })

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
  const list = rowsOf(await get('CSV'), ';')
  expect(list[0]?.slice(0, 3)).toEqual(HEAD)
  expect(list).toHaveLength(hits + 1)
  expect(list[0]).toEqual(expect.arrayContaining(['Bewijsniveau', 'Helpt het?', 'Webadres']))
  const json = JSON.parse((await get('JSON')).toString()) as {
    aantal: number
    initiatieven: { titel: string; bewijs: { richting: string | null } }[]
  }
  expect(json.aantal).toBe(hits)
  const titles = list.slice(1).map((cells) => cells[1])
  expect(json.initiatieven.map(({ titel }) => titel)).toEqual(titles)
  for (const kind of ['Excel', 'ODS'])
    expect((await get(kind)).subarray(0, 2).toString()).toBe('PK')

  expect((await request.get('/uitvoer?soort=exe')).status()).toBe(404)
  await page.goto('/initiatieven?q=bestaatnietxyz')
  await expect(page.getByText('Download deze lijst')).toHaveCount(0)
})

test('LibreOffice opens the Excel and ODS files of a list with the rows of the CSV @S-603', async ({
  request,
}) => {
  libreOffice(test.info())
  const file = async (kind: string) =>
    (await request.get(`/uitvoer?doelgroep=statushouders&soort=${kind}`)).body()
  const list = rowsOf(await file('csv'), ';')
  for (const kind of ['xlsx', 'ods']) {
    const opened = await openedByLibreOffice(`lijst.${kind}`, await file(kind), 'csv')
    expect(rowsOf(opened, ',')).toEqual(list)
  }
})
