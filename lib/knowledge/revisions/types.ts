import type {
  ClosingKind,
  Lifecycle,
  RegionType,
  ResultKind,
  RevisionStatus,
} from '@/generated/prisma/enums'
import type { VersionMedia } from '@/lib/knowledge/media/types'

export type { Lifecycle, ResultKind, RevisionStatus }

export const LINE_LISTS = {
  workingElements: 'working_element',
  goals: 'goal',
  impact: 'impact',
  expectedImpact: 'expected_impact',
  successFactors: 'success_factor',
  lessons: 'lesson',
  recommendations: 'recommendation',
  obstacles: 'obstacle',
  scalabilitySupports: 'scalability_support',
  scalabilityLimits: 'scalability_limit',
  knowledgeGaps: 'knowledge_gap',
  wouldDoDifferently: 'would_do_differently',
} as const

export type LineList = keyof typeof LINE_LISTS

export const TAG_FIELDS = {
  targetGroups: 'target_group',
  sectors: 'sector',
  instruments: 'instrument',
  challenges: 'societal_challenge',
  drivers: 'driver',
  plannedInstruments: 'instrument',
  blockedInstruments: 'instrument',
} as const

/** Instruments that are not used: they count nowhere as such. */
export const OTHER_INSTRUMENTS = {
  plannedInstruments: 'planned',
  blockedInstruments: 'not_possible',
} as const
export type OtherInstrumentField = keyof typeof OTHER_INSTRUMENTS

export type TagField = keyof typeof TAG_FIELDS
/** Tags that an initiative is found by. */
export type UsedTagField = Exclude<TagField, OtherInstrumentField>

export const OTHER_INSTRUMENT_FIELDS = Object.keys(OTHER_INSTRUMENTS) as OtherInstrumentField[]
export const USED_TAG_FIELDS = (Object.keys(TAG_FIELDS) as TagField[]).filter(
  (field): field is UsedTagField => !Object.hasOwn(OTHER_INSTRUMENTS, field),
)

export interface DraftContent extends Record<LineList, string[]>, Record<TagField, string[]> {
  title: string
  summary: string
  problem: string
  /** Markdown; docs/adr/0048. */
  story: string
  regions: string[]
  style: string | null
  lifecycle: Lifecycle
  stopReason: string | null
  startsOn: string | null
  endsOn: string | null
  ownerName: string | null
  partners: string[]
  contactName: string | null
  contactRole: string | null
  contactEmail: string | null
  contactConsent: boolean
  steps: { name: string; description: string }[]
  results: {
    kind: ResultKind
    label: string
    value: string | null
    unit: string | null
    note: string | null
  }[]
  sources: { title: string; url: string | null }[]
}

/** A version as readers see it: its text, and what was sent for it on a page of its own. */
export type VersionContent = DraftContent & VersionMedia

export type DraftField = keyof DraftContent
export type VersionField = keyof VersionContent

/** What a moderator said of single fields when giving a version back. */
export type Remarks = Partial<Record<VersionField, string>>

/** Why a version came back, or what its writer said of it. */
export interface EarlierReason {
  kind: 'returned' | 'changed'
  number: number
  at: Date
  reason: string
  remarks: Remarks
}

export interface RevisionDraft {
  id: string
  initiativeId: string
  slug: string
  number: number
  status: RevisionStatus
  version: number
  organisationId: string
  organisationName: string
  isPublished: boolean
  /** Archived, withdrawn or merged: then nothing new is published. */
  closed: ClosingKind | null
  /** When it is published, once that was decided. */
  planned: { id: string; at: Date } | null
  returnReason: string | null
  createdById: string | null
  /** Where it runs and where its owner works. */
  regionIds: string[]
  updatedAt: Date
  submittedAt: Date | null
  content: VersionContent
}

/** In the address of the workspace after an act, with the status it left. */
export const DONE_ACTS = {
  ingediend: 'submitted',
  teruggegeven: 'returned',
  gepubliceerd: 'published',
} as const satisfies Record<string, RevisionStatus>

export type DoneAct = keyof typeof DONE_ACTS

/** What the workspace says after an act. */
export interface RevisionDone {
  act: DoneAct
  title: string
  slug: string
  organisationName: string
  /** Who looks along, of a submitted version: null when nobody can. */
  reviewers: string[] | null
  /** Whether the organisation has an editor who hears of it. */
  hasEditors: boolean
}

export interface RevisionRow {
  id: string
  initiativeId: string
  title: string
  status: RevisionStatus
  number: number
  organisationName: string
  updatedAt: Date
  submittedAt: Date | null
  returnReason: string | null
  closed: ClosingKind | null
  plannedAt: Date | null
}

/** A version in the list of who writes it. */
export interface OwnRevision extends RevisionRow {
  completeness: { answered: number; questions: number; topics: readonly string[] }
}

export interface RevisionTarget {
  organisationId: string
  status: RevisionStatus
  createdById: string | null
}

/** What decides who may judge a version. */
export interface ReviewTarget {
  organisationId: string
  createdById: string | null
  /** Where it runs and where its owner works. */
  regionIds: readonly string[]
}

export interface EditingOption {
  slug: string
  labelNl: string
  labelEn: string
  definitionNl: string
  definitionEn: string
  /** Other names, under which it is found too. */
  altLabels: string[]
  parent: string | null
  retired: boolean
}

export interface EditingRegion {
  slug: string
  name: string
  type: RegionType
  province: string | null
  retired: boolean
}

export interface EditingOptions extends Record<TagField | 'styles', EditingOption[]> {
  regions: EditingRegion[]
}

/** A version that is or was public. Times are ISO texts, so that it can be cached. */
export interface PublicVersion {
  number: number
  publishedAt: string
  /** Empty for the first version, and for later ones of before reasons were asked. */
  reason: string
}

/** A public version beside the one before it, as readers may see them. */
export interface VersionComparison extends PublicVersion {
  revisionId: string
  initiativeId: string
  slug: string
  title: string
  organisationId: string
  organisationName: string
  /** Whether no later version was public. */
  isCurrent: boolean
  /** Whether the initiative is still supply. */
  standing: 'open' | 'archived' | 'merged'
  content: VersionContent
  /** Null for the first one. */
  previous: { number: number; content: VersionContent } | null
}
