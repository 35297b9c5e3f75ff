export interface FeedEntry {
  url: string
  title: string
  summary: string
  /** The evidence level and its direction, as in the open data. */
  level: string
  direction: string
  publishedAt: string
}

export interface Feed {
  title: string
  language: 'nl' | 'en'
  self: string
  page: string
  /** The name of this installation. */
  author: string
  entries: readonly FeedEntry[]
}
