import type { FitWeight } from '@/lib/knowledge/search/types'

export interface CountedGroup {
  slug: string
  people: number
  /** Name of the counted region. */
  regionName: string
  sourceName: string
  periodLabel: string
}

export interface RegionTraits {
  slug: string
  name: string
  /** By its primary link. */
  province: string | null
  groups: readonly CountedGroup[]
  /** Of its own initiatives, narrowest terms only. */
  sectors: readonly string[]
  challenges: readonly string[]
  /** Labour-market regions with about as many registered jobseekers. */
  peers: readonly string[]
}

export interface RegionFit {
  region: RegionTraits
  weights: FitWeight[]
}

export interface FitReason {
  kind: 'group' | 'sector' | 'challenge' | 'province' | 'peer'
  slug: string
  counted: CountedGroup | null
}
