import { z } from 'zod'
import { COLUMNS } from './types'

export const importTargetSchema = z.strictObject({ importId: z.uuid() })

/** The field of each column of the file; empty for one that is not used. */
export const columnsSchema = z.strictObject({
  columns: z.array(z.union([z.literal(''), z.enum(COLUMNS)], 'choose')),
})

export const requestSchema = z.strictObject({
  importId: z.uuid(),
  /** The decision to leave the rows with faults out. */
  without: z.literal('on').optional(),
})
