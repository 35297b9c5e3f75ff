/**
 * What the columns of a file seem to be. A guess is only a guess: it fills the form in (form.rules.ts), and whoever keeps
 * the platform decides. A mapping that gets another meaning gets another
 * version, and what was read with the old one is not written any more.
 *
 * Source: DOMAIN.md section 3.4.
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
export const guessType = (name: string) => TYPES.find(([word]) => word.test(name))?.[1] ?? ''

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
