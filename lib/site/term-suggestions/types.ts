import type { SuggestionStatus } from '@/generated/prisma/enums'
import type { ManagedVocabulary } from '@/lib/site/vocabularies/types'

export type { SuggestionStatus }

export interface SuggestionRow {
  id: string
  vocabulary: ManagedVocabulary
  name: string
  proposers: number
  createdAt: Date
}

export interface SuggestionDetail extends Omit<SuggestionRow, 'proposers'> {
  status: SuggestionStatus
  answer: string
  term: { slug: string; labelNl: string } | null
  proposers: {
    /** Null when the account is gone. */
    name: string
    organisations: string[]
    why: string
    /** The title of the version that needs the term. */
    initiative: string | null
    createdAt: Date
  }[]
}

/** A suggestion as its maker sees it. */
export interface OwnSuggestion {
  id: string
  vocabulary: ManagedVocabulary
  name: string
  status: SuggestionStatus
  answer: string
  term: string | null
  createdAt: Date
}

export interface NewSuggestion {
  vocabulary: ManagedVocabulary
  name: string
  why: string
  revisionId: string | null
}

export type Decision = { kind: 'alternative'; termId: string } | { kind: 'refused'; answer: string }
