import { z } from 'zod'

export const linkSchema = z.strictObject({
  password: z.string().max(1_000, 'tooLong').optional().default(''),
})
