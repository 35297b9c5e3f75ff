export interface Amounts {
  known: number
  euro: number
  low: number
  high: number
  circa: number
  capped: number
  shared: number
}

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
