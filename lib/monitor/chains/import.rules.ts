/** Source: docs/model.md, "The policy monitor". A parent is an existing goal or an earlier row. */
import { rowsFaults } from './import-rows.rules'
import type { ImportRow, ImportText, RowFault } from './types'

/** For a row with a provider but no type of funding. */
export const UNKNOWN_FUNDING = 'onbekend'

const normalize = (text: string) => text.toLowerCase()

function parentFault(
  row: ImportRow,
  firstRows: ReadonlyMap<string, number>,
  goals: ReadonlySet<string>,
): RowFault[] {
  if (row.parent === '' || goals.has(normalize(row.parent))) return []
  const other = firstRows.get(normalize(row.parent))
  if (other === undefined || normalize(row.parent) === normalize(row.goal))
    return [{ row: row.row, column: 'parent', message: 'importParent' }]
  return other < row.row
    ? []
    : [{ row: row.row, column: 'parent', message: 'importParentBelow', other }]
}

/** The faults of an import, one per cell. `shape` holds the faults in the cells themselves. */
export function importFaults(
  rows: readonly ImportRow[],
  labels: ImportText,
  shape: readonly RowFault[] = [],
): RowFault[] {
  const reported = new Set(shape.map(({ row, column }) => `${row} ${column}`))
  const firstRows = new Map(
    rows
      .filter(({ goal }) => goal !== '')
      .toReversed()
      .map((row) => [normalize(row.goal), row.row]),
  )
  const unknown = (
    row: ImportRow,
    column: 'instrument' | 'fundingType',
    known: ReadonlySet<string>,
    text: string,
  ): RowFault[] =>
    text === '' || known.has(normalize(text))
      ? []
      : [{ row: row.row, column, message: 'unknownChoice' }]
  const found = rows.flatMap((row) => [
    ...parentFault(row, firstRows, labels.goals),
    ...unknown(row, 'instrument', labels.instruments, row.instrument),
    ...unknown(row, 'fundingType', labels.fundingTypes, row.fundingType),
  ])
  const once = [...found, ...rowsFaults(rows, labels)].filter(({ row, column }) => {
    const cell = `${row} ${column}`
    if (reported.has(cell)) return false
    reported.add(cell)
    return true
  })
  return [...shape, ...once].sort((a, b) => a.row - b.row)
}
