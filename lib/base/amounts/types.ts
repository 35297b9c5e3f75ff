/**
 * What is known of several amounts of money; made and read by the rule for adding up, and never
 * shown as it stands.
 */
export interface Amounts {
  /** How many amounts are known. */
  known: number
  /** Whole euros together; a figure only where the rule says so. */
  euro: number
  low: number
  high: number
  /** Amounts that are "ongeveer", and those that are "hoogstens". */
  circa: number
  capped: number
  /** Amounts that pay for the same as another one. */
  shared: number
}

/** How amounts may be shown together. */
export type Together =
  | { kind: 'none' }
  | { kind: 'one'; euro: number; qualifier: 'exact' | 'circa' | 'maximaal' }
  | { kind: 'sum'; euro: number }
  | {
      kind: 'apart'
      count: number
      low: number
      high: number
      why: 'approximate' | 'overlap' | 'both'
    }
