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
  sheet: string | null
  mappingVersion: number
  startedAt: Date
  finishedAt: Date | null
  requestedAt: Date | null
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
