export interface FeedEntry {
  url: string
  title: string
  summary: string
  /** ISO moment of the version that readers see. */
  publishedAt: string
}

export interface Feed {
  title: string
  language: 'nl' | 'en'
  /** Address of this feed and of the page it belongs to. */
  self: string
  page: string
  entries: readonly FeedEntry[]
}
