import type { FitWeight } from '@/lib/knowledge/search/types'

/** A target group that is counted in a region, or in the larger region around it. */
export interface CountedGroup {
  slug: string
  people: number
  /** Name of the region that was counted. */
  regionName: string
  sourceName: string
  periodLabel: string
}

/** What a region is like, as far as it is known. */
export interface RegionTraits {
  slug: string
  name: string
  /** The province it lies in by its primary link. */
  province: string | null
  groups: readonly CountedGroup[]
  /** Sectors and challenges of the initiatives that it has itself, the narrowest only. */
  sectors: readonly string[]
  challenges: readonly string[]
  /** Labour-market regions with about as many registered jobseekers. */
  peers: readonly string[]
}

export interface RegionFit {
  region: RegionTraits
  weights: FitWeight[]
}

/** Why an initiative fits a region. */
export interface FitReason {
  kind: 'group' | 'sector' | 'challenge' | 'province' | 'peer'
  slug: string
  /** The count behind it, for a group. */
  counted: CountedGroup | null
}
