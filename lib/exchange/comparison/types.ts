import type { CriterionProfile } from '@/lib/judgement/assessments/types'
import type { InitiativeView } from '@/lib/knowledge/initiatives/types'
import type { MonitorView } from '@/lib/monitor/policies/types'

export interface Choice {
  slugs: string[]
  /** Beyond the maximum. */
  over: string[]
  /** Not a slug. */
  unusable: string[]
}

export interface Compared {
  initiative: InitiativeView
  /** Without its panel for a reader who still has to judge it. */
  profile: CriterionProfile[]
  blind: boolean
  evidence: { rank: number; stale: boolean } | null
  monitor: MonitorView | null
}

/** Free text is never called equal or different. */
export const AGREEMENTS = ['same', 'partly', 'different', 'single', 'unknown'] as const
export type AgreementKind = (typeof AGREEMENTS)[number]

export interface Agreement {
  kind: AgreementKind
  /** Values of every initiative that has any. */
  shared: string[]
  known: number
}

/** Region and phase are left out on purpose. */
export const SIMILAR_FACETS = [
  'targetGroup',
  'instrument',
  'challenge',
  'sector',
  'style',
  'driver',
] as const
export type SimilarFacet = (typeof SIMILAR_FACETS)[number]

/** Terms with everything above them, per filter. */
export type Profile = Readonly<Record<SimilarFacet, readonly string[]>>

export interface Likeness {
  shared: { facet: SimilarFacet; slugs: string[] }[]
  /** Filters with values on both sides and nothing shared. */
  apart: SimilarFacet[]
}

export interface Comparable {
  initiativeId: string
  slug: string
  title: string
  summary: string
  evidenceRank: number
  /** With those above them. */
  regions: string[]
  similarity: number
  likeness: Likeness
}
