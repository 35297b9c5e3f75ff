import type { OverlapAnswer, RevisionStatus } from '@/generated/prisma/enums'
import type { Likeness } from '@/lib/exchange/comparison/types'

export type { OverlapAnswer }

export interface Decided {
  answer: OverlapAnswer
  words: string
  by: string | null
  on: Date
  /** Null for another answer. */
  joining: { id: string; state: JoinState } | null
}

export type JoinState = 'pending' | 'welcome' | 'declined' | 'withdrawn'

/** A distinctive word with the forms that count as it and its number of published texts. */
export interface DistinctiveTerm {
  word: string
  expression: string
  count: number
  weight: number
}

/** Unpublished versions: of these organisations, and submitted ones. */
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
  /** Words in both titles. */
  titleTerms: string[]
  /** Share of the distinctive words of this text in the other, and which ones. */
  text: number
  textTerms: string[]
  /** When it is not published. */
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

/** `revisionId` is of the open version when nothing is published. */
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
  /** False after a later choice about the same initiative. */
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
