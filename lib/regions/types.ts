import type { RegionType } from '@/generated/prisma/enums'

export type { RegionType }

/** A region as shown in a list or a tag. */
export interface RegionSummary {
  id: string
  code: string
  type: RegionType
  name: string
  slug: string
}
