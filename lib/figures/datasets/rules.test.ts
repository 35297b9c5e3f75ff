import { describe, expect, it } from 'vitest'
import { columnsGone, guessDecimalMark, guessRole, previewFile } from './rules'
import { fileMappingOf, formOf, tableMappingOf } from './form.rules'
import { fileFormSchema, tableFormSchema, type TablePreview } from './schema'
import type { DatasetRow } from './types'

const rows = (...lines: string[]) =>
  lines.map((line, index) => ({ number: index + 1, cells: line.split(';') }))
const FILE = rows(
  'Kop',
  'Gemeente;Jaar;Onderwerp;Geslacht;Aantal;;Aantal',
  'Assen;2024;GWU;Man;12;x;',
  'Zwolle;2024;WW;Vrouw;7;;',
)

describe('what a column seems to be', () => {
  it.each([
    ['Arbeidsmarktregio', ['x'], 'region'],
    ['Peildatum', [''], 'period'],
    ['Status', [''], 'status'],
    ['Onderwerp', ['GWU'], 'indicator'],
    ['Aantal', ['1.250,5', ''], 'value'],
    ['Count', ['1,250.5'], 'value'],
    ['Opmerking', ['let op', '3'], 'skip'],
    ['Leeg', ['', ''], 'skip'],
  ] as const)('%s is guessed from its name and cells', (name, cells, role) => {
    expect(guessRole(name, cells)).toBe(role)
  })

  it('is shown with names from the chosen row, and a name that comes twice counts once', () => {
    const preview = previewFile(FILE, 2)
    expect(preview.columns.map(({ name, index, role }) => [name, index, role])).toEqual([
      ['Gemeente', 0, 'region'],
      ['Jaar', 1, 'period'],
      ['Onderwerp', 2, 'indicator'],
      ['Geslacht', 3, 'dimension'],
      ['Aantal', 4, 'value'],
    ])
    expect(preview).toMatchObject({ unnamed: 2, hidden: 0, headerRow: 2 })
    expect(preview.columns[2]?.codes).toEqual(['GWU', 'WW'])
    expect(previewFile(FILE, 9).columns).toEqual([])
  })
})

describe('the decimal sign of a file', () => {
  it.each([
    [['0.125', '12.5', '1.250'], 'point'],
    [['12,5', '1.250'], 'comma'],
    [['1.250', '1.000'], 'comma'],
    [['12', ''], 'comma'],
    [['12.5', '12,5', '7,1'], 'comma'],
    [['12.5 %', '1,250.5'], 'point'],
  ] as const)('of %j is guessed as a %s', (cells, mark) => {
    expect(guessDecimalMark(cells)).toBe(mark)
  })

  it('fills the form in, until someone has chosen', () => {
    const preview = previewFile(rows('Gemeente;Aantal', 'Assen;0.125'), 1)
    expect(formOf(null, { label: '', file: preview, table: null })).toMatchObject({
      decimalMark: 'point',
    })
    const dataset = {
      title: 'Proef',
      isComplete: false,
      rollupIds: [],
      mapping: fileMappingOf(fileFormSchema.parse({ ...base, columns })),
    } as unknown as DatasetRow
    expect(formOf(dataset, { label: '', file: preview, table: null })).toMatchObject({
      decimalMark: 'comma',
    })
  })
})

const base = {
  sampleId: '0198f6a0-0000-7000-8000-000000000000',
  version: '0',
  title: 'Proef',
  source: 'cbs-85648NED',
  regionType: 'municipality',
  period: '',
  decimalMark: 'comma',
  unknown: '. -',
  secret: 'x',
  headerRow: '2',
}
const column = (name: string, role: string, more: object = {}) => ({
  name,
  role,
  indicator: '',
  factor: '1',
  dimension: '',
  ...more,
})
const columns = [
  column('Gemeente', 'region'),
  column('Jaar', 'period'),
  column('Geslacht', 'dimension', { dimension: 'Sekse' }),
  column('Aantal', 'value', { indicator: 'gwu-personen', factor: '1.000' }),
]
const faults = (form: object) =>
  fileFormSchema
    .safeParse({ ...base, columns, ...form })
    .error?.issues.map(({ path, message }) => [path.join('.'), message])

