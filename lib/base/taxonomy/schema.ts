import { z } from 'zod'

/** A word of a vocabulary in the open data. */
export const termSchema = z.strictObject({
  slug: z.string(),
  label: z.string(),
  labelEn: z.string(),
  definitie: z.string(),
  definitieEn: z.string(),
  ook: z.array(z.string()),
  breder: z.string().nullable(),
})

/** Answer of GET /api/v1/doelgroepen. */
export const targetGroupsSchema = z.strictObject({ items: z.array(termSchema), totaal: z.int() })
