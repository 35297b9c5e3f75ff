import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { startProofSources } from '@/lib/base/testing/proof-sources'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { cancelImport, saveImport } = await import('./mutations')
const { checkFile } = await import('./run.mutations')
const { saveDataset } = await import('@/lib/figures/datasets/mutations')
const { datasetSchema } = await import('@/lib/figures/datasets/schema')
const { listIssues } = await import('./data')

const { server } = await startProofSources(db, {
  saveDataset,
  datasetSchema,
})
const order = { datasetSlug: 'proef-tabel', trigger: 'command' as const, actorId: null }

afterAll(async () => {
  await server.stop()
  await db.$disconnect()
  await database.drop()
})

const SENT = {
  region: 'Gemeente',
  regionType: 'municipality',
  periodColumn: 'Periode',
  values: [{ column: 'Aantal', indicator: 'gwu-personen' }],
}

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
    const rows = await db.$queryRaw<{ value: string }[]>`
      SELECT c.value::float8::text AS value
      FROM stat_cell c
        JOIN stat_series s ON s.id = c.series_id
        JOIN stat_dataset d ON d.id = s.dataset_id
      WHERE d.slug = 'proef-gestuurd'
        AND c.vintage_to = 'infinity'
      ORDER BY c.value DESC
    `
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
