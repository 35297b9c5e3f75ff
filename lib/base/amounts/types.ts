export interface Amounts {
  known: number
  euro: number
  low: number
  high: number
  circa: number
  capped: number
  /** Amounts that are "at least". */
  floored: number
  shared: number
  /** Example amounts that were left out because there are real ones. */
  examples: number
  /** True when there is nothing but examples. */
  isExample: boolean
}

export type Qualifier = 'exact' | 'circa' | 'minstens' | 'maximaal'

export type Together =
  | { kind: 'none' }
  | { kind: 'one'; euro: number; qualifier: Qualifier }
  | { kind: 'sum'; euro: number }
  | {
      kind: 'apart'
      count: number
      low: number
      high: number
      why: 'approximate' | 'overlap' | 'both'
    }
