import 'server-only'
import { listFacetValues } from '@/lib/knowledge/search/facets.data'
import { createHash } from 'node:crypto'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { isDatabaseUnavailable } from '@/lib/base/runtime/errors'
import { origin } from '@/lib/base/runtime/env'
import { problemResponse } from '@/lib/base/http/headers'
import { getSettings } from '@/lib/base/settings/loaders'
import { siteName } from '@/lib/base/settings/rules'
import { log } from '@/lib/base/runtime/log'
import { cached } from '@/lib/base/cache/cached'
import { DIRECTION_SLUGS, levelOf } from '@/lib/knowledge/evidence/direction.rules'
import { findInitiatives } from '@/lib/knowledge/search/data'
import { parseSearch, type RawParameters, searchParameters } from '@/lib/knowledge/search/rules'
import { knownValue } from '@/lib/knowledge/search/facets.rules'
import type { SearchQuery } from '@/lib/knowledge/search/types'
import { understand } from '@/lib/base/words/data'
import { FEED_SIZE } from './rules'
import type { Feed, FeedEntry } from './types'

const CACHE_SECONDS = 300

const readEntries = cached('feed', async (query: SearchQuery): Promise<FeedEntry[]> => {
  const hits = await findInitiatives({
    words: await understand(query.q),
    selection: query.selection,
    page: 1,
    pageSize: FEED_SIZE,
    sort: 'newest',
  })
  return hits.map((hit) => ({
    url: `${origin}/initiatieven/${hit.slug}`,
    title: hit.title,
    summary: hit.summary,
    level: levelOf(hit.rank),
    direction: DIRECTION_SLUGS[hit.direction],
    publishedAt: hit.publishedAt,
  }))
})

async function loadFeed(
  raw: RawParameters,
  locale: Locale,
  file: string,
  title: string,
): Promise<Feed> {
  const { query } = parseSearch(raw, knownValue(await listFacetValues()))
  const settings = await getSettings()
  const parameters = searchParameters({ q: query.q, selection: query.selection })
  const suffix = parameters.size === 0 ? '' : `?${parameters.toString()}`
  const list = `${origin}${getPathname({ href: '/initiatives', locale })}`
  return {
    title,
    language: locale,
    self: `${list}/${file}${suffix}`,
    page: `${list}${suffix}`,
    author: siteName(settings),
    entries: await readEntries({ ...query, page: 1 }),
  }
}

export interface FeedRequest {
  request: Request
  locale: Locale
  file: 'feed.xml' | 'feed.json'
  type: string
  title: string
  write: (feed: Feed) => string
}

export async function feedResponse({
  request,
  locale,
  file,
  type,
  title,
  write,
}: FeedRequest): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const raw: RawParameters = Object.fromEntries(
    [...new Set(searchParams.keys())].map((key) => [key, searchParams.getAll(key)]),
  )
  return feedAnswer(request, type, async () => write(await loadFeed(raw, locale, file, title)))
}

/** A feed with its tag, or 304 for who has it; 503 when the database is away. */
export async function feedAnswer(
  request: Request,
  type: string,
  make: () => Promise<string>,
): Promise<Response> {
  try {
    const body = await make()
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
    const headers = {
      etag,
      'cache-control': `public, max-age=${CACHE_SECONDS}`,
      'content-type': `${type}; charset=utf-8`,
      'access-control-allow-origin': '*',
    }
    const unchanged =
      request.headers
        .get('if-none-match')
        ?.split(',')
        .some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false
    return unchanged
      ? new Response(null, { status: 304, headers })
      : new Response(body, { headers })
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error
    log.error({ err: error }, 'database unavailable')
    return problemResponse(
      503,
      'Nu niet bereikbaar',
      'De gegevens zijn nu niet bereikbaar. Probeer het over een halve minuut opnieuw.',
    )
  }
}
