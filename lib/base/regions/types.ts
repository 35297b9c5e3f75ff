import type { RegionType } from '@/generated/prisma/enums'

export type { RegionType }

export interface RegionSummary {
  id: string
  code: string
  type: RegionType
  name: string
  slug: string
}

export interface RegionView extends RegionSummary {
  nameVariants: string[]
  note: string | null
  parents: RegionSummary[]
  children: RegionSummary[]
}

export interface RegionChoice extends Omit<RegionSummary, 'id'> {
  province: string | null
}
