/**
 * An entry's address is its id, so that a new version is an update and no second entry.
 * Source: RFC 4287 (Atom); JSON Feed 1.1.
 */
import { cleanText, escapeMarkup } from '@/lib/base/text/text'
import type { Feed, FeedEntry, FeedItem, FeedOf } from './types'

export const FEED_SIZE = 50
/** The format requires a time, also for an empty feed. */
const NEVER = '1970-01-01T00:00:00.000Z'

type Parameters = Readonly<Record<string, string | string[] | undefined>>

/** The parameters as a query, without the page number. */
export function feedQuery(raw: Parameters): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(raw)) {
    if (key !== 'pagina' && value !== undefined)
      for (const one of [value].flat()) query.append(key, one)
  }
  return query.size === 0 ? '' : `?${query.toString()}`
}

const newestFirst = (entries: readonly FeedItem[]) =>
  entries.toSorted(
    (a, b) => b.publishedAt.localeCompare(a.publishedAt) || a.url.localeCompare(b.url),
  )

const xml = (text: string) => escapeMarkup(cleanText(text))

type Evidenced = Pick<FeedEntry, 'summary' | 'level' | 'direction'>

/** One tag, so that a level never travels without its direction. */
const evidenceTag = ({ level, direction }: Evidenced) => `bewijs: ${level}, ${direction}`

const withEvidence = ({ summary, level, direction }: Evidenced) =>
  `${summary} (Bewijs: ${level}, ${direction.replaceAll('-', ' ')}.)`

const toItem = (entry: FeedEntry): FeedItem => ({
  url: entry.url,
  title: entry.title,
  summary: withEvidence(entry),
  tag: evidenceTag(entry),
  publishedAt: entry.publishedAt,
})

const toItems = (feed: Feed): FeedOf<FeedItem> => ({ ...feed, entries: feed.entries.map(toItem) })

export const atomFeed = (feed: Feed): string => atomDocument(toItems(feed))
export const jsonFeed = (feed: Feed): string => jsonDocument(toItems(feed))

export function atomDocument(feed: FeedOf<FeedItem>): string {
  const { title, language, self, page, author, entries } = feed
  const sorted = newestFirst(entries)
  const items = sorted.map(
    (entry) => `  <entry>
    <id>${xml(entry.url)}</id>
    <title>${xml(entry.title)}</title>
    <link rel="alternate" type="text/html" href="${xml(entry.url)}"/>
    <updated>${xml(entry.publishedAt)}</updated>
    <category term="${xml(entry.tag)}"/>
    <summary xml:lang="nl">${xml(entry.summary)}</summary>
  </entry>
`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
  <id>${xml(self)}</id>
  <title>${xml(title)}</title>
  <link rel="self" type="application/atom+xml" href="${xml(self)}"/>
  <link rel="alternate" type="text/html" href="${xml(page)}"/>
  <updated>${xml(sorted[0]?.publishedAt ?? NEVER)}</updated>
  <author><name>${xml(author)}</name></author>
${items.join('')}</feed>
`
}

export function jsonDocument(feed: FeedOf<FeedItem>): string {
  const { title, language, self, page, author, entries } = feed
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: self,
    language,
    authors: [{ name: author }],
    items: newestFirst(entries).map((entry) => ({
      id: entry.url,
      url: entry.url,
      title: cleanText(entry.title),
      content_text: cleanText(entry.summary),
      tags: [entry.tag],
      language: 'nl',
      date_modified: entry.publishedAt,
    })),
  })
}
