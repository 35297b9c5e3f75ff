import 'server-only'
import { db } from '@/lib/base/db/db'
import { countFacets, findInitiatives } from '@/lib/knowledge/search/data'
import { parseSearch } from '@/lib/knowledge/search/rules'
import type { Facet } from '@/lib/knowledge/search/types'
import { understand } from '@/lib/base/words/data'
import { MAX_NEW, MAX_SAVED, rawParameters } from './rules'
import type { SavedSearch, SavedSearchNews } from './types'

const select = {
  id: true,
  userId: true,
  name: true,
  parameters: true,
  followed: true,
  version: true,
  openedAt: true,
} as const

const toSearch = ({
  openedAt,
  ...row
}: Omit<SavedSearch, 'openedAt'> & { openedAt: Date }): SavedSearch => ({
  ...row,
  openedAt: openedAt.toISOString(),
})

/** A saved search, whoever owns it; the policy decides. */
export async function getSavedSearch(id: string): Promise<SavedSearch | null> {
  const row = await db.savedSearch.findUnique({ where: { id }, select })
  return row && toSearch(row)
}

/** Someone's searches by name. */
export async function listSavedSearches(userId: string): Promise<SavedSearch[]> {
  const rows = await db.savedSearch.findMany({
    where: { userId },
    select,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MAX_SAVED,
  })
  return rows.map(toSearch)
}

const MAX_FOLLOWED = 50_000

/** The distinct searches that people follow. */
export async function listFollowedParameters(): Promise<string[]> {
  const rows = await db.savedSearch.findMany({
    where: { followed: true, user: { disabledAt: null } },
    select: { parameters: true },
    distinct: ['parameters'],
    orderBy: { parameters: 'asc' },
    take: MAX_FOLLOWED,
  })
  return rows.map(({ parameters }) => parameters)
}

/** When the newest initiative that fits was published; null when none fits. */
export async function newestIn(
  parameters: string,
  known: (facet: Facet, value: string) => string | null,
): Promise<string | null> {
  const { query } = parseSearch(rawParameters(parameters), known)
  const [newest] = await findInitiatives({
    words: await understand(query.q),
    selection: query.selection,
    page: 1,
    pageSize: 1,
    sort: 'newest',
  })
  return newest?.publishedAt ?? null
}

/** The search with its current results and the new ones. */
export async function withNews(
  search: SavedSearch,
  known: (facet: Facet, value: string) => string | null,
): Promise<SavedSearchNews> {
  const { query } = parseSearch(rawParameters(search.parameters), known)
  const words = await understand(query.q)
  const [newest, { total }] = await Promise.all([
    findInitiatives({
      words,
      selection: query.selection,
      page: 1,
      pageSize: MAX_NEW,
      sort: 'newest',
    }),
    countFacets(words, query.selection),
  ])
  return {
    ...search,
    total,
    fresh: newest.filter(({ publishedAt }) => publishedAt > search.openedAt).length,
  }
}
