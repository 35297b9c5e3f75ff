import type {
  InitiativeImportStatus,
  Lifecycle,
  RegionType,
  RevisionStatus,
  Vocabulary,
} from '@/generated/prisma/enums'
import type { CalendarDate } from '@/lib/base/text/calendar'
import type { DraftContent, LineList, UsedTagField } from '@/lib/knowledge/revisions/types'

export type { InitiativeImportStatus, Lifecycle }

export const TERM_COLUMNS = [
  'targetGroups',
  'instruments',
  'sectors',
  'challenges',
  'drivers',
  'style',
] as const
export type TermColumn = UsedTagField | 'style'

export const LINE_COLUMNS = [
  'impact',
  'obstacles',
  'goals',
  'workingElements',
  'expectedImpact',
  'knowledgeGaps',
  'successFactors',
  'lessons',
  'wouldDoDifferently',
  'recommendations',
  'scalabilitySupports',
  'scalabilityLimits',
] as const satisfies readonly LineList[]

/** What a column of a file can hold, in the order of the template. */
export const COLUMNS = [
  'key',
  'organisation',
  'title',
  'summary',
  'targetGroups',
  'regions',
  'instruments',
  'sectors',
  'challenges',
  'steps',
  'impact',
  'obstacles',
  'contactName',
  'contactEmail',
  'contactConsent',
  'contactRole',
  'lifecycle',
  'stopReason',
  'startsOn',
  'endsOn',
  'period',
  'problem',
  'story',
  'goals',
  'workingElements',
  'style',
  'drivers',
  'results',
  'expectedImpact',
  'knowledgeGaps',
  'successFactors',
  'lessons',
  'wouldDoDifferently',
  'recommendations',
  'scalabilitySupports',
  'scalabilityLimits',
  'ownerName',
  'partners',
  'sources',
] as const
export type ColumnField = (typeof COLUMNS)[number]

/** Each has words of its own in the messages. */
export const FAULT_CODES = [
  'required',
  'tooLong',
  'lineTooLong',
  'tooManyLines',
  'tooMany',
  'unknown',
  'unknownNear',
  'ambiguous',
  'retired',
  'municipality',
  'single',
  'date',
  'dateShort',
  'period',
  'periodTwice',
  'endBeforeStart',
  'stage',
  'stageTwofold',
  'yesNo',
  'consent',
  'email',
  'url',
  'number',
  'resultForm',
  'resultKind',
  'organisationUnknown',
  'organisationNear',
  'organisationEnded',
  'keyTwice',
  'keyChanged',
  'keySubmitted',
  'keyPublished',
  'titleTwice',
  'titleExists',
  'invalid',
] as const
export type FaultCode = (typeof FAULT_CODES)[number]

export type FaultDetail = Readonly<Record<string, string | number>>

export interface RowFault {
  /** Row in the file, as a spreadsheet numbers it. */
  rowNumber: number
  /** Header of the column as the file has it; the usual name when the file lacks it. */
  column: string
  value: string
  code: FaultCode
  detail: FaultDetail
}

export interface FileRow {
  number: number
  cells: readonly string[]
}

export interface FileContent {
  headers: string[]
  /** Without the header, empty rows and the examples of the template. */
  rows: FileRow[]
}

export const FILE_PROBLEMS = [
  'empty',
  'tooLarge',
  'wrongKind',
  'oldExcel',
  'program',
  'password',
  'broken',
  'strayQuote',
  'tooManyRows',
  'tooManyColumns',
  'noRows',
] as const
export type FileProblem = (typeof FILE_PROBLEMS)[number]

/** Why a run stopped. */
export const RUN_PROBLEMS = ['moved', 'brokenOff', 'gone'] as const
export type RunProblem = (typeof RUN_PROBLEMS)[number]

export interface KnownName {
  slug: string
  /** As shown, and as it can be written without doubt. */
  label: string
  others: readonly string[]
  code: string
  definition: string
  retired: boolean
}

/** A municipality is no choice; its region is. */
export interface KnownMunicipality {
  name: string
  region: string
}

export interface KnownOrganisation {
  id: string
  name: string
  slug: string
  ended: boolean
}

/** A term as it is stored. */
export interface TermRow {
  vocabulary: Vocabulary
  slug: string
  labelNl: string
  labelEn: string
  altLabels: string[]
  definitionNl: string
  retiredOn: Date | null
}

/** A region as it is stored, with the labour-market region of a municipality. */
export interface RegionRow {
  slug: string
  code: string
  name: string
  nameVariants: string[]
  type: RegionType
  endsOn: Date | null
  parents: { parent: { name: string } }[]
}

export interface Known {
  terms: Readonly<Record<TermColumn, readonly KnownName[]>>
  regions: readonly KnownName[]
  municipalities: readonly KnownMunicipality[]
  organisations: readonly KnownOrganisation[]
}

/** What an earlier import wrote under a key. */
export interface KeyedDraft {
  organisationId: string
  key: string
  initiativeId: string
  revisionId: string
  /** Version as the import wrote it, and as it is now. */
  written: number
  version: number
  status: RevisionStatus
  /** Whether no newer version exists, and the initiative is still of the organisation. */
  isLatest: boolean
  content: DraftContent
}

export interface Standing {
  drafts: readonly KeyedDraft[]
  /** Titles that an organisation has already, without case and accents. */
  titles: readonly { organisationId: string; title: string }[]
}

export interface PlannedRow {
  rowNumber: number
  key: string
  organisationId: string
  content: DraftContent
  /** The draft that it changes; null for a new one. */
  draft: KeyedDraft | null
}

export interface Plan {
  /** Rows of the file, examples left out. */
  rows: number
  write: PlannedRow[]
  unchanged: number
  faultyRows: number
  faults: RowFault[]
}

export type Period = { startsOn: CalendarDate; endsOn: CalendarDate | null }

export interface ImportView {
  id: string
  organisationId: string | null
  organisationName: string | null
  createdByName: string | null
  fileName: string
  hasFile: boolean
  headers: string[]
  columns: string[]
  status: InitiativeImportStatus
  rows: number
  added: number
  changed: number
  unchanged: number
  faultyRows: number
  faults: number
  withoutFaulty: boolean
  progress: number
  problem: string | null
  createdAt: Date
  cancelAskedAt: Date | null
  finishedAt: Date | null
  undoneAt: Date | null
  deleted: number
  restored: number
}

/** A draft that an import wrote, as it is now. */
export interface ImportedRow {
  rowNumber: number
  key: string
  revisionId: string
  organisationId: string
  organisationName: string
  title: string
  status: RevisionStatus
  isNew: boolean
  /** Whether it is still as the import left it. */
  isSame: boolean
  answered: number
  questions: number
}
