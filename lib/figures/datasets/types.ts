import type { DatasetKind } from '@/generated/prisma/enums'
import type { DecimalMark } from '@/lib/base/text/number'
import type { ColumnRole, TablePreview } from './schema'

export type { DatasetKind }

export interface DatasetRow {
  id: number
  slug: string
  title: string
  kind: DatasetKind
  isComplete: boolean
  mapping: unknown
  sourceName: string
  sourceSlug: string
  rollupIds: number[]
  version: number
}

export interface ColumnPreview {
  name: string
  index: number
  role: ColumnRole
  first: string[]
  codes: string[]
}

export interface FilePreview {
  headerRow: number
  sheets: readonly string[]
  sheet: string | null
  sheetGone: string | null
  decimalMark: DecimalMark
  columns: ColumnPreview[]
  rows: string[][]
  unnamed: number
  hidden: number
}

export interface SampleView {
  id: string
  kind: DatasetKind
  label: string
  datasetSlug: string | null
  file: FilePreview | null
  table: TablePreview | null
}

export interface IndicatorChoice {
  slug: string
  labelNl: string
  labelEn: string
  unit: string
  decimals: number
  additive: boolean
}

export interface SourceChoice {
  slug: string
  name: string
  licence: string | null
}
