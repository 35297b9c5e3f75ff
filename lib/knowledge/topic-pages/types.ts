import type { Facet, FacetValue } from '@/lib/knowledge/search/types'

export const TOPIC_FACETS = ['targetGroup', 'sector', 'challenge', 'instrument'] as const
export type TopicFacet = (typeof TOPIC_FACETS)[number]

export interface Counted extends FacetValue {
  count: number
}

export interface StyleMatrix {
  styles: Counted[]
  drivers: Counted[]
  cells: number[][]
}

export interface Topic {
  total: number
  measured: number
  matrix: StyleMatrix
  together: Partial<Record<TopicFacet, Counted[]>>
  active: Counted[]
  quiet: FacetValue[]
  unservedGroups: FacetValue[]
}

export type { Facet, FacetValue }
