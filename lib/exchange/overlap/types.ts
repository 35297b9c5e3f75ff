import type { OverlapAnswer, RevisionStatus } from '@/generated/prisma/enums'
import type { Likeness } from '@/lib/exchange/comparison/types'

export type { OverlapAnswer }

/** What was decided about a lookalike, last. */
export interface Decided {
  answer: OverlapAnswer
  words: string
  by: string | null
  on: Date
  /** The wish to join, with how it stands; null for another answer. */
  joining: { id: string; state: JoinState } | null
}

export type JoinState = 'pending' | 'welcome' | 'declined' | 'withdrawn'

/** A word of a text that tells it from others, with what counts as it and in how many published texts that stands. */
export interface DistinctiveTerm {
  word: string
  expression: string
  count: number
  weight: number
}

/** Which versions that are not published one may see: those of these organisations, and those that were handed in. */
export interface DraftScope {
  organisationIds: readonly string[]
  seesSubmitted: boolean
}

/** An initiative that looks like the one being written down. */
export interface Lookalike {
  initiativeId: string
  slug: string
  title: string
  summary: string
  organisation: string
  /** Works in the same labour-market region or province. */
  near: boolean
  /** By tags, from 0 to 1. */
  similarity: number
  likeness: Likeness
  /** Words of the title that stand in the other title as well. */
  titleTerms: string[]
  /** Which part of the distinctive words of this text stands in the other, and which those are, the most distinctive first. */
  text: number
  textTerms: string[]
  /** The version to open when it is not published; only in what one may see. */
  draft: { revisionId: string; status: RevisionStatus; organisationId: string } | null
  decided: Decided | null
}

/** What is compared: the version that is open for writing. */
export interface OverlapSource {
  revisionId: string
  initiativeId: string
  organisationId: string
  organisationName: string
  title: string
}

/** What is compared of it. */
export interface OverlapText {
  revisionId: string
  initiativeId: string
  title: string
  /** Everything that was written, to compare words. */
  text: string
}

/** The other initiative. `revisionId` is of the open version when nothing is published. */
export interface OverlapOther {
  initiativeId: string
  slug: string
  title: string
  organisationId: string
  draft: { revisionId: string; status: RevisionStatus } | null
}

/** A wish to join as both sides read it. */
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
  /** False once the asker chose something else about the same initiative. */
  isLast: boolean
  reply: { welcome: boolean; words: string; by: string | null; on: Date } | null
}

/** A wish to join in a list. */
export interface JoiningRow {
  id: string
  title: string
  organisation: string
  askedAt: Date
}

/** A choice as a moderator reads it beside the version. `href` is null for what this person may not open. */
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
