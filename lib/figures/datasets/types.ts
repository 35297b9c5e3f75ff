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
  /** From zero. */
  index: number
  role: ColumnRole
  first: string[]
  /** All distinct values, when there are few. */
  codes: string[]
}

export interface FilePreview {
  headerRow: number
  /** Visible sheets of a workbook; none for a text file. */
  sheets: readonly string[]
  /** Null for a text file. */
  sheet: string | null
  /** A requested sheet that this file lacks. */
  sheetGone: string | null
  decimalMark: DecimalMark
  columns: ColumnPreview[]
  rows: string[][]
  /** Columns without a name, which cannot be mapped. */
  unnamed: number
  /** Columns over the limit of the form. */
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
