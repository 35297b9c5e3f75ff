// Which requests share one response, and under which cache key. Pure.
import type { IncomingHttpHeaders } from 'node:http'
import { under } from './addresses.ts'
import { isApiPath, isFilePath, pathOf } from './request-rules.ts'

/** Every key that pages read. An end-to-end test follows links and filters to find missing ones. */
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
  'richting',
  'sector',
  'soort',
  'sorteer',
  'stand',
  'taal',
  'terug',
  'vingerafdruk',
  'voor',
  'weergave',
])
const MAX_SHARED_URL = 500

/** Pages that depend on the reader, or on a secret in their address. */
const PERSONAL = under([
  '/workspace',
  '/sign-in',
  '/unsubscribe',
  '/contact',
  '/invitation',
  '/new-password',
  '/confirm-address',
])
const OPEN_DATA = /^\/api\/v1\//
const THEME_COOKIE = /^theme=(?:light|dark)$/

/** Client-side navigation or an action: Next has its own format for these. */
export const INSIDE_BROWSER = ['rsc', 'next-router-state-tree', 'next-action']
const CONDITIONAL = ['range', 'authorization', 'if-none-match', 'if-modified-since']

const lacks = (headers: IncomingHttpHeaders, names: readonly string[]) =>
  names.every((name) => headers[name] === undefined)

const isPage = (path: string) => !isApiPath(path) && !isFilePath(path)

export const asksForDocument = (path: string, headers: IncomingHttpHeaders): boolean =>
  isPage(path) && lacks(headers, INSIDE_BROWSER)

export interface SharedRequest {
  url: string
  theme: string | undefined
  key: string
}

export function canonicalPath(path: string): string {
  const spelled = decodeURIComponent(path).split('/').map(encodeURIComponent).join('/')
  return spelled.length > 1 && !isApiPath(path) ? spelled.replace(/\/$/, '') : spelled
}

function canonicalQuery(query: string): string {
  const known = [...new URLSearchParams(query)].filter(([key]) => QUERY_KEYS.has(key))
  // A stable sort keeps the order of values, which pages may show.
  known.sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
  const text = new URLSearchParams(known).toString()
  return text === '' ? '' : `?${text}`
}

/** Only the address and theme remain, so that nothing of one visitor reaches another. */
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
