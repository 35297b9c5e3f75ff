/**
 * How a form about a source becomes its mapping and back, and what the columns of a file seem to be. A guess is only a
 * guess: it fills the form in, and whoever keeps the platform decides. A mapping that gets another meaning gets another
 * version, and what was read with the old one is not written any more.
 *
 * Source: DOMAIN.md section 3.4.
 */
import { cbsMappingSchema, type CbsMapping } from '@/lib/figures/cbs/schema'
import { fileMappingSchema, type FileMapping } from '@/lib/figures/figure-files/schema'
import type { FormValues } from '@/lib/base/http/action-result'
import {
  parseDutchNumber,
  parseMarkedNumber,
  parsePointNumber,
  withoutPercent,
  type DecimalMark,
} from '@/lib/base/text/number'
import { readPeriod } from '@/lib/figures/statistics/rules'
import {
  MAX_SHOWN_COLUMNS,
  type ColumnRole,
  type FileForm,
  type TableForm,
  type TablePreview,
} from './schema'
import type { ColumnPreview, DatasetRow, FilePreview } from './types'

/** Rows of which the first words are collected, and how many different words a column may have to be a list of codes. */
export const PREVIEW_ROWS = 8
export const SCANNED_ROWS = 2_000
export const MOST_CODES = 25

const WORDS: readonly (readonly [RegExp, ColumnRole])[] = [
  [/regio|gemeente|provincie|gebied|region|municipality/i, 'region'],
  [/jaar|period|maand|kwartaal|peildatum|year|month|quarter/i, 'period'],
  [/status/i, 'status'],
  [/onderwerp|indicator|variabele|measure/i, 'indicator'],
  [/geslacht|leeftijd|herkomst|opleiding|sector/i, 'dimension'],
]

/** What a column seems to be, by its name and its first cells. */
export function guessRole(name: string, cells: readonly string[]): ColumnRole {
  const said = WORDS.find(([word]) => word.test(name))?.[1]
  if (said !== undefined) return said
  const filled = cells.filter((cell) => cell !== '')
  if (filled.length === 0) return 'skip'
  const numbers = filled.filter(
    (cell) => parseDutchNumber(cell) !== null || parsePointNumber(cell) !== null,
  )
  return numbers.length * 2 > filled.length ? 'value' : 'skip'
}

const TYPES = [
  [/gemeente|municipal/i, 'municipality'],
  [/arbeidsmarkt/i, 'labour_market'],
  [/provinc/i, 'province'],
  [/ggd/i, 'ggd'],
  [/landsdeel/i, 'landsdeel'],
] as const

/** The kind of region that a column holds, by its name. */
const guessType = (name: string) => TYPES.find(([word]) => word.test(name))?.[1] ?? ''

/** Two columns that seem to be the region or the period are one too many: the first counts. */
function guessRoles(columns: readonly { name: string; cells: readonly string[] }[]): ColumnRole[] {
  const taken = new Set<ColumnRole>()
  return columns.map(({ name, cells }) => {
    const role = guessRole(name, cells)
    if (role === 'skip' || role === 'value' || role === 'dimension') return role
    if (taken.has(role)) return 'skip'
    taken.add(role)
    return role
  })
}

/**
 * The decimal sign that most cells show that can have one only: "12.5" and "0.125" are written with a point, "12,5" with
 * a comma. "1.250" says nothing. A comma when nothing is said.
 */
export function guessDecimalMark(cells: Iterable<string>): DecimalMark {
  let points = 0
  for (const cell of cells) {
    const [comma, point] = [
      parseMarkedNumber(withoutPercent(cell), 'comma'),
      parseMarkedNumber(withoutPercent(cell), 'point'),
    ]
    if ((comma === null) !== (point === null)) points += comma === null ? 1 : -1
  }
  return points > 0 ? 'point' : 'comma'
}

const NO_SHEET = { sheet: null, sheets: [], sheetGone: null }

