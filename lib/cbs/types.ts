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
