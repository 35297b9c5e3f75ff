export type Value = string | number | boolean | null
export type Row = Readonly<Record<string, Value>>

/** One kind of data about a person: which table, which rows, which columns. */
export interface Section {
  /** Name in the JSON; never changes. */
  key: string
  /** Dutch heading. */
  title: string
  table: string
  /** The column that refers to the person. Null when `where` says how a row is about them. */
  person: string | null
  /** SQL about `t`, with `$1` the person and `$2` their address; replaces the comparison. */
  where?: string
  columns: readonly string[]
  /** More columns by name, as SQL about `t`. One that ends in `_page` holds a slug. */
  joined?: Readonly<Record<string, string>>
  /** SQL; newest first unless said. */
  order?: string
}

export interface SectionData {
  key: string
  title: string
  rows: readonly Row[]
  /** There was more than fits. */
  cut: boolean
}

export interface OwnData {
  madeAt: Date
  site: string
  sections: readonly SectionData[]
}
