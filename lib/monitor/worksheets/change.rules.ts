/**
 * What becomes of what was typed in a row. A cell is compared with what the person saw: when
 * somebody else changed it meanwhile, both texts stay in sight and nothing is overwritten. Good
 * cells are saved beside faulty ones.
 * Source: docs/adr/0058-the-worksheet.md.
 */
import { cellText, EDITABLE, readCell, type CellValue } from './cells.rules'
import type { Cells, Column, RowKind } from './types'

export interface Standing {
  kind: RowKind
  cells: Cells
  unit: Parameters<typeof readCell>[2]
  peopleGroup: number | null
  baselineYear: number | null
}

export interface CellChange {
  value: CellValue
  before: string
  after: string
}

export interface RowChanges {
  changes: CellChange[]
  /** Keys of `errors`, by column. */
  faults: Partial<Record<Column, string>>
}

const columnOf = ({ value }: CellChange) => value.column

/** What the cell would show; as typed when it cannot be read. */
function shown(column: Column, typed: string, unit: Standing['unit']): string {
  const read = readCell(column, typed, unit)
  return 'value' in read ? cellText(read.value) : typed.trim()
}

function dayAfter(changes: readonly CellChange[], column: Column, cells: Cells): string {
  const text = changes.find((change) => columnOf(change) === column)?.after ?? cells[column] ?? ''
  return text.split('-').toReversed().join('-')
}

/** Faults of good cells that do not go with each other or with what is stored. */
function togetherFault(
  change: CellChange,
  changes: readonly CellChange[],
  row: Standing,
): string | null {
  const { value } = change
  switch (value.column) {
    case 'startsOn':
    case 'endsOn': {
      const start = dayAfter(changes, 'startsOn', row.cells)
      const end = dayAfter(changes, 'endsOn', row.cells)
      return start !== '' && end !== '' && end < start ? 'endBeforeStart' : null
    }
    case 'planned':
    case 'reached':
      return row.peopleGroup !== null && value.count !== null && value.count > row.peopleGroup
        ? 'peopleAboveGroup'
        : null
    case 'target': {
      const { year } = value.target
      return row.baselineYear !== null && year !== null && year <= row.baselineYear
        ? 'targetBeforeBaseline'
        : null
    }
    default:
      return null
  }
}

/**
 * The cells to save and the faults beside the others.
 * @param typed what stands in the cells now; a column that is left out stays
 * @param was what the person saw in them before
 */
export function rowChanges(row: Standing, typed: Cells, was: Cells): RowChanges {
  const faults: RowChanges['faults'] = {}
  const read: CellChange[] = []
  for (const column of EDITABLE[row.kind]) {
    const text = typed[column]
    if (text === undefined) continue
    const before = row.cells[column] ?? ''
    const seen = was[column] ?? ''
    if (text.trim() === seen.trim() || shown(column, text, row.unit) === before) continue
    if (shown(column, seen, row.unit) !== before) {
      faults[column] = 'cellChanged'
      continue
    }
    const cell = readCell(column, text, row.unit)
    if ('fault' in cell) faults[column] = cell.fault
    else read.push({ value: cell.value, before, after: cellText(cell.value) })
  }
  const changes = read.filter((change) => {
    const fault = togetherFault(change, read, row)
    if (fault !== null) faults[columnOf(change)] = fault
    return fault === null
  })
  return { changes, faults }
}
