import type { DatasetKind, ImportStatus, ImportTrigger } from '@/generated/prisma/enums'
import type { RowIssue } from '@/lib/figures/figure-files/types'
import type { WriteCounts } from '@/lib/figures/statistics/types'

export type { DatasetKind, ImportStatus, ImportTrigger }

export type ImportIssueView = RowIssue

export interface ImportView extends WriteCounts {
  id: string
  stageKey: number
  status: ImportStatus
  trigger: ImportTrigger
  label: string
  /** Sheet of a workbook that was read; null for a text file or a table of CBS. */
  sheet: string | null
  /** Version of the mapping it was read with. */
  mappingVersion: number
  startedAt: Date
  finishedAt: Date | null
  /** When someone asked to read it now. */
  requestedAt: Date | null
  /** When the reading last told how far it came. */
  touchedAt: Date
  rowsRead: number
  rowsStaged: number
  rowsSkipped: number
  problem: string | null
  detail: string | null
  dataset: {
    id: number
    slug: string
    title: string
    kind: DatasetKind
    isComplete: boolean
    version: number
  }
}
