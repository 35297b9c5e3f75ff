/** What the entity sets beside the observations say of a table. */
export interface CbsTable {
  /** Moment of the last change, in the words of CBS; null when it does not say. */
  modified: string | null
  dimensions: string[]
  /** Titles of the measures by code. */
  measures: Map<string, string>
  /** Statuses of the periods by code: Voorlopig, Definitief and the like. */
  periodStatus: Map<string, string>
}

/** A table as someone sees it who says what its codes mean. */
export interface CbsDescription {
  table: string
  title: string
  modified: string | null
  dimensions: { name: string; codes: { code: string; title: string }[] }[]
  measures: { code: string; title: string; unit: string; decimals: number | null }[]
  rows: Record<string, string>[]
}
