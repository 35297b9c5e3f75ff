import type { OverlapAnswer, RevisionStatus } from '@/generated/prisma/enums'
import type { Likeness } from '@/lib/exchange/comparison/types'

export type { OverlapAnswer }

export interface Decided {
  answer: OverlapAnswer
  words: string
  by: string | null
  on: Date
  joining: { id: string; state: JoinState } | null
}

export type JoinState = 'pending' | 'welcome' | 'declined' | 'withdrawn'

export interface DistinctiveTerm {
  word: string
  expression: string
  count: number
  weight: number
}

export interface DraftScope {
  organisationIds: readonly string[]
  seesSubmitted: boolean
}

export interface Lookalike {
  initiativeId: string
  slug: string
  title: string
  summary: string
  organisation: string
  /** In the same labour-market region or province. */
  near: boolean
  /** By tags, from 0 to 1. */
  similarity: number
  likeness: Likeness
  titleTerms: string[]
  text: number
  textTerms: string[]
  draft: { revisionId: string; status: RevisionStatus; organisationId: string } | null
  decided: Decided | null
}

export interface OverlapSource {
  revisionId: string
  initiativeId: string
  organisationId: string
  organisationName: string
  title: string
}

export interface OverlapText {
  revisionId: string
  initiativeId: string
  title: string
  text: string
}

export interface OverlapOther {
  initiativeId: string
  slug: string
  title: string
  organisationId: string
  draft: { revisionId: string; status: RevisionStatus } | null
}

export interface Joining {
  id: string
  initiativeId: string
  own: string
  other: { initiativeId: string; slug: string; title: string }
  askerOrganisationId: string
  askerOrganisation: string
  ownerOrganisationId: string
  ownerOrganisation: string
  asker: string | null
  words: string
  askedAt: Date
  isLast: boolean
  reply: { welcome: boolean; words: string; by: string | null; on: Date } | null
}

export interface JoiningRow {
  id: string
  title: string
  organisation: string
  askedAt: Date
}

/** `href` is null for what this person may not open. */
export interface ChoiceMade extends Decided {
  otherId: string
  title: string | null
  slug: string | null
  revisionId: string | null
}

export interface Variant {
  slug: string
  title: string
  organisation: string
}
