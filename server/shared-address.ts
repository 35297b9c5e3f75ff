// Which requests have one answer for everyone, and under which key it is cached. Pure.
import type { IncomingHttpHeaders } from 'node:http'
import { isApiPath, isFilePath, pathOf } from './request-rules.ts'

/** Everything that pages read from their query. An end-to-end test follows the links and filters of the site and finds what is missing. */
export const QUERY_KEYS: ReadonlySet<string> = new Set([
  'aan',
  'antwoord',
  'benadering',
  'bewijs',
  'bron',
  'criterium',
  'deel',
  'doelgroep',
  'drijfveer',
  'fase',
  'gebied',
  'grafiek',
  'i',
  'indicator',
  'instantie',
  'instrument',
  'jaar',
  'kolom',
  'kwartaal',
  'les',
  'met',
  'opgave',
  'pagina',
  'peildatum',
  'periode',
  'q',
  'regio',
  'sector',
  'soort',
  'sorteer',
  'stand',
  'taal',
  'terug',
  'voor',
  'weergave',
])
const MAX_SHARED_URL = 500

/** Pages that depend on who asks, or on a secret in their address. */
const PERSONAL =
  /^\/(?:en\/)?(?:werkplek|workspace|inloggen|sign-in|afmelden|unsubscribe|contact)(?:\/|$)/
const OPEN_DATA = /^\/api\/v1\//
const THEME_COOKIE = /^theme=(?:light|dark)$/

/** Part of a navigation inside the browser, or of an action: Next answers these in a form of its own. */
export const INSIDE_BROWSER = ['rsc', 'next-router-state-tree', 'next-action']
/** Asks for a part of an answer, or for one only if it changed. */
const CONDITIONAL = ['range', 'authorization', 'if-none-match', 'if-modified-since']

const lacks = (headers: IncomingHttpHeaders, names: readonly string[]) =>
  names.every((name) => headers[name] === undefined)

const isPage = (path: string) => !isApiPath(path) && !isFilePath(path)

/** True for a request of the browser's address bar or of a reader without scripts, as opposed to one that Next's own script makes. */
export const asksForDocument = (path: string, headers: IncomingHttpHeaders): boolean =>
  isPage(path) && lacks(headers, INSIDE_BROWSER)

export interface SharedRequest {
  /** The address as Next is asked for it: the same for all its spellings. */
  url: string
  theme: string | undefined
  key: string
}

/** The path in one spelling: `/%72egios/` is `/regios`. */
export function canonicalPath(path: string): string {
  const spelled = decodeURIComponent(path).split('/').map(encodeURIComponent).join('/')
  return spelled.length > 1 && !isApiPath(path) ? spelled.replace(/\/$/, '') : spelled
}

/** The query in one order, without keys that no page reads, such as those of trackers. */
function canonicalQuery(query: string): string {
  const known = [...new URLSearchParams(query)].filter(([key]) => QUERY_KEYS.has(key))
  // Sorting is stable: values of one key keep their order, which pages may show.
  known.sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
  const text = new URLSearchParams(known).toString()
  return text === '' ? '' : `?${text}`
}

/**
 * The request as one that has the same answer for everyone, or null. Only the address and the theme are
 * left of it, so nothing of one visitor can be shown to another. Open data refuses unknown keys, so its
 * query stays as it is.
 */
export function sharedRequest(url: string, headers: IncomingHttpHeaders): SharedRequest | null {
  const path = pathOf(url)
  const { cookie } = headers
  if (
    url.length > MAX_SHARED_URL ||
    PERSONAL.test(canonicalPath(path)) ||
    !lacks(headers, [...INSIDE_BROWSER, ...CONDITIONAL])
  )
    return null
  if (!OPEN_DATA.test(path) && !isPage(path)) return null
  if (cookie !== undefined && !THEME_COOKIE.test(cookie)) return null
  const query = url.slice(path.length + 1)
  const raw = query === '' ? '' : `?${query}`
  const address = `${canonicalPath(path)}${isApiPath(path) ? raw : canonicalQuery(query)}`
  return { url: address, theme: cookie, key: `${cookie ?? ''} ${address}` }
}
