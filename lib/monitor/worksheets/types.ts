import type { VerdictDecision } from '@/generated/prisma/enums'
import type { FundingEvidence } from '@/lib/monitor/chains/types'
import type { PolicyUnit } from '@/lib/monitor/policy-indicators/types'

export const ROW_KINDS = ['goal', 'measure', 'funding', 'indicator'] as const
/** Rows that can be edited. */
export type RowKind = (typeof ROW_KINDS)[number]

export const COLUMNS = [
  'title',
  'who',
  'amount',
  'startsOn',
  'endsOn',
  'planned',
  'reached',
  'target',
  'value',
] as const
export type Column = (typeof COLUMNS)[number]

/** Texts as a cell shows them; a column that the row does not have is left out. */
export type Cells = Partial<Record<Column, string>>

export interface WorksheetVerdict {
  decision: VerdictDecision | null
  hasDraft: boolean
  isExpected: boolean
}

export interface WorksheetRow {
  kind: RowKind | 'initiative'
  id: string
  title: string
  depth: number
  cells: Cells
  unit: PolicyUnit | null
  version: number
  isExample: boolean
  /** Of a measure. */
  verdict: WorksheetVerdict | null
  /** Of an initiative. */
  initiative: { slug: string; evidence: FundingEvidence } | null
}

export interface WorksheetStatus {
  verdicts: [done: number, of: number]
  expectations: [done: number, of: number]
  values: [done: number, of: number]
  people: [done: number, of: number]
}

/** The last batch of changes of a person that can be undone. */
export interface UndoableBatch {
  batchId: string
  cells: number
}
