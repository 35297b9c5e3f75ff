import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { startODataServer, type FakeTable } from '@/lib/base/testing/odata-server'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { cancelImport, checkFile, requestImport, runImport, runRequestedImports, saveImport } =
  await import('./mutations')
const { saveDataset } = await import('@/lib/figures/datasets/mutations')
const { datasetSchema } = await import('@/lib/figures/datasets/schema')
const { listIssues } = await import('./data')
const { getIndicatorAsSeen } = await import('@/lib/figures/statistics/data')

const NUMBER = 'M001'
const municipalities: string[] = []
let server: Awaited<ReturnType<typeof startODataServer>>

function makeTable(codes: readonly string[]): FakeTable {
  const observations = codes.flatMap((code, at) =>
    ['2023JJ00', '2024JJ00'].map((period, year) => ({
      Id: at * 2 + year,
      Measure: NUMBER,
      RegioS: code.padEnd(10),
      Perioden: period,
      Value: 100 + at + year,
      StringValue: null,
      ValueAttribute: 'None',
    })),
  )
  return {
    modified: '2026-01-01T02:00:00',
    dimensions: ['RegioS', 'Perioden'],
    measures: [{ Identifier: NUMBER, Title: 'Geregistreerde werkzoekenden' }],
    periods: [
      { Identifier: '2023JJ00', Title: '2023', Status: 'Definitief' },
      { Identifier: '2024JJ00', Title: '2024', Status: 'Voorlopig' },
    ],
    observations,
    pageSize: 60,
  }
}

let table: FakeTable
const order = { datasetSlug: 'proef-tabel', trigger: 'command' as const, actorId: null }
const run = async (dryRun = false) => runImport({ ...order, dryRun }, server.remote)
const cells = async () => db.$queryRaw<
  { code: string; period: number; value: string | null; status: string; open: boolean }[]
>`
  SELECT r.code, c.period, c.value::text, c.status::text, c.vintage_to = 'infinity' AS open FROM stat_cell c JOIN stat_series s ON s.id = c.series_id JOIN region r ON r.id = s.region_id
  JOIN stat_dataset d ON d.id = s.dataset_id WHERE d.slug = 'proef-tabel' ORDER BY r.code, c.period, c.vintage_from`

beforeAll(async () => {
  const rows = await db.region.findMany({
    where: { type: 'municipality' },
    select: { code: true },
    orderBy: { code: 'asc' },
  })
  municipalities.push(...rows.map(({ code }) => code))
  table = makeTable(municipalities)
  server = await startODataServer({ '99001NED': table })
  const mapping = {
    table: '99001NED',
    regionDimension: 'RegioS',
    measures: { [NUMBER]: { indicator: 'gwu-personen', title: 'Geregistreerde werkzoekenden' } },
  }
  await saveDataset(
    datasetSchema.parse({
      kind: 'cbs_odata',
      slug: 'proef-tabel',
      title: 'Proeftabel',
      source: 'cbs-85648NED',
      rollup: true,
      mapping,
    }),
    null,
  )
  const file = {
    region: 'Gemeente',
    regionType: 'municipality',
    periodColumn: 'Jaar',
    values: [{ column: 'Aantal', indicator: 'gwu-personen' }],
  }
  await saveDataset(
    datasetSchema.parse({
      kind: 'file',
      slug: 'proef-bestand',
      title: 'Proefbestand',
      source: 'cbs-85648NED',
      mapping: file,
    }),
    null,
  )
})

afterAll(async () => {
  await server.stop()
  await db.$disconnect()
  await database.drop()
})

