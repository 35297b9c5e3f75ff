export interface CbsTable {
  modified: string | null
  dimensions: string[]
  measures: Map<string, string>
  periodStatus: Map<string, string>
}

export interface CbsDescription {
  table: string
  title: string
  modified: string | null
  dimensions: { name: string; codes: { code: string; title: string }[] }[]
  measures: { code: string; title: string; unit: string; decimals: number | null }[]
  rows: Record<string, string>[]
}