/** The file as its form shows it: columns by the names in one row, with their first cells and their different words. */
export function previewFile(
  rows: readonly { number: number; cells: readonly string[] }[],
  headerRow: number,
  place: Pick<FilePreview, 'sheet' | 'sheets' | 'sheetGone'> = NO_SHEET,
): FilePreview {
  // Rows that are not there, and names over several lines, leave holes in the numbers.
  const [header = [], ...body] = rows
    .filter(({ number }) => number >= headerRow)
    .map(({ cells }) => cells)
  const bare = header.map((name) => name.trim().toLowerCase())
  const named = header
    .map((name, index) => ({ name: name.trim().slice(0, 200), index }))
    .filter(({ name, index }) => name !== '' && bare.indexOf(name.toLowerCase()) === index)
  const shown = named
    .slice(0, MAX_SHOWN_COLUMNS)
    .map(({ name, index }) => ({ name, index, cells: body.map((cells) => cells[index] ?? '') }))
  const roles = guessRoles(shown.map(({ name, cells }) => ({ name, cells: cells.slice(0, 50) })))
  return {
    ...place,
    headerRow,
    decimalMark: guessDecimalMark(
      shown.flatMap(({ cells }, at) => (roles[at] === 'value' ? cells : [])),
    ),
    columns: shown.map(({ name, index, cells }, at): ColumnPreview => {
      const words = [...new Set(cells.filter((cell) => cell !== ''))]
      return {
        name,
        index,
        role: roles[at] ?? 'skip',
        first: words.slice(0, 3),
        codes:
          words.length <= MOST_CODES && words.some((word) => parseDutchNumber(word) === null)
            ? words
            : [],
      }
    }),
    rows: body.slice(0, PREVIEW_ROWS).map((cells) => header.map((_, index) => cells[index] ?? '')),
    unnamed: header.length - named.length,
    hidden: Math.max(0, named.length - MAX_SHOWN_COLUMNS),
  }
}

const signs = (text: string) =>
  text
    .split(/\s+/)
    .filter((sign) => sign !== '')
    .map((sign) => sign.slice(0, 20))

/** The mapping of a file as its form says it. */
export function fileMappingOf(form: FileForm): FileMapping {
  const of = (role: ColumnRole) => form.columns.filter((column) => column.role === role)
  const told = of('indicator')[0]?.name
  return fileMappingSchema.parse({
    headerRow: form.headerRow,
    sheet: form.sheet,
    region: of('region')[0]?.name,
    regionType: form.regionType,
    decimalMark: form.decimalMark,
    periodColumn: of('period')[0]?.name,
    period: form.period === '' ? undefined : (readPeriod(form.period) ?? undefined),
    statusColumn: of('status')[0]?.name,
    indicatorColumn: told,
    indicators:
      told === undefined
        ? {}
        : Object.fromEntries(
            form.codes
              .filter(({ column }) => column === told)
              .map(({ code, indicator }) => [code, indicator === '' ? null : indicator]),
          ),
    values: of('value').map(({ name, indicator, factor }) => ({
      column: name,
      factor,
      ...(told === undefined && { indicator }),
    })),
    missing: {
      ...Object.fromEntries(signs(form.unknown).map((sign) => [sign, 'Missing'])),
      ...Object.fromEntries(signs(form.secret).map((sign) => [sign, 'Confidential'])),
    },
    breakdown: Object.fromEntries(
      of('dimension').map(({ name, dimension }) => [name, dimension === '' ? name : dimension]),
    ),
  })
}

/** The mapping of a table of CBS as its form says it; the titles come from the table itself. */
export function tableMappingOf(form: TableForm, preview: TablePreview): CbsMapping | null {
  const titles = new Map(preview.measures.map(({ code, title }) => [code, title]))
  const measures = form.measures.filter(({ code }) => code !== '')
  if (measures.some(({ code }) => !titles.has(code))) return null
  const others = form.dims.filter(
    ({ name, only }) =>
      only !== '' && name !== form.regionDimension && name !== form.periodDimension,
  )
  const mapping = cbsMappingSchema.safeParse({
    table: preview.table,
    regionDimension: form.regionDimension,
    periodDimension: form.periodDimension,
    ...(form.filter !== '' && { filter: form.filter }),
    measures: Object.fromEntries(
      measures.map(({ code, indicator, factor }) => [
        code,
        { indicator, factor, title: titles.get(code) ?? '' },
      ]),
    ),
    only: Object.fromEntries(others.map(({ name, only }) => [name, only])),
  })
  return mapping.success ? mapping.data : null
}

const factorText = (factor: number) => String(factor).replace('.', ',')

