/**
 * What is wrong with a file, as files: the rows that were sent with a last column that says what is
 * wrong, to mend and send again; and the faults alone.
 * Source: docs/adr/0047-many-initiatives-at-once.md.
 */
import type { Table } from '@/lib/base/files/workbook'
import { FAULT_HEADER } from './columns.rules'
import type { FileContent, RowFault } from './types'

export interface SaidFault extends RowFault {
  said: string
}

const WIDTH = 28
const FAULT_WIDTH = 70

/** All rows as they were sent, those with a fault with its words. */
export function faultedTable({ headers, rows }: FileContent, faults: readonly SaidFault[]): Table {
  const byRow = Map.groupBy(faults, ({ rowNumber }) => rowNumber)
  return {
    name: 'Initiatieven',
    header: [...headers, FAULT_HEADER],
    rows: rows.map(({ number, cells }) => [
      ...headers.map((_, at) => cells[at] ?? ''),
      (byRow.get(number) ?? []).map(({ column, said }) => `${column}: ${said}`).join('\n'),
    ]),
    widths: [...headers.map(() => WIDTH), FAULT_WIDTH],
  }
}

/** A row for each fault. */
export const faultTable = (faults: readonly SaidFault[], header: readonly string[]): Table => ({
  name: FAULT_HEADER,
  header,
  rows: faults.map(({ rowNumber, column, value, said }) => [rowNumber, column, value, said]),
})
