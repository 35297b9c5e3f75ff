/** The rows of a sheet that is imported, with each fault once and in the cell where it stands. */
import { isCalendarDate } from '@/lib/base/text/calendar'
import { cellText, readDate } from '@/lib/knowledge/initiative-imports/cells.rules'
import { columnLetters, EMPTY_CELLS, findColumns, IMPORT_COLUMNS } from './import-columns.rules'
import { importRowSchema } from './import.schema'
import type { ImportColumn, ImportRow, RowFault } from './types'

/** How the goals of the filled in rows of the template begin. */
const EXAMPLE = /^(?:voorbeeld|example)\s*:/i

const FIRST_DAYS: readonly ImportColumn[] = ['startsOn', 'goalStartsOn']
const LAST_DAYS: readonly ImportColumn[] = ['endsOn', 'goalEndsOn']

function dayOf(typed: string, side: 'first' | 'last'): string {
  if (typed === '' || isCalendarDate(typed)) return typed
  const read = readDate(typed, side)
  // What cannot be read stays as typed and is a fault.
  return 'value' in read && read.value !== null ? read.value : typed
}

type Places = Partial<Record<ImportColumn, number>>

function rowOf(cells: readonly string[], row: number, places: Places): ImportRow {
  const read = IMPORT_COLUMNS.map((column) => {
    const place = places[column]
    const text = place === undefined ? '' : cellText(cells[place] ?? '')
    if (FIRST_DAYS.includes(column)) return [column, dayOf(text, 'first')] as const
    return [column, LAST_DAYS.includes(column) ? dayOf(text, 'last') : text] as const
  })
  return { ...EMPTY_CELLS, ...Object.fromEntries(read), row }
}

const columns = new Set<string>(IMPORT_COLUMNS)

/** What is wrong in the rows by themselves. */
export function shapeFaults(rows: readonly ImportRow[]): RowFault[] {
  return rows.flatMap((row) => {
    const seen = new Set<string>()
    return (importRowSchema.safeParse(row).error?.issues ?? []).flatMap((issue): RowFault[] => {
      const name = String(issue.path[0])
      const column = columns.has(name) ? (name as ImportColumn) : 'goal'
      if (seen.has(column)) return []
      seen.add(column)
      return [{ row: row.row, column, message: issue.message }]
    })
  })
}

/** The faults with the names of their cells. */
export const withCells = (faults: readonly RowFault[], places: Places): RowFault[] =>
  faults.map((fault) => {
    const place = places[fault.column]
    return place === undefined
      ? fault
      : { cell: `${columnLetters(place)}${String(fault.row)}`, ...fault }
  })

export interface ReadSheet {
  rows: ImportRow[]
  places: Places
  /** Of the header. */
  faults: RowFault[]
  /** Columns that are not read. */
  unknown: { cell: string; header: string }[]
  /** Rows of the example that were left in. */
  examples: number
}

export function readImportSheet(
  sheet: readonly { number: number; cells: readonly string[] }[],
): ReadSheet {
  const [header, ...below] = sheet
  const at = header?.number ?? 1
  const found = findColumns((header?.cells ?? []).map(cellText), at)
  const filled = below
    .map(({ number, cells }) => rowOf(cells, number, found.places))
    .filter((row) => IMPORT_COLUMNS.some((column) => row[column] !== ''))
  const rows = filled.filter(({ goal }) => !EXAMPLE.test(goal))
  const faults: RowFault[] = found.twice.map(({ cell, column }) => ({
    row: at,
    column,
    cell,
    message: 'importColumnTwice',
  }))
  if (found.places.goal === undefined)
    faults.unshift({ row: at, column: 'goal', message: 'importNoColumn' })
  return {
    rows,
    places: found.places,
    faults,
    unknown: found.unknown,
    examples: filled.length - rows.length,
  }
}
