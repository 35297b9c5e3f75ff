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

/** A region with what lies around it. */
export interface RegionView extends RegionSummary {
  nameVariants: string[]
  note: string | null
  /** Regions it lies in, the primary ones first. */
  parents: RegionSummary[]
  /** Regions within it; municipalities last. */
  children: RegionSummary[]
}
