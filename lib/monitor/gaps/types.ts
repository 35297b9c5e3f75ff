import type { RegionType } from '@/generated/prisma/enums'
import type { ContextFigure } from '@/lib/figures/indicators/types'
import type { FacetValue } from '@/lib/knowledge/search/types'

/** Who counted. Their counts are about other people, so they have a column each and are never added up. */
export const COUNTERS = ['cbs', 'uwv', 'other'] as const
export type Counter = (typeof COUNTERS)[number]

/** How large a target group is somewhere, by one source. */
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

/** Published initiatives for a group in a region; an empty group stands for all groups. */
export interface ActingCount {
  group: string
  region: string
  initiatives: number
}

export interface GapRegion {
  slug: string
  name: string
  type: 'labour_market' | 'province'
  /** Slugs of the regions around it, nearest first. */
  around: string[]
}

/** A target group in a region: how many people, against how many initiatives. */
export interface Gap {
  region: GapRegion
  group: FacetValue
  /** Of this region itself; null where that source has no figure. */
  counts: Record<Counter, GroupCount | null>
  /** The nearest larger area that was counted, when the region itself was not. */
  around: GroupCount | null
  /** Initiatives that name the region, or a part of it. */
  own: number
  /** Initiatives that name only a larger region, which this one lies in. */
  wider: number
}

/** One region with both counts of everyone it is about. */
export interface RegionGap {
  region: GapRegion
  counts: Record<Counter, GroupCount | null>
  /** Of the area around it, where the region itself was not counted by CBS. */
  around: GroupCount | null
  own: number
  wider: number
  /** Broad target groups for which nothing is known here. */
  quietGroups: number
}

/** What everything on the page is worked out from. */
export interface GapBase {
  regions: GapRegion[]
  acting: ActingCount[]
  wider: ActingCount[]
  counts: GroupCount[]
}

export interface GapChoice {
  type: GapRegion['type']
  region: string | null
  group: string | null
  /** From 1. */
  page: number
}
