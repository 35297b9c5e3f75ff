/**
 * A guess only fills in the form; a platform administrator decides. A changed meaning is a new
 * version of the mapping, and a run of the old version is not written.
 * Source: docs/domain.md, 3.4.
 */
import { fileMappingSchema } from '@/lib/figures/figure-files/schema'
import {
  type DecimalMark,
  parseDutchNumber,
  parseMarkedNumber,
  parsePointNumber,
  withoutPercent,
} from '@/lib/base/text/number'
import { type ColumnRole, MAX_SHOWN_COLUMNS } from './schema'
import type { ColumnPreview, FilePreview } from './types'

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

/** The likely role of a column, by its name and first cells. */
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

/** The type of region in a column, by its name. */
export const guessType = (name: string) => TYPES.find(([word]) => word.test(name))?.[1] ?? ''

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

/** The decimal mark of most unambiguous cells; "1.250" says nothing. Defaults to a comma. */
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

/** The columns of a file by the names in one row, with their first cells and distinct values. */
export function previewFile(
  rows: readonly { number: number; cells: readonly string[] }[],
  headerRow: number,
  place: Pick<FilePreview, 'sheet' | 'sheets' | 'sheetGone'> = NO_SHEET,
): FilePreview {
  // Missing rows and names over several lines leave holes in the numbering.
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
      const values = [...new Set(cells.filter((cell) => cell !== ''))]
      return {
        name,
        index,
        role: roles[at] ?? 'skip',
        first: values.slice(0, 3),
        codes:
          values.length <= MOST_CODES && values.some((word) => parseDutchNumber(word) === null)
            ? values
            : [],
      }
    }),
    rows: body.slice(0, PREVIEW_ROWS).map((cells) => header.map((_, index) => cells[index] ?? '')),
    unnamed: header.length - named.length,
    hidden: Math.max(0, named.length - MAX_SHOWN_COLUMNS),
  }
}

/** The mapped columns that this file lacks. */
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
