import { z } from 'zod'
import type { RegionType } from '@/generated/prisma/enums'

/** Dutch words for the kinds of region, as the open data names them. */
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

/** Query of GET /api/v1/regios. */
export const regionsQuerySchema = z.strictObject({ soort: soort.optional() })

/** A region in the open data. The code is the key; a name can belong to several regions. */
export const regionSchema = z.strictObject({
  code: z.string(),
  slug: z.string(),
  naam: z.string(),
  soort,
})

/** Answer of GET /api/v1/regios. */
export const regionsSchema = z.strictObject({ items: z.array(regionSchema), totaal: z.int() })
