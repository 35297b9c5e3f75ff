import { readWholeXml } from './xml-reader'
import { WorkbookError } from './sheet-xlsx'

export interface RawRow {
  number: number
  cells: string[]
  numeric: Set<number>
}

interface Merge {
  top: number
  bottom: number
  left: number
  right: number
  value: string
  numeric: boolean
}

export const columnOf = (letters: string) =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

const AREA = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/

export function mergesOf(sheet: Buffer, most: number): Merge[] {
  const merges: Merge[] = []
  // Most sheets have none and need no second pass.
  if (!sheet.includes('mergeCell')) return merges
  readWholeXml(sheet, {
    open: (name, { ref = '' }) => {
      const [, left, top, right, bottom] = name === 'mergeCell' ? (AREA.exec(ref) ?? []) : []
      if (left === undefined || right === undefined) return
      merges.push({
        top: Number(top),
        bottom: Number(bottom),
        left: columnOf(left),
        right: columnOf(right),
        value: '',
        numeric: false,
      })
      if (merges.length > most) throw new WorkbookError('merged cells')
    },
  })
  return merges.sort((a, b) => a.top - b.top)
}

function fillRow({ cells, numeric }: RawRow, active: readonly Merge[], columns: number): void {
  for (const { left, right, value, numeric: isNumber } of active) {
    while (cells.length < left) cells.push('')
    for (let column = left; column <= Math.min(right, columns - 1); column += 1) {
      cells[column] = value
      if (isNumber) numeric.add(column)
    }
  }
}

export function merger(merges: readonly Merge[], columns: number): (row: RawRow) => void {
  let next = 0
  let active: Merge[] = []
  return (row) => {
    const { number, cells, numeric } = row
    active = active.filter(({ bottom }) => bottom >= number)
    for (
      let merge = merges[next];
      merge !== undefined && merge.top <= number;
      merge = merges[next]
    ) {
      next += 1
      merge.value = merge.top === number ? (cells[merge.left] ?? '') : ''
      merge.numeric = merge.top === number && numeric.has(merge.left)
      if (merge.bottom >= number) active.push(merge)
    }
    if (active.length > columns) throw new WorkbookError('merged cells')
    fillRow(row, active, columns)
  }
}
