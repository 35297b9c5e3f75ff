export interface FeedEntry {
  url: string
  title: string
  summary: string
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
