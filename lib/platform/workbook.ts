import 'server-only'
import { readSheet } from 'read-excel-file/node'
import writeExcelFile from 'write-excel-file/node'

/** A table as it leaves the house: a name, its header and its rows. Null is an empty cell. */
export interface Table {
  name: string
  header: readonly string[]
  rows: readonly (readonly (string | number | null)[])[]
}

const MAX_UNPACKED = 30_000_000
const FORMULA = /^[=+\-@\t\r]/

/** Text that a spreadsheet would run as a formula gets a quote in front, so that it stays text. */
const neutral = (cell: string) => (FORMULA.test(cell) ? `'${cell}` : cell)

const csvCell = (cell: string | number | null) => {
  if (cell === null) return ''
  const text = typeof cell === 'number' ? String(cell).replace('.', ',') : neutral(cell)
  return /[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The table as Dutch Excel opens it: semicolons, comma as decimal sign, a byte order mark. */
export function toCsv({ header, rows }: Table): string {
  return `\uFEFF${[header, ...rows].map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`
}

/** Tables as one workbook, a sheet each, the header in bold and kept in view. */
export async function toXlsx(tables: readonly Table[]): Promise<Buffer> {
  return writeExcelFile(
    tables.map(({ name, header, rows }) => ({
      sheet: name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
      stickyRowsCount: 1,
      columns: header.map((title, index) => ({ width: Math.min(60, Math.max(12, title.length + 2, ...rows.map((row) => Math.min(60, String(row[index] ?? '').length)))) })),
      data: [
        header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map((cell) => (cell === null ? null : typeof cell === 'number' ? { value: cell, type: Number } : { value: neutral(cell), type: String }))),
      ],
    })),
  ).toBuffer()
}

/** Sum of the unpacked sizes that the directory of a zip file promises; null when it is no zip file. */
function unpackedSize(file: Buffer): number | null {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (file.readUInt32BE(0) !== 0x504b0304 || end < 0 || end + 22 > file.length) return null
  let total = 0
  for (let at = file.readUInt32LE(end + 16); at + 46 <= end && file.readUInt32LE(at) === 0x02014b50;) {
    total += file.readUInt32LE(at + 24)
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return total
}

const cellText = (cell: unknown): string => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' ? cell : typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}

/** The first sheet of a workbook as text, or null when it is no workbook or unpacks to too much. */
export async function readWorkbook(file: Buffer): Promise<string[][] | null> {
  const size = file.length < 22 ? null : unpackedSize(file)
  if (size === null || size > MAX_UNPACKED) return null
  try {
    return (await readSheet(file)).map((row) => row.map(cellText))
  } catch {
    // The reader throws plain errors on anything that is not a sound workbook; the caller asks for another file.
    return null
  }
}
