import writeXlsx from 'write-excel-file/node'

/** A sheet reads text that starts like this as a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** Text as a spreadsheet may hold it: never a formula, whatever someone typed. */
export function plainCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** A row of a sheet; numbers stay numbers, null stays empty. */
export type SheetRow = readonly (string | number | null)[]

export interface Sheet {
  name: string
  /** The first row names the columns. */
  rows: readonly SheetRow[]
  /** Width of each column in characters. */
  widths: readonly number[]
}

const MAX_SHEET_NAME = 31

/** An XLSX file with a header row that stays in view. */
export async function toXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
  return writeXlsx(
    sheets.map(({ name, rows, widths }) => ({
      sheet: name.slice(0, MAX_SHEET_NAME),
      data: rows.map((row, index) =>
        row.map((value) => (value === null ? null : { value: typeof value === 'string' ? plainCell(value) : value, wrap: true, alignVertical: 'top' as const, ...(index === 0 && { fontWeight: 'bold' as const }) })),
      ),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
    })),
  ).toBuffer()
}
