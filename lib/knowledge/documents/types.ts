import type { Lifecycle, RegionType, ResultKind } from '@/generated/prisma/enums'
import type { UsedTagField } from '@/lib/knowledge/revisions/types'

export const LINE_FIELDS = [
  'goals',
  'steps',
  'impact',
  'expectedImpact',
  'obstacles',
  'successFactors',
  'lessons',
  'recommendations',
  'partners',
] as const
export type LineField = (typeof LINE_FIELDS)[number]

export const CHOICE_FIELDS = [
  'targetGroups',
  'regions',
  'instruments',
  'sectors',
  'challenges',
] as const

/** In the order in which they are shown. */
export const PROPOSAL_FIELDS = [
  'title',
  'summary',
  'problem',
  'targetGroups',
  'regions',
  'instruments',
  'sectors',
  'challenges',
  'goals',
  'steps',
  'impact',
  'results',
  'expectedImpact',
  'obstacles',
  'stopReason',
  'successFactors',
  'lessons',
  'recommendations',
  'ownerName',
  'partners',
  'contactName',
  'contactEmail',
  'lifecycle',
  'startsOn',
  'endsOn',
] as const
export type ProposalField = (typeof PROPOSAL_FIELDS)[number]

export const PROPOSAL_RULES = [
  'heading',
  'label',
  'table',
  'firstHeading',
  'opening',
  'period',
  'date',
  'amount',
  'people',
  'term',
  'alternative',
  'place',
  'municipality',
  'address',
  'stage',
  'documentKind',
  'typed',
] as const
/** Each has a sentence in the messages, with `because` in it. */
export type ProposalRule = (typeof PROPOSAL_RULES)[number]

export interface Passage {
  text: string
  /** Where the words stand that the rule went by: from, up to. */
  marks: [number, number][]
}

export interface ResultOf {
  kind: ResultKind
  label: string
  unit: string
}

export interface Proposal {
  field: ProposalField
  /** As the form of the draft would hold it: text, lines, a slug, a day or a number. */
  value: string
  passage: Passage
  rule: ProposalRule
  /** The heading, label or word that the rule went by. */
  because: string
  strength: 'strong' | 'weak'
  result?: ResultOf
}

export interface KnownTerm {
  field: Exclude<UsedTagField, 'drivers'>
  slug: string
  label: string
  alternatives: readonly string[]
  /** The slug of the wider term. */
  parent: string | null
}

export interface KnownPlace {
  name: string
  variants: readonly string[]
  type: RegionType
  /** The region people choose: itself, or the labour-market region of a municipality. */
  slug: string
}

/** What the product knows of words and places. */
export interface Knowledge {
  terms: readonly KnownTerm[]
  places: readonly KnownPlace[]
}

export type { Lifecycle }

/** What was read, until its person makes a draft of it or the time is over. */
export interface StoredReading {
  id: string
  source: string
  proposals: Proposal[]
  expiresAt: Date
}
