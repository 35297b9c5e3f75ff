import type { Lifecycle } from '@/generated/prisma/enums'

/** The filters of the list, by the key that stands in the address of pages and API alike. */
export const FACETS = [
  'doelgroep',
  'regio',
  'sector',
  'instrument',
  'opgave',
  'drijfveer',
  'benadering',
  'fase',
  'bewijs',
  'periode',
] as const
export type Facet = (typeof FACETS)[number]

export type Selection = Record<Facet, string[]>

/** Orders of the list; `past` needs a region, the criteria stand by their number. */
export const SORTS = [
  'best',
  'nieuwste',
  'bewijs',
  'past',
  'overnames',
  'criterium1',
  'criterium2',
  'criterium3',
  'criterium4',
  'criterium5',
  'criterium6',
  'criterium7',
] as const
export type Sort = (typeof SORTS)[number]

/** Columns of the table that a reader can choose; the title always stands there. */
export const COLUMNS = [
  'regio',
  'doelgroep',
  'sector',
  'instrument',
  'fase',
  'bewijs',
  'criteria',
  'overnames',
  'leeftijd',
] as const
export type Column = (typeof COLUMNS)[number]

export const VIEWS = ['lijst', 'tabel', 'kaart'] as const
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
  'doelgroep',
  'sector',
  'instrument',
  'opgave',
  'regio',
  'initiatief',
] as const

/** Something that may be meant while typing: a value of a filter, or an initiative. */
export interface Suggestion {
  kind: (typeof SUGGESTION_KINDS)[number]
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
