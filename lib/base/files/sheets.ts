import 'server-only'
import { CsvError, csvRows } from './sheet-csv'
import { ArchiveError, unpackBounded } from './archive'
import { decodeText } from './decode-text'
import { signatureOf } from './file-type'
import { workbookRows } from './sheet-rows'
import { openWorkbook, WorkbookError } from './sheet-xlsx'
import { XmlError } from './xml-reader'
import { xmlSafe } from '@/lib/base/text/text'

export type SheetProblem =
  'tooLarge' | 'wrongType' | 'broken' | 'tooManyRows' | 'empty' | 'strayQuote' | 'sheetMissing'

/** A file that is refused as a whole. `detail` holds figures and names from the file only. */
export class SheetError extends Error {
  readonly problem: SheetProblem
  readonly detail: string

  constructor(problem: SheetProblem, detail = '') {
    super(problem)
    this.name = 'SheetError'
    this.problem = problem
    this.detail = detail
  }
}

export const MAX_FILE_BYTES = 20 * 1_024 * 1_024
const MAX_ROWS = 200_000
const MAX_LINES = 1_048_576
const MAX_COLUMNS = 500
const MAX_MERGES = 20_000
const MAX_CELL = 2_000

export interface SheetRow {
  number: number
  cells: string[]
  /** Columns whose cell is a number of a workbook, written with a comma here. */
  numeric: ReadonlySet<number>
}

const NONE: ReadonlySet<number> = new Set()

export async function collectBytes(
  stream: AsyncIterable<Uint8Array>,
  max = MAX_FILE_BYTES,
): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of stream) {
    bytes += part.length
    if (bytes > max) throw new SheetError('tooLarge')
    parts.push(part)
  }
  if (bytes === 0) throw new SheetError('empty')
  return Buffer.concat(parts)
}

async function* textRows(file: Buffer): AsyncGenerator<SheetRow> {
  const text = decodeText(file)
  if (text.includes('\0')) throw new SheetError('wrongType')
  try {
    for await (const row of csvRows(text, {
      lines: MAX_LINES + 1,
      recordSize: MAX_COLUMNS * MAX_CELL,
    })) {
      yield { ...row, numeric: NONE }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new SheetError(error.problem, error.detail)
    throw error
  }
}

function namedError(error: unknown): unknown {
  if (error instanceof ArchiveError) return new SheetError(error.problem)
  return error instanceof WorkbookError || error instanceof XmlError
    ? new SheetError('broken')
    : error
}

async function openBook(file: Buffer, wanted: string | undefined) {
  try {
    const parts = await unpackBounded(file)
    if (!parts.has('xl/workbook.xml')) throw new SheetError('wrongType')
    const { sheets, open } = openWorkbook(parts)
    const sheet = wanted === undefined ? sheets[0] : sheets.find((name) => isSameName(name, wanted))
    if (sheet === undefined)
      throw new SheetError('sheetMissing', [wanted, sheets.join(', ')].filter(Boolean).join(' / '))
    return { sheets, sheet, book: open(sheet) }
  } catch (error) {
    throw namedError(error)
  }
}

function* bookRows(book: Awaited<ReturnType<typeof openBook>>['book']): Generator<SheetRow> {
  try {
    yield* workbookRows(book, { columns: MAX_COLUMNS, merges: MAX_MERGES, lines: MAX_LINES })
  } catch (error) {
    throw namedError(error)
  }
}

const bareName = (name: string) => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

/** Spreadsheet programs compare sheet names without case. */
export const isSameName = (a: string, b: string) => bareName(a) === bareName(b)

export interface OpenSheet {
  sheets: readonly string[]
  sheet: string | null
  rows: AsyncGenerator<SheetRow>
}

async function* boundedRows(
  rows: AsyncIterable<SheetRow> | Iterable<SheetRow>,
  maxCell: number,
): AsyncGenerator<SheetRow> {
  let filled = 0
  let lines = 0
  for await (const { number, cells, numeric } of rows) {
    lines += 1
    const last = cells.findLastIndex((cell) => cell !== '')
    if (last >= 0) filled += 1
    // Cells and rows with only a colour or border do not count.
    if (filled > MAX_ROWS || lines > MAX_LINES || last >= MAX_COLUMNS)
      throw new SheetError('tooManyRows')
    yield {
      number,
      cells: cells.slice(0, MAX_COLUMNS).map((cell) => xmlSafe(cell.slice(0, maxCell)).trim()),
      numeric,
    }
  }
}

/**
 * The named sheet, else the first visible one. Longer cells are cut at `maxCell`. Throws SheetError,
 * also while rows are read.
 */
export async function openSheet(
  file: Buffer,
  wanted?: string,
  maxCell = MAX_CELL,
): Promise<OpenSheet> {
  if (file.length > MAX_FILE_BYTES) throw new SheetError('tooLarge')
  const signature = signatureOf(file)
  // Old Excel, PDF, images and other archives are no text, whatever they are called.
  if (signature !== null && signature !== 'zip') throw new SheetError('wrongType')
  if (signature === null)
    return { sheets: [], sheet: null, rows: boundedRows(textRows(file), maxCell) }
  const { sheets, sheet, book } = await openBook(file, wanted)
  return { sheets, sheet, rows: boundedRows(bookRows(book), maxCell) }
}

export async function readSheetRows(file: Buffer, sheet?: string): Promise<SheetRow[]> {
  return takeRows(await openSheet(file, sheet))
}

export async function takeRows({ rows }: OpenSheet, count = Infinity): Promise<SheetRow[]> {
  const taken: SheetRow[] = []
  for await (const row of rows) {
    taken.push(row)
    if (taken.length >= count) break
  }
  return taken
}
