/**
 * What is wrong with the rows of a sheet before anything is written: every row is judged, each cell once, and a parent may
 * stand in the register or in a row above.
 *
 * Source: PRODUCT.md, "The policy monitor".
 */
import type { ImportRow, ImportText, RowFault } from './types'

/** The type of funding of a row that names who pays and not how. */
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

/**
 * What is wrong with the rows of an import beside the shape of their cells, each fault once. Every row is judged by
 * itself: a parent that stands in a row above is there, also when that row has a fault of its own. `shape` holds the
 * faults that were found before; a cell that has one is not judged again.
 */
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
  return [...shape, ...found.filter(({ row, column }) => !reported.has(`${row} ${column}`))].sort(
    (a, b) => a.row - b.row,
  )
}