describe('a table of CBS', () => {
  it('goes on where a broken reading stopped, and nothing is lost or doubled', async () => {
    server.breakOnce(/skip=120/, (response) => response.writeHead(500).end())
    server.breakOnce(/skip=180/, (response) => response.writeHead(200).end('{"value":[{"Id":1,'))
    for (let turn = 0; turn < 3; turn += 1) server.breakOnce(/skip=300/, () => undefined)
    const first = await run()
    expect(first).toMatchObject({ status: 'reading', rowsStaged: 300 })
    server.asked.length = 0
    const done = await run()
    expect(done).toMatchObject({
      status: 'done',
      added: municipalities.length * 2,
      revised: 0,
      unchanged: 0,
    })
    expect(server.asked.filter((path) => path.includes('Observations'))[0]).toContain('skip=300')
    const rows = await cells()
    expect(rows).toHaveLength(municipalities.length * 2)
    expect(rows.map(({ value }) => Number(value)).reduce((sum, value) => sum + value, 0)).toBe(
      table.observations.reduce((sum, row) => sum + Number(row.Value), 0),
    )
    expect(
      new Set(rows.filter(({ period }) => period === 2024000).map(({ status }) => status)),
    ).toEqual(new Set(['provisional']))
  })

  it('is not read again when it did not change', async () => {
    server.asked.length = 0
    expect(await run()).toBe('unchanged')
    expect(server.asked.some((path) => path.includes('Observations'))).toBe(false)
  })

  it('writes only what changed, as a new vintage, and shows what stood there before', async () => {
    const before = new Date()
    table.modified = '2026-02-01T02:00:00'
    table.observations[0]!.Value = 999
    table.observations[1]!.Value = null
    table.observations[1]!.ValueAttribute = 'Confidential'
    expect(await run()).toMatchObject({
      status: 'done',
      added: 0,
      revised: 2,
      unchanged: municipalities.length * 2 - 2,
    })
    const changed = (await cells()).filter(({ code }) => code === municipalities[0])
    expect(
      changed.map(({ value, status, open }) => [
        value === null ? null : Number(value),
        status,
        open,
      ]),
    ).toEqual([
      [100, 'final', false],
      [999, 'revised', true],
      [101, 'provisional', false],
      [null, 'withheld', true],
    ])
    const seen = async (at: Date) => {
      const view = await getIndicatorAsSeen({
        slug: 'gwu-personen',
        at,
        regionType: 'municipality',
      })
      return view!.datasets
        .find(({ slug }) => slug === 'proef-tabel')!
        .figures.filter(({ region }) => region.code === municipalities[0])
        .map(({ value }) => value)
    }
    expect(await seen(before)).toEqual([100, 101])
    expect(await seen(new Date())).toEqual([999, null])
  })

  it('adds municipalities up by the mapping of the year, and says when one is missing', async () => {
    const rows = await db.$queryRaw<
      {
        period: number
        value: string | null
        attribute: string | null
        expected: string | null
        open: number
      }[]
    >`
      SELECT c.period, c.value::text, c.attribute, (SELECT sum(m.value)::text FROM region_link l JOIN region g ON g.id = l.child_id AND g.type = 'municipality'
        JOIN stat_series ms ON ms.region_id = g.id JOIN stat_dataset md ON md.id = ms.dataset_id AND md.slug = 'proef-tabel' JOIN stat_cell m ON m.series_id = ms.id AND m.period = c.period AND m.vintage_to = 'infinity'
        WHERE l.parent_id = r.id) AS expected
      FROM stat_cell c JOIN stat_series s ON s.id = c.series_id JOIN region r ON r.id = s.region_id JOIN stat_dataset d ON d.id = s.dataset_id
      WHERE d.slug = 'proef-tabel-opgeteld' AND c.vintage_to = 'infinity'`
    expect(rows).toHaveLength((35 + 12) * 2)
    expect(
      rows
        .filter(({ value }) => value === null)
        .map(({ attribute, period }) => [attribute, period]),
    ).toEqual([
      ['Incomplete', 2024000],
      ['Incomplete', 2024000],
    ])
    for (const row of rows) if (row.value !== null) expect(row.value).toBe(row.expected)
  })

  it('stops when the title of a measure changed, with both titles', async () => {
    table.modified = '2026-03-01T02:00:00'
    table.measures[0]!.Title = 'Iets anders'
    expect(await run()).toMatchObject({
      status: 'failed',
      problem: 'titleChanged',
      detail: `${NUMBER}: "Geregistreerde werkzoekenden" → "Iets anders"`,
    })
    table.measures[0]!.Title = 'Geregistreerde werkzoekenden'
  })

  it('stops a source that goes round in a circle, that leads elsewhere, or that lost most of its figures', async () => {
    server.goInCircles(true)
    expect(await run()).toMatchObject({ status: 'failed', problem: 'pagesInCircle' })
    server.goInCircles(false)
    server.breakOnce(/Observations/, (response) =>
      response
        .writeHead(200)
        .end(JSON.stringify({ value: [], '@odata.nextLink': 'http://169.254.169.254/latest' })),
    )
    expect(await run()).toMatchObject({ status: 'failed', problem: 'hostNotAllowed' })
    const all = table.observations
    table.observations = all.slice(0, 10)
    expect(await run()).toMatchObject({ status: 'failed', problem: 'moreThanHalfGone' })
    table.observations = all
    expect((await cells()).filter(({ open }) => open)).toHaveLength(municipalities.length * 2)
  })

  it('withdraws a figure that is no longer there', async () => {
    table.modified = '2026-04-01T02:00:00'
    table.observations = table.observations.slice(1)
    expect(await run()).toMatchObject({ status: 'done', withdrawn: 1, revised: 0, added: 0 })
  })

  it('refuses to change a vintage', async () => {
    await expect(db.$executeRaw`UPDATE stat_cell SET value = 1`).rejects.toThrow()
    await expect(db.$executeRaw`DELETE FROM stat_cell`).rejects.toThrow()
  })
})

