import { z } from 'zod'

export const termSchema = z.strictObject({
  slug: z.string(),
  label: z.string(),
  labelEn: z.string(),
  definitie: z.string(),
  definitieEn: z.string(),
  ook: z.array(z.string()),
  breder: z.string().nullable(),
  /** Not used for new initiatives any more. */
  vervallen: z.boolean(),
})

export const targetGroupsSchema = z.strictObject({ items: z.array(termSchema), totaal: z.int() })
