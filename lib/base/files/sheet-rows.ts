import 'server-only'
import { columnOf, merger, mergesOf, type RawRow } from './sheet-merges'
import { dayOf, numberText, type NumberShape } from './sheet-number'
import { WorkbookError, type Book } from './sheet-xlsx'
import { readXml } from './xml-reader'

interface Cell {
  text: string
  isNumber: boolean
}

interface RawCell {
  place: string
  type: string
  style: number
  value: string | null
  formula: string | null
  inline: string
}

const textCell = (text: string): Cell => ({ text, isNumber: false })

function numberCell(value: string, shape: NumberShape | undefined, from1904: boolean): Cell {
  const number = Number(value)
  if (!Number.isFinite(number)) return textCell(value)
  const day = shape === 'day' ? dayOf(number, from1904) : null
  if (day !== null) return textCell(day)
  return {
    text: shape === 'percent' ? `${numberText(number * 100)}%` : numberText(number),
    isNumber: true,
  }
}

function readCell({ type, style, value, formula, inline }: RawCell, book: Book): Cell {
  if (type === 'inlineStr') return textCell(inline)
  if (value === null || value === '')
    // A formula without a stored result is no figure.
    return textCell(formula === null ? '' : `=${formula}`)
  if (type === 's') return textCell(book.strings[Number(value)] ?? '')
  if (type === 'b') return textCell(value === '1' ? 'WAAR' : '')
  if (type === 'd') return textCell(value.slice(0, 10))
  return type === 'n' ? numberCell(value, book.shapes[style], book.from1904) : textCell(value)
}

function placeCell({ cells, numeric }: RawRow, raw: RawCell, book: Book, columns: number): void {
  const letters = /^[A-Z]{1,3}/.exec(raw.place)?.[0]
  const column = letters === undefined ? cells.length : columnOf(letters)
  const { text, isNumber } = readCell(raw, book)
  if (text === '' && letters !== undefined) return
  // One beyond the last is enough to be refused; a far column must not allocate all before it.
  while (cells.length < Math.min(column, columns)) cells.push('')
  cells[Math.min(column, columns)] = text
  if (isNumber) numeric.add(column)
}

interface Limits {
  columns: number
  merges: number
  lines: number
}

class RowCollector {
  rows: RawRow[] = []
  private row: RawRow | null = null
  private cell: RawCell | null = null
  private last = 0
  private readonly book: Book
  private readonly limits: Limits

  constructor(book: Book, limits: Limits) {
    this.book = book
    this.limits = limits
  }

  open = (name: string, attributes: Readonly<Record<string, string>>) => {
    if (name === 'row') this.beginRow(attributes.r)
    else if (name === 'c')
      this.cell = {
        place: attributes.r ?? '',
        type: attributes.t ?? 'n',
        style: Number(attributes.s ?? 0),
        value: null,
        formula: null,
        inline: '',
      }
  }

  private beginRow(place: string | undefined): void {
    const number = Number(place ?? this.last + 1)
    if (!Number.isInteger(number) || number <= this.last || number > this.limits.lines)
      throw new WorkbookError('order of rows')
    this.last = number
    this.row = { number, cells: [], numeric: new Set() }
  }

  close = (name: string, text: string) => {
    const { row, cell } = this
    if (name === 'row' && row) {
      this.rows.push(row)
      this.row = null
    }
    if (!cell || !row) return
    if (name === 'v') cell.value = text
    else if (name === 'f') cell.formula = text
    else if (name === 't') cell.inline += text
    else if (name === 'c') {
      placeCell(row, cell, this.book, this.limits.columns)
      this.cell = null
    }
  }
}

/** A row that is too long gets one cell over `columns`. Throws WorkbookError or XmlError. */
export function* workbookRows(book: Book, limits: Limits): Generator<RawRow> {
  const fill = merger(mergesOf(book.sheet, limits.merges), limits.columns)
  const collector = new RowCollector(book, limits)
  const pieces = readXml(book.sheet, collector)
  while (pieces.next().done !== true) {
    for (const row of collector.rows) {
      fill(row)
      yield row
    }
    collector.rows = []
  }
}
