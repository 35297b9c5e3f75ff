import { z } from 'zod'
import type { RegionType } from '@/generated/prisma/enums'

export const REGION_KINDS = {
  country: 'land',
  landsdeel: 'landsdeel',
  province: 'provincie',
  labour_market: 'arbeidsmarktregio',
  ser: 'ser',
  ggd: 'ggd',
  municipality: 'gemeente',
} as const satisfies Record<RegionType, string>

const soort = z.enum(Object.values(REGION_KINDS))

export const regionsQuerySchema = z.strictObject({ soort: soort.optional() })

/** The code is the key; several regions can share a name. */
export const regionSchema = z.strictObject({
  code: z.string(),
  slug: z.string(),
  naam: z.string(),
  soort,
  /** The first day on which it is no region any more; null for a region of now. */
  eindigt: z.string().nullable(),
})

export const regionsSchema = z.strictObject({ items: z.array(regionSchema), totaal: z.int() })