describe('a table that someone asks for', () => {
  const asked = async (id: string) =>
    db.statImport.findUniqueOrThrow({
      where: { id },
      select: {
        status: true,
        requestedAt: true,
        rowsStaged: true,
        label: true,
        detail: true,
        problem: true,
        actorId: true,
      },
    })
  let actorId = ''

  beforeAll(async () => {
    actorId = (
      await db.user.create({
        data: { email: 'vraagt@voorbeeld.nl', name: 'Vraagt' },
        select: { id: true },
      })
    ).id
  })

  it('waits once, whoever asks, and is read up to the decision', async () => {
    table.modified = '2026-05-01T02:00:00'
    const [first, second] = await Promise.all([
      requestImport('proef-tabel', actorId),
      requestImport('proef-tabel', actorId),
    ])
    expect(second).toBe(first)
    expect(await asked(first)).toMatchObject({
      status: 'reading',
      rowsStaged: 0,
      label: '99001NED',
    })
    expect(await runRequestedImports(server.remote)).toBe(1)
    expect(await asked(first)).toMatchObject({
      status: 'checked',
      requestedAt: null,
      rowsStaged: municipalities.length * 2 - 1,
      label: '99001NED 2026-05-01T02:00:00',
      actorId,
    })
    expect(await runRequestedImports(server.remote)).toBe(0)
    expect(await saveImport(first, actorId)).toMatchObject({ status: 'done', added: 0, revised: 0 })
  })

  it('that did not change ends with that word', async () => {
    const id = await requestImport('proef-tabel', actorId)
    await runRequestedImports(server.remote)
    expect(await asked(id)).toMatchObject({
      status: 'done',
      detail: 'unchanged',
      requestedAt: null,
    })
  })

  it('goes on where it was cut off when someone asks again', async () => {
    table.modified = '2026-06-01T02:00:00'
    for (let turn = 0; turn < 3; turn += 1) server.breakOnce(/skip=120/, () => undefined)
    const id = await requestImport('proef-tabel', actorId)
    await runRequestedImports(server.remote)
    expect(await asked(id)).toMatchObject({ status: 'reading', requestedAt: null, rowsStaged: 120 })
    expect((await asked(id)).detail).toContain('unreachable')
    expect(await requestImport('proef-tabel', actorId)).toBe(id)
    expect((await asked(id)).detail).toBeNull()
    server.asked.length = 0
    await runRequestedImports(server.remote)
    expect(server.asked.filter((path) => path.includes('Observations'))[0]).toContain('skip=120')
    expect(await asked(id)).toMatchObject({
      status: 'checked',
      rowsStaged: municipalities.length * 2 - 1,
    })
    await cancelImport(id, actorId)
  })

  it('can be thrown away while it waits, and is then not read', async () => {
    const id = await requestImport('proef-tabel', actorId)
    await cancelImport(id, actorId)
    expect(await asked(id)).toMatchObject({ status: 'cancelled', requestedAt: null })
    expect(await runRequestedImports(server.remote)).toBe(0)
    await expect(cancelImport(id, actorId)).rejects.toThrow('WRONG_STATE')
  })

  it('says what is wrong when the source refuses, on the reading that was asked for', async () => {
    server.breakOnce(/Properties/, (response) => response.writeHead(404).end())
    const id = await requestImport('proef-tabel', actorId)
    await runRequestedImports(server.remote)
    const { status, problem, detail } = await asked(id)
    expect([status, problem ?? detail?.split(':')[0]]).toEqual(['reading', 'refused'])
    await cancelImport(id, actorId)
  })

  it('cannot be asked for when it is a file', async () => {
    await expect(requestImport('proef-bestand', actorId)).rejects.toThrow('NOT_FOUND')
  })
})

const SENT = {
  region: 'Gemeente',
  regionType: 'municipality',
  periodColumn: 'Periode',
  values: [{ column: 'Aantal', indicator: 'gwu-personen' }],
}

/** Reads a file as people sent it, under this mapping. */
async function checkSent(name: string, mapping: object) {
  await saveDataset(
    datasetSchema.parse({
      kind: 'file',
      slug: 'proef-gestuurd',
      title: 'Gestuurd',
      source: 'cbs-85648NED',
      mapping,
    }),
    null,
  )
  return checkFile(
    { ...order, datasetSlug: 'proef-gestuurd', fileName: name },
    readFileSync(new URL(`../../base/testing/sheets/${name}`, import.meta.url)),
  )
}

