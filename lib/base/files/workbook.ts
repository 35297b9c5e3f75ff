import 'server-only'
import writeExcelFile from 'write-excel-file/node'
import { xmlSafe } from '@/lib/base/text/text'

export type TableRow = readonly (string | number | null)[]

export interface Table {
  name: string
  header: readonly string[]
  rows: readonly TableRow[]
  /** Width of each column in characters, for long texts that wrap. */
  widths?: readonly number[]
}

const FORMULA = /^[=+\-@\t\r]/

/** A quote before what a spreadsheet would run; forbidden signs go first, as one could hide it. */
function neutral(cell: string): string {
  const text = xmlSafe(cell)
  return FORMULA.test(text) ? `'${text}` : text
}

const csvCell = (cell: string | number | null) => {
  if (cell === null) return ''
  const text = typeof cell === 'number' ? String(cell).replace('.', ',') : neutral(cell)
  return /[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const csvLines = (rows: readonly TableRow[]) =>
  rows.map((row) => `${row.map(csvCell).join(';')}\r\n`).join('')

/** As Dutch Excel opens it: semicolons, decimal comma, byte order mark. */
export function toCsv({ header, rows }: Table): string {
  return `\uFEFF${csvLines([header, ...rows])}`
}

/** The same for rows that come in batches, so that a long table is never whole in memory. */
export function csvStream(
  header: readonly string[],
  batches: AsyncIterable<readonly TableRow[]>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const iterator = batches[Symbol.asyncIterator]()
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(`\uFEFF${csvLines([header])}`))
    },
    async pull(controller) {
      const next = await iterator.next()
      if (next.done === true) controller.close()
      else controller.enqueue(encoder.encode(csvLines(next.value)))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}

const MAX_NAME = 31
/** Excel refuses a file with a longer cell. */
const MAX_CELL = 32_767
const CUT = ' […]'
const fitted = (text: string) =>
  text.length <= MAX_CELL ? text : `${text.slice(0, MAX_CELL - CUT.length)}${CUT}`
const MAX_WIDTH = 60
const MIN_WIDTH = 12

const fitting = ({ header, rows }: Table) =>
  header.map((title, index) =>
    Math.min(
      MAX_WIDTH,
      Math.max(
        MIN_WIDTH,
        title.length + 2,
        ...rows.map((row) => Math.min(MAX_WIDTH, String(row[index] ?? '').length)),
      ),
    ),
  )

export async function toXlsx(tables: readonly Table[]): Promise<Buffer> {
  return writeExcelFile(
    tables.map((table) => {
      const look = table.widths === undefined ? {} : { wrap: true, alignVertical: 'top' as const }
      return {
        sheet: xmlSafe(table.name.replace(/[\\/?*[\]:]/g, ' ').slice(0, MAX_NAME)),
        stickyRowsCount: 1,
        stickyColumnsCount: 1,
        columns: (table.widths ?? fitting(table)).map((width) => ({ width })),
        data: [
          table.header.map((value) => ({
            value: neutral(value),
            type: String,
            fontWeight: 'bold' as const,
            ...look,
          })),
          ...table.rows.map((row) =>
            row.map((cell) =>
              cell === null
                ? null
                : typeof cell === 'number'
                  ? { value: cell, type: Number, ...look }
                  : { value: fitted(neutral(cell)), type: String, ...look },
            ),
          ),
        ],
      }
    }),
  ).toBuffer()
}