describe('the form about a file', () => {
  it('becomes a mapping, and the mapping fills the form in again', () => {
    const form = fileFormSchema.parse({ ...base, columns })
    const mapping = fileMappingOf(form)
    expect(mapping).toMatchObject({
      headerRow: 2,
      region: 'Gemeente',
      regionType: 'municipality',
      periodColumn: 'Jaar',
      values: [{ column: 'Aantal', indicator: 'gwu-personen', factor: 1_000 }],
      breakdown: { Geslacht: 'Sekse' },
      missing: { '.': 'Missing', '-': 'Missing', x: 'Confidential' },
    })
    const dataset = {
      title: 'Proef',
      isComplete: true,
      mapping,
      sourceSlug: 'cbs-85648NED',
      rollupIds: [],
    } as unknown as DatasetRow
    expect(
      formOf(dataset, { label: 'x.csv', file: previewFile(FILE, 2), table: null }),
    ).toMatchObject({
      title: 'Proef',
      isComplete: 'on',
      'columns.0.role': 'region',
      'columns.2.role': 'skip',
      'columns.3.role': 'dimension',
      'columns.3.dimension': 'Sekse',
      'columns.4.role': 'value',
      'columns.4.indicator': 'gwu-personen',
      'columns.4.factor': '1000',
      unknown: '. -',
      secret: 'x',
    })
  })

  it('lets a column say what each row counts, and leaves the words out that nobody chose', () => {
    const told = [
      column('Gemeente', 'region'),
      column('Jaar', 'period'),
      column('Onderwerp', 'indicator'),
      column('Aantal', 'value'),
    ]
    const codes = [
      { column: 'Onderwerp', code: 'GWU', indicator: 'gwu-personen' },
      { column: 'Onderwerp', code: 'WW', indicator: '' },
      { column: 'Geslacht', code: 'Man', indicator: '' },
    ]
    expect(fileMappingOf(fileFormSchema.parse({ ...base, columns: told, codes }))).toMatchObject({
      indicatorColumn: 'Onderwerp',
      indicators: { GWU: 'gwu-personen', WW: null },
      values: [{ column: 'Aantal', factor: 1 }],
    })
    expect(faults({ columns: told, codes: [] })).toEqual([['columns', 'codesNone']])
  })

  it.each([
    [
      'two regions',
      { columns: [...columns, column('Regio', 'region')] },
      [['columns', 'regionColumnOnce']],
    ],
    ['no region', { columns: columns.slice(1) }, [['columns', 'regionColumnOnce']]],
    ['a period twice', { period: '2024' }, [['period', 'periodOnce']]],
    ['no figures', { columns: columns.slice(0, 3) }, [['columns', 'valueColumnNone']]],
    [
      'a period in other words',
      { columns: [columns[0], columns[3]], period: 'vorig jaar' },
      [['period', 'periodText']],
    ],
    [
      'a figure of nothing',
      { columns: [...columns, column('Deel', 'value')] },
      [['columns.4.indicator', 'indicatorChoose']],
    ],
    [
      'a factor of zero',
      {
        columns: [
          ...columns.slice(0, 3),
          column('Aantal', 'value', { indicator: 'gwu-personen', factor: '0' }),
        ],
      },
      [['columns.3.factor', 'factor']],
    ],
    ['another source without a name', { source: 'andere-bron' }, [['sourceName', 'required']]],
  ])('says what is wrong with %s', (_name, form, expected) => {
    expect(faults(form)).toEqual(expected)
  })

  it('keeps the sheet of a workbook, and none of a text file', () => {
    expect(fileMappingOf(fileFormSchema.parse({ ...base, columns, sheet: 'Tabel 1' })).sheet).toBe(
      'Tabel 1',
    )
    expect(
      fileMappingOf(fileFormSchema.parse({ ...base, columns, sheet: '' })).sheet,
    ).toBeUndefined()
  })

  it('tells which columns of a mapping are not in another file', () => {
    expect(
      columnsGone(
        fileMappingOf(fileFormSchema.parse({ ...base, columns })),
        previewFile(rows('Gemeente;Aantal', 'Assen;1'), 1),
      ),
    ).toEqual(['Jaar', 'Geslacht'])
  })
})

const TABLE: TablePreview = {
  table: '99001NED',
  title: 'Proeftabel',
  modified: null,
  rows: [],
  dimensions: [
    { name: 'RegioS', codes: [] },
    { name: 'Perioden', codes: [] },
    { name: 'Geslacht', codes: [{ code: 'T001038', title: 'Totaal' }] },
  ],
  measures: [{ code: 'M001', title: 'Werkzoekenden', unit: 'aantal', decimals: 0 }],
}
const tableBase = {
  sampleId: base.sampleId,
  version: '0',
  title: 'Proef',
  source: 'cbs-85648NED',
  regionDimension: 'RegioS',
  periodDimension: 'Perioden',
}
const measure = { code: 'M001', indicator: 'gwu-personen', factor: '1' }

describe('the form about a table of CBS', () => {
  it('becomes a mapping that keeps the title of each measure', () => {
    const form = tableFormSchema.parse({
      ...tableBase,
      measures: [measure, { code: '', indicator: '', factor: '1' }],
      dims: [
        { name: 'RegioS', only: 'GM0001' },
        { name: 'Geslacht', only: 'T001038' },
      ],
    })
    const mapping = tableMappingOf(form, TABLE)
    expect(mapping).toMatchObject({
      table: '99001NED',
      measures: { M001: { title: 'Werkzoekenden', indicator: 'gwu-personen' } },
      only: { Geslacht: 'T001038' },
    })
    expect(
      formOf(
        {
          title: 'Proef',
          isComplete: true,
          mapping,
          sourceSlug: 's',
          rollupIds: [1],
        } as unknown as DatasetRow,
        { label: '', file: null, table: TABLE },
      ),
    ).toMatchObject({ 'measures.0.code': 'M001', 'dims.2.only': 'T001038', rollup: 'on' })
    expect(
      tableMappingOf({ ...form, measures: [{ code: 'M9', indicator: 'x', factor: 1 }] }, TABLE),
    ).toBeNull()
  })

  it.each([
    ['no measure', { measures: [] }, [['measures', 'measureNone']]],
    ['the same measure twice', { measures: [measure, measure] }, [['measures', 'measureTwice']]],
    [
      'a measure of nothing',
      { measures: [{ ...measure, indicator: '' }] },
      [['measures.0.indicator', 'indicatorChoose']],
    ],
    [
      'a region that is the period',
      { measures: [measure], regionDimension: 'Perioden' },
      [['periodDimension', 'dimensionTwice']],
    ],
  ])('says what is wrong with %s', (_name, form, expected) => {
    expect(
      tableFormSchema
        .safeParse({ ...tableBase, ...form })
        .error?.issues.map(({ path, message }) => [path.join('.'), message]),
    ).toEqual(expected)
  })
})
