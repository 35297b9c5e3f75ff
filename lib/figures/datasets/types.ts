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

/** One column of a file as the form shows it. */
export interface ColumnPreview {
  name: string
  /** Place in the file, from zero. */
  index: number
  role: ColumnRole
  /** Its first different cells. */
  first: string[]
  /** All its different words, when there are few. */
  codes: string[]
}

export interface FilePreview {
  headerRow: number
  /** The sheets of a workbook that are not hidden; none for a text file. */
  sheets: readonly string[]
  /** The sheet these rows stand on; null for a text file. */
  sheet: string | null
  /** The sheet that was asked for and is not in this file. */
  sheetGone: string | null
  /** How most numbers of this file seem to be written. */
  decimalMark: DecimalMark
  columns: ColumnPreview[]
  rows: string[][]
  /** Columns without a name of their own, which cannot be used. */
  unnamed: number
  /** Columns beyond those that a form can show. */
  hidden: number
}

/** What a mapping is made with. */
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
