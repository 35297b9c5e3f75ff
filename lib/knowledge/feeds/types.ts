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
  entries: readonly FeedEntry[]
}
