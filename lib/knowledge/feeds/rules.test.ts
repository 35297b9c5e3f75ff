import { describe, expect, it } from 'vitest'
import { atomFeed, feedQuery, jsonFeed } from './rules'
import { xmlFault } from '@/lib/base/testing/xml'
import type { Feed } from './types'

const feed: Feed = {
  title: 'Initiatieven',
  language: 'nl',
  author: 'Kennisbank & co',
  self: 'https://site.test/initiatieven/feed.xml?q=a&regio=b',
  page: 'https://site.test/initiatieven?q=a&regio=b',
  entries: [
    {
      url: 'https://site.test/initiatieven/oud',
      title: 'Oud & <b>',
      summary: 'x\u0000\u0008y',
      level: 'vergeleken',
      direction: 'geen-verschil',
      publishedAt: '2026-01-01T00:00:00.000Z',
    },
    {
      url: 'https://site.test/initiatieven/nieuw',
      title: 'Nieuw',
      summary: '',
      level: 'onbekend',
      direction: 'niet-vergeleken',
      publishedAt: '2026-02-01T00:00:00.000Z',
    },
  ],
}

describe('atomFeed', () => {
  it('is newest first, escapes what people typed and leaves out what XML cannot hold', () => {
    const text = atomFeed(feed)
    expect(text.indexOf('/nieuw')).toBeLessThan(text.indexOf('/oud'))
    expect(text).toContain('<title>Oud &#38; &#60;b&#62;</title>')
    expect(text).toContain(
      '<summary xml:lang="nl">xy (Bewijs: vergeleken, geen verschil.)</summary>',
    )
    expect(text).toContain('?q=a&#38;regio=b')
    expect(text).toContain('<updated>2026-02-01T00:00:00.000Z</updated>')
    expect(text).not.toMatch(/&(?!#\d+;)/)
  })

  it('stays well-formed with any sign that stands in the database', () => {
    const dirty = `x\uFFFE\uFFFF\uD800\u0001\u000B\uFDD0y`
    const text = atomFeed({
      ...feed,
      title: dirty,
      entries: feed.entries.map((entry) => ({ ...entry, title: dirty, summary: dirty })),
    })
    expect(xmlFault(text)).toBeNull()
    expect(text).toContain('<title>xy</title>')
    expect(jsonFeed({ ...feed, entries: [{ ...feed.entries[0]!, title: dirty }] })).toContain(
      '"title":"xy"',
    )
  })

  it('has a moment when it is empty', () => {
    expect(atomFeed({ ...feed, entries: [] })).toContain(
      '<updated>1970-01-01T00:00:00.000Z</updated>',
    )
  })
})

describe('jsonFeed', () => {
  it('says its version, its addresses and its items newest first', () => {
    const parsed = JSON.parse(jsonFeed(feed)) as { version: string; items: { id: string }[] }
    expect(parsed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: feed.self,
      home_page_url: feed.page,
    })
    expect(parsed.items.map(({ id }) => id)).toEqual([
      'https://site.test/initiatieven/nieuw',
      'https://site.test/initiatieven/oud',
    ])
  })
})

describe('feedQuery', () => {
  it('keeps the filters and drops the page', () => {
    expect(feedQuery({ q: 'a b', regio: ['x', 'y'], pagina: '3', leeg: undefined })).toBe(
      '?q=a+b&regio=x&regio=y',
    )
    expect(feedQuery({ pagina: '2' })).toBe('')
  })
})
