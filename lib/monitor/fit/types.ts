import type { FitWeight } from '@/lib/knowledge/search/types'

export interface CountedGroup {
  slug: string
  people: number
  regionName: string
  sourceName: string
  periodLabel: string
}

export interface RegionTraits {
  slug: string
  name: string
  province: string | null
  groups: readonly CountedGroup[]
  sectors: readonly string[]
  challenges: readonly string[]
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
