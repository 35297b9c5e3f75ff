import type { CriterionProfile } from '@/lib/judgement/assessments/types'
import type { EvidenceSummary } from '@/lib/knowledge/evidence/types'
import type { InitiativeView } from '@/lib/knowledge/initiatives/types'
import type { MonitorView } from '@/lib/monitor/policies/types'

export interface Choice {
  slugs: string[]
  over: string[]
  unusable: string[]
}

export interface Compared {
  initiative: InitiativeView
  /** Without its panel for a reader who still has to judge it. */
  profile: CriterionProfile[]
  blind: boolean
  evidence: (EvidenceSummary & { stale: boolean }) | null
  monitor: MonitorView | null
}

/** Free text is never called equal or different. */
export const AGREEMENTS = ['same', 'partly', 'different', 'single', 'unknown'] as const
export type AgreementKind = (typeof AGREEMENTS)[number]

export interface Agreement {
  kind: AgreementKind
  shared: string[]
  known: number
}

export const SIMILAR_FACETS = [
  'targetGroup',
  'instrument',
  'challenge',
  'sector',
  'style',
  'driver',
] as const
export type SimilarFacet = (typeof SIMILAR_FACETS)[number]

export type Profile = Readonly<Record<SimilarFacet, readonly string[]>>

export interface Likeness {
  shared: { facet: SimilarFacet; slugs: string[] }[]
  apart: SimilarFacet[]
}

export interface Comparable {
  initiativeId: string
  slug: string
  title: string
  summary: string
  evidence: EvidenceSummary
  regions: string[]
  similarity: number
  likeness: Likeness
}
