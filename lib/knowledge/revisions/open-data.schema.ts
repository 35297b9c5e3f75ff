import { z } from 'zod'

/** How much is filled in; says nothing of how good an initiative is. */
export const completenessSchema = z.strictObject({
  beantwoord: z.int(),
  vragen: z.int(),
  verdiept: z.array(z.string()),
})