describe('a file', () => {
  const check = (text: string | Buffer) =>
    checkFile(
      { ...order, datasetSlug: 'proef-bestand', fileName: 'cijfers.csv' },
      Buffer.from(text),
    )

  it('is shown before it is written, with what is wrong per row', async () => {
    const checked = await check(
      'Gemeente;Jaar;Aantal\nAssen;2024;1.250,5\nNergens;2024;3\n0363;2024;=1+1\nUtrecht;vorig jaar;4\nAssen;2024;7\n',
    )
    expect(checked).toMatchObject({
      status: 'checked',
      rowsRead: 5,
      rowsStaged: 1,
      rowsSkipped: 4,
      added: 1,
    })
    expect((await listIssues(checked.id)).map(({ rowNumber, code }) => [rowNumber, code])).toEqual([
      [3, 'regionUnknown'],
      [4, 'formula'],
      [5, 'periodUnclear'],
      [6, 'sameCellTwice'],
    ])
    const written = await saveImport(checked.id, null)
    expect(written).toMatchObject({ status: 'done', added: 1 })
    await expect(saveImport(checked.id, null)).rejects.toThrow('WRONG_STATE')
  })

  it('can be thrown away', async () => {
    const checked = await check('Gemeente;Jaar;Aantal\nAssen;2025;12\n')
    await cancelImport(checked.id, null)
    await expect(saveImport(checked.id, null)).rejects.toThrow('WRONG_STATE')
  })

  it('gives each row, whatever its line ends, and none is lost without a word', async () => {
    for (const name of ['c03-crlf-head-lf-body.csv', 'c34-crlf-head-lf-body-note-column.csv']) {
      const checked = await checkSent(name, SENT)
      expect(checked).toMatchObject({
        status: 'checked',
        rowsRead: name.startsWith('c03') ? 3 : 4,
        rowsSkipped: 0,
        sheet: null,
      })
      expect(checked.rowsStaged).toBe(checked.rowsRead)
    }
  })

  it('with a decimal point under a mapping with a comma is refused row by row, with the reason', async () => {
    const checked = await checkSent('c17-leading-zero-point.csv', {
      ...SENT,
      values: [{ column: 'Aandeel', indicator: 'gwu-personen' }],
    })
    expect(checked).toMatchObject({ status: 'checked', rowsStaged: 0, rowsSkipped: 2 })
    expect(
      (await listIssues(checked.id)).map(({ rowNumber, code, text }) => [rowNumber, code, text]),
    ).toEqual([
      [2, 'otherMark', '0.125'],
      [3, 'otherMark', '12.5'],
    ])
  })

  it('with a stray quote says in which row and column', async () => {
    expect(await checkSent('c16-quote-in-name.csv', SENT)).toMatchObject({
      status: 'failed',
      problem: 'strayQuote',
      detail: '2, Gemeente',
    })
  })

  it('that is a workbook is read from the sheet that people see, and says which', async () => {
    const checked = await checkSent('x01-hidden-first-sheet.xlsx', SENT)
    expect(checked).toMatchObject({ status: 'checked', sheet: 'Tabel', rowsSkipped: 0 })
    expect(
      await checkSent('x02-cover-sheet-first.xlsx', { ...SENT, sheet: 'Tabel 1' }),
    ).toMatchObject({ status: 'checked', sheet: 'Tabel 1', rowsSkipped: 0 })
    expect(await checkSent('x02-cover-sheet-first.xlsx', { ...SENT, sheet: 'Hulp' })).toMatchObject(
      { status: 'failed', problem: 'sheetMissing', detail: 'Hulp / Toelichting, Tabel 1' },
    )
  })

  it('with percentages keeps what the cells show', async () => {
    const checked = await checkSent('x03-percent-format.xlsx', {
      ...SENT,
      values: [{ column: 'Aandeel', indicator: 'vrijwilligers-18plus' }],
    })
    await saveImport(checked.id, null)
    const rows = await db.$queryRaw<
      { value: string }[]
    >`SELECT c.value::float8::text AS value FROM stat_cell c JOIN stat_series s ON s.id = c.series_id JOIN stat_dataset d ON d.id = s.dataset_id
      WHERE d.slug = 'proef-gestuurd' AND c.vintage_to = 'infinity' ORDER BY c.value DESC`
    expect(rows.map(({ value }) => value)).toEqual(['12.5', '7'])
  })

  it('is refused as a whole when a column is missing or it is no text', async () => {
    expect(await check('Plaats;Jaar;Aantal\nAssen;2024;1\n')).toMatchObject({
      status: 'failed',
      problem: 'columnMissing',
      detail: 'Gemeente',
    })
    expect(await check('%PDF-1.7 x')).toMatchObject({ status: 'failed', problem: 'wrongType' })
  })
})
