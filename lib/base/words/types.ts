export interface QueryPart {
  kind: 'word' | 'phrase'
  text: string
  typed: string
  exclude: boolean
}

/** Every group must hold, by at least one of its parts. */
export type QueryGroups = readonly (readonly QueryPart[])[]

export interface KnownWord {
  word: string
  known: boolean
  within: readonly string[]
  similar: readonly string[]
}

export interface Alternatives {
  any: readonly string[]
  both: readonly [string, string] | null
}

export interface ParsedQuery {
  /** For to_tsquery('praktijk', …); empty when nothing was typed. */
  expression: string
  meant: string | null
}
