import type { Facet, FacetValue } from '@/lib/knowledge/search/types'

/** What each kind of topic begins from: a filter of the list. */
export const TOPIC_FACETS = ['targetGroup', 'sector', 'challenge', 'instrument'] as const
export type TopicFacet = (typeof TOPIC_FACETS)[number]

/** A value with how many initiatives it has here. */
export interface Counted extends FacetValue {
  count: number
}

/** Approach style against driver: how many initiatives combine the two. */
export interface StyleMatrix {
  styles: Counted[]
  drivers: Counted[]
  /** By style, then by driver, in the order of the two lists. */
  cells: number[][]
}

/** What is going on behind one value of a filter, and where nothing is. */
export interface Topic {
  total: number
  measured: number
  matrix: StyleMatrix
  /** What it goes together with, largest first, without the filter itself. */
  together: Partial<Record<TopicFacet, Counted[]>>
  /** Labour-market regions with an initiative, largest first. */
  active: Counted[]
  /** Labour-market regions without. */
  quiet: FacetValue[]
  /** Target groups at the top of the hierarchy without an initiative here. */
  unservedGroups: FacetValue[]
}

export type { Facet, FacetValue }
