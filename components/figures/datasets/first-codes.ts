import type { ColumnPreview } from '@/lib/figures/datasets/types'

export function firstCodes(columns: readonly Pick<ColumnPreview, 'codes'>[]): number[] {
  return columns.map((_, index) =>
    columns.slice(0, index).reduce((sum, { codes }) => sum + codes.length, 0),
  )
}
