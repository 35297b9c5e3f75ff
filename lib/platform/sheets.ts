import 'server-only'
import { Readable } from 'node:stream'
import { parse, type Parser } from 'csv-parse'
import { openWorkbook, WorkbookError, workbookRows } from './sheet-xlsx'
import { ArchiveError, unpackBounded } from './sheet-zip'

export type SheetProblem = 'tooLarge' | 'wrongType' | 'broken' | 'tooManyRows' | 'empty'

/** A file that is refused as a whole. */
export class SheetError extends Error {
  readonly problem: SheetProblem

  constructor(problem: SheetProblem) {
    super(problem)
    this.name = 'SheetError'
    this.problem = problem
  }
}

export const MAX_FILE_BYTES = 20 * 1_024 * 1_024
const MAX_ROWS = 200_000
const MAX_COLUMNS = 500
const MAX_MERGES = 20_000
const MAX_CELL = 2_000

/** A row with its number in the file, as people see it in their own program. */
export interface SheetRow {
  number: number
  cells: string[]
}

/** A file as it comes in, refused as soon as it is too large. */
export async function collectBytes(stream: AsyncIterable<Uint8Array>, max = MAX_FILE_BYTES): Promise<Buffer> {
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

const startsWith = (file: Buffer, ...bytes: number[]) => bytes.every((byte, at) => file[at] === byte)
const isZip = (file: Buffer) => startsWith(file, 0x50, 0x4b, 0x03, 0x04)

/** UTF-8 with or without a mark, UTF-16 with a mark, else what Windows writes in western Europe. */
export function decodeText(file: Buffer): string {
  if (startsWith(file, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(file)
  if (startsWith(file, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return new TextDecoder('windows-1252').decode(file)
  }
}

/** The sign between the cells: the one that occurs most in the first lines, outside quotes. */
export function delimiterOf(text: string): string {
  const head = text.slice(0, 10_000).replace(/"[^"]*"/g, '').split(/\r?\n/, 20).join('\n')
  const count = (sign: string) => head.split(sign).length
  return [';', '\t', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

const TEXT_STEP = 1_024 * 1_024

function* textParts(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += TEXT_STEP) yield text.slice(at, at + TEXT_STEP)
}

async function* csvRows(file: Buffer): AsyncGenerator<SheetRow> {
  const text = decodeText(file)
  if (text.includes('\0')) throw new SheetError('wrongType')
  const parser: Parser = Readable.from(textParts(text)).pipe(parse({
    delimiter: delimiterOf(text), bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, info: true, max_record_size: MAX_COLUMNS * MAX_CELL, to: MAX_ROWS + 1,
  }))
  try {
    for await (const item of parser) {
      const { record, info } = item as { record: string[]; info: { lines: number } }
      yield { number: info.lines, cells: record }
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')) throw new SheetError('broken')
    throw error
  }
}

function* xlsxRows(file: Buffer): Generator<SheetRow> {
  try {
    const parts = unpackBounded(file)
    if (!parts.has('xl/workbook.xml')) throw new SheetError('wrongType')
    yield* workbookRows(openWorkbook(parts), { columns: MAX_COLUMNS, merges: MAX_MERGES })
  } catch (error) {
    if (error instanceof ArchiveError) throw new SheetError(error.message === 'tooLarge' ? 'tooLarge' : 'broken')
    if (error instanceof WorkbookError) throw new SheetError('broken')
    throw error
  }
}

/** True for what holds numbers as numbers, so that nothing is said of their decimal sign. */
export const isWorkbook = isZip

/** Old Excel, PDF, pictures and other archives are no text, whatever their name says. */
const NO_TEXT = [[0xd0, 0xcf, 0x11, 0xe0], [0x25, 0x50, 0x44, 0x46], [0x89, 0x50, 0x4e, 0x47], [0x1f, 0x8b], [0xff, 0xd8, 0xff]]

/** The rows of a CSV or XLSX file one after the other, by what is in it and not by its name. Throws SheetError, possibly on the way. */
export async function* sheetRows(file: Buffer): AsyncGenerator<SheetRow> {
  if (file.length > MAX_FILE_BYTES) throw new SheetError('tooLarge')
  if (NO_TEXT.some((magic) => startsWith(file, ...magic))) throw new SheetError('wrongType')
  let count = 0
  for await (const { number, cells } of isZip(file) ? xlsxRows(file) : csvRows(file)) {
    count += 1
    if (count > MAX_ROWS || cells.length > MAX_COLUMNS) throw new SheetError('tooManyRows')
    yield { number, cells: cells.map((cell) => cell.slice(0, MAX_CELL).trim()) }
  }
}

/** All rows of a small file at once. Throws SheetError. */
export async function readSheetRows(file: Buffer): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of sheetRows(file)) rows.push(row)
  return rows
}

/** The first rows of a file. Throws SheetError. */
export async function readFirstRows(file: Buffer, count: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of sheetRows(file)) {
    rows.push(row)
    if (rows.length >= count) break
  }
  return rows
}
