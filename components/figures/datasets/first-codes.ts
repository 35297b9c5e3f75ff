import type { ColumnPreview } from '@/lib/figures/datasets/types'

/** Codes are numbered through all columns. */
export function firstCodes(columns: readonly Pick<ColumnPreview, 'codes'>[]): number[] {
  return columns.map((_, index) =>
    columns.slice(0, index).reduce((sum, { codes }) => sum + codes.length, 0),
  )
}
