import type { ReactNode } from 'react'
import { ScrollRegion } from './scroll-region'

export interface Column<Row> {
  key: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  numeric?: boolean
  sorted?: 'ascending' | 'descending'
}

interface DataTableProps<Row> {
  caption: string
  captionHidden?: boolean
  columns: readonly [Column<Row>, ...Column<Row>[]]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}

export function DataTable<Row>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
}: DataTableProps<Row>) {
  const [first, ...rest] = columns
  const align = (column: Column<Row>) => (column.numeric === true ? 'text-right' : 'text-left')
  return (
    <ScrollRegion label={caption} tall>
      <table className="w-full border-collapse text-sm">
        <caption className={captionHidden ? 'sr-only' : 'pb-2 text-left font-semibold'}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                aria-sort={column.sorted}
                className={`sticky top-0 z-10 border-b-2 border-edge bg-paper px-3 py-2 align-bottom font-semibold first:left-0 first:z-20 first:pl-0 ${align(column)}`}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="*:border-b *:border-hairline last:*:border-b-0">
              <th
                scope="row"
                className="sticky left-0 bg-paper py-2 pr-3 text-left align-top font-normal"
              >
                {first.cell(row)}
              </th>
              {rest.map((column) => (
                <td key={column.key} className={`px-3 py-2 align-top ${align(column)}`}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
