import type { CalendarDate } from '@/lib/base/text/calendar'
import type { OutcomeFacts } from '@/lib/judgement/measurements/types'

/** Words that initiatives are tagged with, by their part of the address; anyone may propose one. */
export const TAGS = {
  doelgroepen: 'target_group',
  sectoren: 'sector',
  instrumenten: 'instrument',
  opgaven: 'societal_challenge',
} as const

/** The vocabularies that administrators keep, by their part of the address. */
export const MANAGED = { ...TAGS, uitkomsten: 'outcome' } as const

export type VocabularySlug = keyof typeof MANAGED
export type ManagedVocabulary = (typeof MANAGED)[VocabularySlug]

/** How often a term itself is used; terms below it are not counted. */
export interface TermUse {
  /** Initiatives whose published version or draft has it. */
  initiatives: number
  calls: number
  obstacles: number
  adoptions: number
  /** Assessors who know it. */
  people: number
  followers: number
  /** Indicators of initiatives under an outcome. */
  indicators: number
}

/** What the rules need of every term of a vocabulary, merged ones included. */
export interface StoredTerm {
  id: string
  slug: string
  labelNl: string
  labelEn: string
  altLabels: string[]
  parentId: string | null
  replacedById: string | null
  retired: boolean
  /** Of an outcome: what is counted, when, and which way is better. */
  measure: OutcomeFacts | null
}

export interface TermRow extends Omit<StoredTerm, 'retired'> {
  definitionNl: string
  definitionEn: string
  retiredOn: CalendarDate | null
  version: number
  use: TermUse
}

export interface TermBranch extends TermRow {
  children: TermBranch[]
}

export interface TermDetail extends TermRow {
  vocabulary: ManagedVocabulary
  formerNames: { labelNl: string; labelEn: string; until: Date }[]
  /** Terms that were merged into this one. */
  merged: { slug: string; labelNl: string }[]
  successor: { slug: string; labelNl: string } | null
}

export interface NewTerm {
  labelNl: string
  labelEn: string
  definitionNl: string
  definitionEn: string
  altLabels: string[]
  parentId: string | null
  measure?: OutcomeFacts | null
}

/** Where a name is in use already: its field in the form, and the term that has it. */
export interface NameClash {
  field: 'labelNl' | 'labelEn' | 'altLabels'
  term: string
}

export type TermProblem = 'conflict' | 'gone' | 'parent' | NameClash
