import 'server-only'
import { createConcurrencyLimit } from '@/lib/base/cache/concurrency-limit'
import { openSheet, SheetError } from '@/lib/base/files/sheets'
import {
  isEncryptedArchive,
  isEncryptedOffice,
  isProgram,
  signatureOf,
} from '@/lib/base/files/file-type'
import { cellText } from './cells.rules'
import { FAULT_HEADER } from './columns.rules'
import { isExample, MAX_COLUMNS, MAX_ROWS } from './rules'
import type { FileContent, FileProblem, FileRow } from './types'

/** As much as a cell of a workbook can hold: a text that is too long is a fault, and never cut. */
const MAX_CELL = 32_767

const letters = (at: number): string =>
  (at >= 26 ? letters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))

/** Headers as people see them: on one line, each with a name of its own. */
function headersOf(cells: readonly string[], width: number): string[] {
  const seen = new Map<string, number>()
  return Array.from({ length: width }, (_, at) => {
    const text = cellText(cells[at] ?? '')
      .replace(/\s+/g, ' ')
      .slice(0, 100)
    const name = text === '' ? `Kolom ${letters(at)}` : text
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} (${String(count)})`
  })
}

const SHEET_PROBLEMS: Partial<Record<SheetError['problem'], FileProblem>> = {
  tooLarge: 'tooLarge',
  wrongType: 'wrongKind',
  tooManyRows: 'tooManyRows',
  empty: 'empty',
  strayQuote: 'strayQuote',
}

const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell === '')

async function collect(file: Buffer): Promise<FileContent | { problem: FileProblem }> {
  const { sheets, rows } = await openSheet(file, undefined, MAX_CELL)
  let row = 0
  let head: FileRow | null = null
  const found: FileRow[] = []
  let width = 0
  for await (const { number: place, cells } of rows) {
    row += 1
    if (isEmpty(cells)) continue
    // Of a CSV a cell may have several lines, which a spreadsheet shows as one row.
    const number = sheets.length > 0 ? place : row
    if (head === null) head = { number, cells }
    else if (!isExample(cells[0] ?? '')) found.push({ number, cells })
    width = Math.max(width, cells.findLastIndex((cell) => cell !== '') + 1)
    if (found.length > MAX_ROWS) return { problem: 'tooManyRows' }
    if (width > MAX_COLUMNS) return { problem: 'tooManyColumns' }
  }
  if (head === null) return { problem: 'empty' }
  if (found.length === 0) return { problem: 'noRows' }
  const headers = headersOf(head.cells, width)
  // Of a list of faults that comes back mended, what was wrong is no part.
  const last = headers.at(-1) === FAULT_HEADER ? headers.length - 1 : headers.length
  return {
    headers: headers.slice(0, last),
    rows: found.map(({ number, cells }) => ({ number, cells: cells.slice(0, last) })),
  }
}

/** An unpacked workbook takes memory; readers of pages must not notice how many are sent. */
const inTurn = createConcurrencyLimit(2)

/** The rows of a workbook or CSV, or why it cannot be read. Nothing in it runs or is followed. */
export async function readRows(file: Buffer): Promise<FileContent | { problem: FileProblem }> {
  if (isProgram(file)) return { problem: 'program' }
  const signature = signatureOf(file)
  if (signature === 'ole') return { problem: isEncryptedOffice(file) ? 'password' : 'oldExcel' }
  if (signature === 'zip' && isEncryptedArchive(file)) return { problem: 'password' }
  try {
    return await inTurn(() => collect(file))
  } catch (error) {
    if (!(error instanceof SheetError)) throw error
    return { problem: SHEET_PROBLEMS[error.problem] ?? 'broken' }
  }
}
