export interface FeedEntry {
  url: string
  title: string
  summary: string
  /** The evidence level and its direction, as in the open data. */
  level: string
  direction: string
  publishedAt: string
}

/** What a feed of any kind says of one thing. */
export interface FeedItem {
  url: string
  title: string
  summary: string
  tag: string
  publishedAt: string
}

export interface FeedOf<Entry> {
  title: string
  language: 'nl' | 'en'
  self: string
  page: string
  /** The name of this installation. */
  author: string
  entries: readonly Entry[]
}

export type Feed = FeedOf<FeedEntry>
