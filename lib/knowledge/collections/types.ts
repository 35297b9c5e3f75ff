import type { EvidenceSummary } from '@/lib/knowledge/evidence/types'

export interface CollectionCard {
  id: string
  slug: string
  title: string
  lead: string
  organisation: string
  isExample: boolean
  count: number
}

export interface CollectionEntry {
  initiativeId: string
  slug: string
  title: string
  summary: string
  evidence: EvidenceSummary
  why: string
}

export interface CollectionView extends Omit<CollectionCard, 'count'> {
  story: string
  publishedAt: string | null
  entries: CollectionEntry[]
}

export interface CollectionWork extends CollectionView {
  organisationId: string
  version: number
}
