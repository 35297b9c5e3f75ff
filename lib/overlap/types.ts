import type { OverlapAnswer } from '@/generated/prisma/enums'
import type { Likeness } from '@/lib/comparison/types'

export type { OverlapAnswer }

/** What was decided about a lookalike, last. */
export interface Decided {
  answer: OverlapAnswer
  words: string
  by: string | null
  on: Date
}

/** A published initiative that looks like the one being written down. */
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
  titleWords: string[]
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

/** An initiative of someone else, as far as everyone may see it. */
export interface OverlapOther {
  initiativeId: string
  slug: string
  title: string
  organisationId: string
}

export interface Variant {
  slug: string
  title: string
  organisation: string
}
