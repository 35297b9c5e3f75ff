import type { Lifecycle } from '@/generated/prisma/enums'
import type { EvidenceSummary } from '@/lib/knowledge/evidence/types'

export const FACETS = [
  'targetGroup',
  'region',
  'sector',
  'instrument',
  'challenge',
  'driver',
  'style',
  'phase',
  'evidence',
  'direction',
  'period',
] as const
export type Facet = (typeof FACETS)[number]

export type Selection = Record<Facet, string[]>

export const SORTS = [
  'best',
  'newest',
  'helps',
  'evidence',
  'fit',
  'adoptions',
  'criterion1',
  'criterion2',
  'criterion3',
  'criterion4',
  'criterion5',
  'criterion6',
  'criterion7',
] as const
export type Sort = (typeof SORTS)[number]

export const COLUMNS = [
  'region',
  'targetGroup',
  'sector',
  'instrument',
  'phase',
  'evidence',
  'criteria',
  'adoptions',
  'age',
] as const
export type Column = (typeof COLUMNS)[number]

export const VIEWS = ['list', 'table', 'map'] as const
export type View = (typeof VIEWS)[number]

export interface SearchQuery {
  q: string
  selection: Selection
  sort: Sort
  view: View
  columns: Column[]
  forRegion: string | null
  page: number
  pageSize: number
}

export interface SearchHit extends EvidenceSummary {
  initiativeId: string
  slug: string
  title: string
  summary: string
  /** Text around the matches, each between MARK_START and MARK_END. */
  snippet: string | null
  targetGroups: string[]
  instruments: string[]
  sectors: string[]
  challenges: string[]
  regions: string[]
  lifecycle: Lifecycle
  stopReason: string | null
  /** Panel median per criterion in report order; null where provisional or unknown. */
  medians: (number | null)[]
  adoptions: number
  fit: number
  publishedAt: string
}

export interface Counts {
  total: number
  /** With a measured outcome (evidence rank 3 or more). */
  measured: number
  values: Partial<Record<Facet, Record<string, number>>>
}

export const SUGGESTION_KINDS = [
  'targetGroup',
  'sector',
  'instrument',
  'challenge',
  'region',
  'initiative',
] as const
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number]

export interface Suggestion {
  kind: SuggestionKind
  slug: string
  label: string
  labelEn: string
  count: number
}

export interface Relaxation {
  facet: Facet | 'q'
  total: number
}

export interface FitWeight {
  facet: Facet
  slug: string
  weight: number
}

export interface FacetOption {
  slug: string
  label: string
  count: number
  parent: string | null
}

export type FacetOptions = Record<Facet, FacetOption[]>

export interface IgnoredParameter {
  key: string
  value: string
}

export interface FacetValue {
  slug: string
  code: string | null
  labelNl: string
  labelEn: string
  parent: string | null
  /** Addresses of terms that were merged into this one. */
  former?: readonly string[]
  retired?: boolean
}

export type WorthReading = 'researched' | 'judged' | 'newest'
