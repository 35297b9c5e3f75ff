import { z } from 'zod'
import { yearSchema } from '@/lib/monitor/chains/schema'
import { MAX_CELL } from './cells.rules'
import { ROW_KINDS } from './types'

const cell = z.string().max(MAX_CELL, 'tooLong').optional()
/** Typed in each column; a column that is not sent stays. */
const cells = z.strictObject({
  title: cell,
  who: cell,
  amount: cell,
  startsOn: cell,
  endsOn: cell,
  planned: cell,
  reached: cell,
  target: cell,
  value: cell,
})

/** One row, with what the person saw in each cell before typing. */
export const worksheetRowSchema = z.strictObject({
  regionId: z.uuid(),
  year: yearSchema,
  kind: z.enum(ROW_KINDS),
  id: z.uuid(),
  batchId: z.uuid(),
  cells,
  was: cells,
})

export const undoSchema = z.strictObject({ regionId: z.uuid(), batchId: z.uuid() })
