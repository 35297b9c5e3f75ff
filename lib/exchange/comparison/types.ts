import type { CriterionProfile } from '@/lib/judgement/assessments/types'
import type { InitiativeView } from '@/lib/knowledge/initiatives/types'
import type { MonitorView } from '@/lib/monitor/policies/types'

/** Which initiatives an address asks for, and what in it could not be used. */
export interface Choice {
  slugs: string[]
  /** Beyond the four that fit side by side. */
  over: string[]
  /** No address part of ours. */
  unusable: string[]
}

/** Everything that is laid side by side of one initiative. */
export interface Compared {
  initiative: InitiativeView
  /** Without its panel when this reader still has to judge it. */
  profile: CriterionProfile[]
  blind: boolean
  evidence: { rank: number; stale: boolean } | null
  monitor: MonitorView | null
}

/** How the values of one row relate. Running text is never called equal or different. */
export const AGREEMENTS = ['same', 'partly', 'different', 'single', 'unknown'] as const
export type AgreementKind = (typeof AGREEMENTS)[number]

export interface Agreement {
  kind: AgreementKind
  /** What every initiative with a value has. */
  shared: string[]
  /** Initiatives with a value. */
  known: number
}

/** The filters of the list on which initiatives can be alike. Where they are and how far along is left out on purpose. */
export const SIMILAR_FACETS = [
  'targetGroup',
  'instrument',
  'challenge',
  'sector',
  'style',
  'driver',
] as const
export type SimilarFacet = (typeof SIMILAR_FACETS)[number]

/** The words an initiative is tagged with and everything above them, for each filter. */
export type Profile = Readonly<Record<SimilarFacet, readonly string[]>>

/** Why two initiatives are alike, and where they are not. */
export interface Likeness {
  shared: { facet: SimilarFacet; slugs: string[] }[]
  /** Filters on which both say something and nothing is shared. */
  apart: SimilarFacet[]
}

export interface Comparable {
  initiativeId: string
  slug: string
  title: string
  summary: string
  evidenceRank: number
  /** Slugs of its regions and of those above them. */
  regions: string[]
  /** From 0 to 1. */
  similarity: number
  likeness: Likeness
}
