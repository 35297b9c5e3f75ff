import type { DatasetKind, ImportStatus, ImportTrigger } from '@/generated/prisma/enums'
import type { WriteCounts } from '@/lib/statistics/types'

export type { DatasetKind, ImportStatus, ImportTrigger }

export interface DatasetRow {
  id: number
  slug: string
  title: string
  kind: DatasetKind
  isComplete: boolean
  mapping: unknown
  sourceName: string
  rollupIds: number[]
}

export interface ImportIssueView {
  rowNumber: number | null
  column: string | null
  code: string
  text: string
}

export interface ImportView extends WriteCounts {
  id: string
  stageKey: number
  status: ImportStatus
  trigger: ImportTrigger
  label: string
  startedAt: Date
  finishedAt: Date | null
  rowsRead: number
  rowsStaged: number
  rowsSkipped: number
  problem: string | null
  detail: string | null
  dataset: { id: number; slug: string; title: string; kind: DatasetKind; isComplete: boolean }
}

/** What a row of a file gives: figures, or everything that is wrong with it. */
export interface ReadFigure {
  indicator: string
  regionId: string
  period: number
  breakdown: string
  value: string | null
  attribute: string | null
}