function fileValues(mapping: FileMapping | null, preview: FilePreview): FormValues {
  const role = (name: string): ColumnRole => {
    if (mapping === null) return 'skip'
    const singles = [
      ['region', mapping.region],
      ['period', mapping.periodColumn],
      ['status', mapping.statusColumn],
      ['indicator', mapping.indicatorColumn],
    ] as const
    const single = singles.find(([, column]) => column?.trim().toLowerCase() === name.toLowerCase())
    if (single) return single[0]
    return mapping.values.some(({ column }) => column === name)
      ? 'value'
      : name in mapping.breakdown
        ? 'dimension'
        : 'skip'
  }
  const columns = preview.columns.flatMap(({ name, role: guess }, index) => {
    const value = mapping?.values.find(({ column }) => column === name)
    const at = (field: string) => `columns.${index}.${field}`
    return [
      [at('role'), mapping === null ? guess : role(name)],
      [at('indicator'), value?.indicator ?? ''],
      [at('factor'), factorText(value?.factor ?? 1)],
      [at('dimension'), mapping?.breakdown[name] ?? ''],
    ]
  })
  const codes = preview.columns
    .flatMap((column) => column.codes.map((code) => ({ column: column.name, code })))
    .map(({ column, code }, index) => [
      `codes.${index}.indicator`,
      mapping?.indicatorColumn === column ? (mapping.indicators[code] ?? '') : '',
    ])
  const region = preview.columns.find(({ role: guess }) => guess === 'region')?.name ?? ''
  const missing = Object.entries(
    mapping?.missing ?? { '.': 'Missing', '-': 'Missing', x: 'Confidential', X: 'Confidential' },
  )
  return {
    regionType: mapping === null ? guessType(region) : (mapping.regionType ?? ''),
    period: mapping?.period ?? '',
    decimalMark: mapping?.decimalMark ?? preview.decimalMark,
    unknown: missing
      .filter(([, reason]) => reason !== 'Confidential')
      .map(([sign]) => sign)
      .join(' '),
    secret: missing
      .filter(([, reason]) => reason === 'Confidential')
      .map(([sign]) => sign)
      .join(' '),
    ...Object.fromEntries([...columns, ...codes] as [string, string][]),
  }
}

function tableValues(mapping: CbsMapping | null, preview: TablePreview): FormValues {
  const guess = (word: RegExp) => preview.dimensions.find(({ name }) => word.test(name))?.name ?? ''
  const measures = Object.entries(mapping?.measures ?? {}).flatMap(
    ([code, { indicator, factor }], index) => [
      [`measures.${index}.code`, code],
      [`measures.${index}.indicator`, indicator],
      [`measures.${index}.factor`, factorText(factor)],
    ],
  )
  const dims = preview.dimensions.map(({ name }, index) => [
    `dims.${index}.only`,
    mapping?.only[name] ?? '',
  ])
  return {
    regionDimension: mapping === null ? guess(/regio/i) : (mapping.regionDimension ?? ''),
    periodDimension: mapping?.periodDimension ?? guess(/period/i),
    filter: mapping?.filter ?? '',
    ...Object.fromEntries([...measures, ...dims] as [string, string][]),
  }
}

/** What the form about a source holds when it opens. */
export function formOf(
  dataset: DatasetRow | null,
  sample: { label: string; file: FilePreview | null; table: TablePreview | null },
): FormValues {
  const words = sample.label
    .replace(/\.(csv|xlsx|txt)$/i, '')
    .replaceAll(/[_-]+/g, ' ')
    .trim()
  const common = {
    title: dataset?.title ?? sample.table?.title ?? words,
    source: dataset?.sourceSlug ?? '',
    sourceName: '',
    sourceUrl: '',
    sourceLicence: '',
    isComplete: (dataset?.isComplete ?? sample.table !== null) ? 'on' : '',
    rollup: (dataset?.rollupIds.length ?? 0) > 0 ? 'on' : '',
  }
  if (sample.table !== null)
    return {
      ...common,
      ...tableValues(
        dataset === null ? null : (cbsMappingSchema.safeParse(dataset.mapping).data ?? null),
        sample.table,
      ),
    }
  if (sample.file !== null)
    return {
      ...common,
      ...fileValues(
        dataset === null ? null : (fileMappingSchema.safeParse(dataset.mapping).data ?? null),
        sample.file,
      ),
    }
  return common
}

/** The columns that a mapping names and that are not in this file. */
export function columnsGone(mapping: unknown, preview: FilePreview): string[] {
  const parsed = fileMappingSchema.safeParse(mapping)
  if (!parsed.success) return []
  const { region, periodColumn, statusColumn, indicatorColumn, values, breakdown } = parsed.data
  const there = new Set(preview.columns.map(({ name }) => name.toLowerCase()))
  const named = [
    region,
    periodColumn,
    statusColumn,
    indicatorColumn,
    ...values.map(({ column }) => column),
    ...Object.keys(breakdown),
  ].filter((name) => name !== undefined)
  return [...new Set(named)].filter((name) => !there.has(name.trim().toLowerCase()))
}
