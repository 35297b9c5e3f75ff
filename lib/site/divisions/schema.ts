import { z } from 'zod'

const MAX_TEXT = 200_000

export const divisionSchema = z.strictObject({
  lines: z.string().max(MAX_TEXT, 'tooLong').default(''),
  /** The lines that were checked; the same again applies them. */
  checked: z.string().max(MAX_TEXT).optional(),
})

export const moveSchema = z.strictObject({
  organisationId: z.uuid(),
  regionId: z.uuid(),
  successorId: z.uuid('choose'),
})
