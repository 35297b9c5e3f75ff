import { describe, expect, it } from 'vitest'
import { text, workbook, zip } from '@/lib/base/testing/workbook'
import { toXlsx } from '@/lib/base/files/workbook'
import { readRows } from './rows.data'
import { columnsFor, proposeColumns } from './columns.rules'
import { MAX_COLUMNS, MAX_ROWS, planOf } from './rules'
import { templateTables } from './template.rules'
import type { ColumnField, Known, KnownName } from './types'

const term = (label: string, others: string[] = []): KnownName => ({
  slug: label.toLowerCase(),
  code: '',
  label,
  others,
  definition: 'Wat het is',
  retired: false,
})
const KNOWN: Known = {
  terms: {
    targetGroups: [term('Statushouders', ['Nieuwkomers']), term('Jongeren')],
    instruments: [term('Jobcoaching')],
    sectors: [],
    challenges: [],
    drivers: [],
    style: [],
  },
  regions: [term('Drenthe')],
  municipalities: [],
  organisations: [],
}

const csv = (content: string) => Buffer.from(content)
const ole = (name: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(512),
    Buffer.from(name, 'utf16le'),
  ])
const locked = () => {
  const file = zip(workbook(`<row r="1">${text('A1', 'Titel')}</row>`))
  file.writeUInt16LE(file.readUInt16LE(6) | 1, 6)
  return file
}

describe('a file that cannot be read', () => {
  it.each<[string, () => Buffer, string]>([
    ['nothing', () => Buffer.alloc(0), 'empty'],
    ['more than 20 MB', () => Buffer.alloc(21 * 1_024 * 1_024, 'x'), 'tooLarge'],
    ['a bomb', () => zip({ ...workbook(''), 'xl/a.bin': Buffer.alloc(300_000_000) }), 'tooLarge'],
    ['a program', () => csv('MZ\0\0 program renamed to .xlsx'), 'program'],
    ['a script', () => csv('#!/bin/sh\nrm -rf /'), 'program'],
    ['a workbook with a password', () => ole('EncryptedPackage'), 'password'],
    ['an archive with a password', locked, 'password'],
    ['an old workbook', () => ole('Workbook'), 'oldExcel'],
    ['a PDF', () => csv('%PDF-1.7 lijst'), 'wrongKind'],
    ['an archive of something else', () => zip({ 'word/document.xml': '<a/>' }), 'wrongKind'],
    ['half a workbook', () => zip(workbook('<row r="1">')).subarray(0, 300), 'broken'],
    ['a stray quote', () => csv('Titel;Regio\n"Taal op;X\nB;Y\n'), 'strayQuote'],
    ['a header alone', () => csv('Titel;Regio\n'), 'noRows'],
    ['a header and examples', () => csv('Kenmerk;Titel\nVOORBEELD-1;A\nuitleg;B\n'), 'noRows'],
    ['too many rows', () => csv(`Titel\n${'a\n'.repeat(MAX_ROWS + 1)}`), 'tooManyRows'],
    ['too many columns', () => csv(`${'a;'.repeat(MAX_COLUMNS + 1)}\nb\n`), 'tooManyColumns'],
  ])('%s is named', async (_, make, problem) => {
    const read = await readRows(make())
    expect(read).toEqual({ problem })
  })
})

describe('a file that can be read', () => {
  it('keeps long texts and lines whole, row numbers as the spreadsheet has them', async () => {
    const long = `${'x'.repeat(4_500)}\nregel`
    const read = await readRows(
      Buffer.from(
        await toXlsx([
          {
            name: 'I',
            header: ['Kenmerk', 'Titel'],
            rows: [
              ['VOORBEELD-1', 'a'],
              ['', long],
            ],
          },
        ]),
      ),
    )
    expect(read).toEqual({
      headers: ['Kenmerk', 'Titel'],
      rows: [{ number: 3, cells: ['', long] }],
    })
  })

  it('gives each column a name, and leaves the words of a list of faults out', async () => {
    expect(await readRows(csv('Titel;;Titel;Wat er mis is\na;b;c;Titel: te lang\n'))).toEqual({
      headers: ['Titel', 'Kolom B', 'Titel (2)'],
      rows: [{ number: 2, cells: ['a', 'b', 'c'] }],
    })
  })

  it('counts rows as a spreadsheet shows them, also after a cell of several lines', async () => {
    const read = await readRows(csv('Titel;Lessen\nA;"een\ntwee"\n\nB;drie\n'))
    expect(read).toMatchObject({ rows: [{ number: 2 }, { number: 4 }] })
  })

  it('has formulas as the text that they are', async () => {
    expect(await readRows(csv('Titel\n=1+1\n@SOM(1)\n'))).toMatchObject({
      rows: [{ cells: ['=1+1'] }, { cells: ['@SOM(1)'] }],
    })
  })
})

describe('the template', () => {
  it('filled in reads back as it was meant, with its own rows left out', async () => {
    const [sheet, ...others] = templateTables(KNOWN, false)
    if (!sheet) throw new Error('no sheet')
    const mine: Partial<Record<ColumnField, string>> = {
      key: 'P-1',
      title: '+31 wegen naar werk',
      targetGroups: 'Jongeren; nieuwkomers',
      steps: 'Werven\nPlaatsen: bij een bedrijf',
      startsOn: '2024-03-01',
      lessons: '- één\n=twee',
    }
    const columns = columnsFor(false)
    const rows = [...sheet.rows, columns.map((field) => mine[field] ?? '')]
    const read = await readRows(Buffer.from(await toXlsx([{ ...sheet, rows }, ...others])))
    if ('problem' in read) throw new Error(read.problem)
    expect(read.rows).toHaveLength(1)
    expect(proposeColumns(read.headers, null, columns)).toEqual(columns)
    const plan = await planOf({
      file: read,
      columns,
      known: KNOWN,
      standing: { drafts: [], titles: [] },
      organisationId: 'own',
    })
    expect(plan.faults).toEqual([])
    expect(plan.write).toMatchObject([
      {
        key: 'P-1',
        content: {
          title: '+31 wegen naar werk',
          targetGroups: ['jongeren', 'statushouders'],
          steps: [
            { name: 'Werven', description: '' },
            { name: 'Plaatsen', description: 'bij een bedrijf' },
          ],
          startsOn: '2024-03-01',
          lessons: ['één', '=twee'],
        },
      },
    ])
  })
})
