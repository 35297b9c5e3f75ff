import { readSheetRows } from '@/lib/base/files/sheets'
import { workbook, zip } from './workbook'

export const rowsOf = async (content: string | Buffer): Promise<string[][]> =>
  (await readSheetRows(Buffer.from(content))).map(({ cells }) => cells)

export const rowsWith = (
  rows: string,
  more = '',
  parts: Record<string, string> = {},
): Promise<string[][]> => rowsOf(zip({ ...workbook(rows, more), ...parts }))

export const problem = async (content: Buffer): Promise<string | undefined> =>
  readSheetRows(content).then(
    () => 'read',
    (error: unknown) => (error as { problem?: string }).problem,
  )
