import type { RegionType } from '@/generated/prisma/enums'
import type { ContextFigure } from '@/lib/figures/indicators/types'
import type { FacetValue } from '@/lib/knowledge/search/types'

/** Each has a column of its own and they are never added up. */
export const COUNTERS = ['cbs', 'uwv', 'other'] as const
export type Counter = (typeof COUNTERS)[number]

export interface GroupCount extends Pick<
  ContextFigure,
  | 'value'
  | 'unit'
  | 'decimals'
  | 'qualifier'
  | 'periodCode'
  | 'periodLabel'
  | 'periodStart'
  | 'caveats'
  | 'reportRef'
> {
  group: string
  region: { slug: string; name: string; type: RegionType }
  counter: Counter
  source: ContextFigure['source']
}

/** An empty group stands for all groups. */
export interface ActingCount {
  group: string
  region: string
  initiatives: number
}

/** Of the initiatives in the region itself: shown to help, and shown to harm or to change nothing. */
export interface OwnFound {
  helps: number
  noGain: number
}
export type OwnCount = ActingCount & OwnFound

export interface GapRegion {
  slug: string
  name: string
  type: 'labour_market' | 'province'
  around: string[]
}

export interface Gap {
  found: OwnFound
  region: GapRegion
  group: FacetValue
  counts: Record<Counter, GroupCount | null>
  /** The nearest larger area, when the region itself was not counted. */
  around: GroupCount | null
  /** Naming the region or a part of it. */
  own: number
  /** Naming only a larger region around it. */
  wider: number
}

export interface RegionGap {
  found: OwnFound
  region: GapRegion
  counts: Record<Counter, GroupCount | null>
  around: GroupCount | null
  own: number
  wider: number
  quietGroups: number
}

export interface GapBase {
  regions: GapRegion[]
  acting: OwnCount[]
  wider: ActingCount[]
  counts: GroupCount[]
}

export interface GapChoice {
  type: GapRegion['type']
  region: string | null
  group: string | null
  page: number
}
