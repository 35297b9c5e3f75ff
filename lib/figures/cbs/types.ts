export interface CbsTable {
  /** Moment of the last change, as CBS writes it; null when it does not say. */
  modified: string | null
  dimensions: string[]
  measures: Map<string, string>
  periodStatus: Map<string, string>
}

/** What the form about a table needs to ask what its codes mean. */
export interface CbsDescription {
  table: string
  title: string
  modified: string | null
  dimensions: { name: string; codes: { code: string; title: string }[] }[]
  measures: { code: string; title: string; unit: string; decimals: number | null }[]
  rows: Record<string, string>[]
}
