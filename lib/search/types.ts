import type { Lifecycle } from '@/generated/prisma/enums'

/** The filters of the list, by the key that stands in the address of pages and API alike. */
export const FACETS = ['doelgroep', 'regio', 'sector', 'instrument', 'opgave'] as const
export type Facet = (typeof FACETS)[number]

export type Selection = Record<Facet, string[]>

export interface SearchQuery {
  q: string
  selection: Selection
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
  /** Slugs of the regions it names itself and of those above them. */
  regions: string[]
  lifecycle: Lifecycle
  evidenceRank: number
  /** ISO moment. */
  publishedAt: string
}

export interface SearchPage {
  hits: SearchHit[]
  total: number
  /** How many of the total have a measured outcome (evidence rank 3 or more). */
  measured: number
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
export type WorthReading = 'strongest' | 'judged' | 'newest'
