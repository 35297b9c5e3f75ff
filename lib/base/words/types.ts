/** A word or a phrase of what someone typed. */
export interface QueryPart {
  kind: 'word' | 'phrase'
  /** Without accents and capitals; a word holds letters and digits only. */
  text: string
  /** As it was typed, to give back a mended query. */
  typed: string
  /** Must not occur. */
  exclude: boolean
}

/** What was typed: every group must hold, in a group one part will do. */
export type QueryGroups = readonly (readonly QueryPart[])[]

/** What the published texts know of a word. */
export interface KnownWord {
  word: string
  /** It, or another form of it, occurs. */
  known: boolean
  /** Longer words in which it stands. */
  within: readonly string[]
  /** Words that look like it, nearest first; only for a word that is not known. */
  similar: readonly string[]
}

/** Other ways to write a word of the query, all of which count as it. */
export interface Alternatives {
  /** Words that count as the word itself. */
  any: readonly string[]
  /** Two words that together make the word. */
  both: readonly [string, string] | null
}

export interface ParsedQuery {
  /** For to_tsquery('praktijk', …); empty when nothing was typed. */
  expression: string
  /** The query with its misspelt words mended, when there are any. */
  meant: string | null
}
