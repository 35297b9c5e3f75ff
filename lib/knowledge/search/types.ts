import type { Lifecycle } from '@/generated/prisma/enums'

/** The filters of the list; their names in addresses are in parameters.rules.ts. */
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
  'period',
] as const
export type Facet = (typeof FACETS)[number]

export type Selection = Record<Facet, string[]>

/** Orders of the list; `fit` needs a region. */
export const SORTS = [
  'best',
  'newest',
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

/** Columns of the table that a reader can choose; the title always stands there. */
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
  /** Chosen columns of the table, in their own order. */
  columns: Column[]
  /** Slug of the labour-market region for which the fit is weighed. */
  forRegion: string | null
  /** From 1. */
  page: number
  pageSize: number
}

export interface SearchHit {
  initiativeId: string
  slug: string
  title: string
  summary: string
  /** Part of the text in which the words stand; the words themselves stand between MARK_START and MARK_END. */
  snippet: string | null
  targetGroups: string[]
  instruments: string[]
  sectors: string[]
  challenges: string[]
  /** Slugs of the regions it names itself and of those above them. */
  regions: string[]
  lifecycle: Lifecycle
  /** Why it stopped, when it did and somebody wrote it down. */
  stopReason: string | null
  evidenceRank: number
  /** Median of the panel per criterion, in the order of the report; null where it is provisional or unknown. */
  medians: (number | null)[]
  /** Adoptions that run or ran. */
  adoptions: number
  /** Sum of the weights of the region that was asked for; 0 without one. */
  fit: number
  /** ISO moment. */
  publishedAt: string
}

/** How many initiatives each value of each filter would give. A filter does not restrict itself. */
export interface Counts {
  total: number
  /** How many of the total have a measured outcome (evidence rank 3 or more). */
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

/** Something that may be meant while typing: a value of a filter, or an initiative. */
export interface Suggestion {
  kind: SuggestionKind
  slug: string
  label: string
  labelEn: string
  /** Published initiatives behind it. */
  count: number
}

/** A choice that can be dropped to find something, and what that would give. */
export interface Relaxation {
  facet: Facet | 'q'
  total: number
}

/** What a value of a filter adds to the fit with a region. */
export interface FitWeight {
  facet: Facet
  slug: string
  weight: number
}

export interface FacetOption {
  slug: string
  label: string
  count: number
  /** Slug of the broader term or region, to draw the hierarchy. */
  parent: string | null
}

export type FacetOptions = Record<Facet, FacetOption[]>

/** A part of the address that could not be used. */
export interface IgnoredParameter {
  key: string
  value: string
}

/** A value that a filter can have, in both languages; regions also by their code. */
export interface FacetValue {
  slug: string
  code: string | null
  labelNl: string
  labelEn: string
  parent: string | null
}

/** Why the home page shows an initiative. */
export type WorthReading = 'researched' | 'judged' | 'newest'
