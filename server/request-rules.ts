// What a request must look like before anything parses it (RFC 9110, RFC 9112). Pure.
import type { IncomingHttpHeaders } from 'node:http'

export interface RequestHead {
  method: string
  url: string
  httpVersion: string
  headers: IncomingHttpHeaders
  /** Alternating names and values: elsewhere repeated headers are merged or dropped. */
  rawHeaders: readonly string[]
}

export interface Refusal {
  status: 400 | 403 | 404 | 405 | 413 | 414 | 415 | 417
  allow?: string
  /** The framing is not trusted or the body not read, so the connection ends. */
  closes?: boolean
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])
const PAGE_METHODS = new Set(['GET', 'HEAD', 'POST'])
const API_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'])
const FILE_METHODS = new Set(['GET', 'HEAD'])
const HOST = /^[A-Za-z0-9.-]+(?::\d{1,5})?$|^\[[0-9A-Fa-f:.]+\](?::\d{1,5})?$/
/** The longest GET form is the advice about obstacles; all headers together have 16 kB. */
const MAX_URL = 12_000
const CONTENT_TYPES_OF_FORMS =
  /^(?:multipart\/form-data|application\/x-www-form-urlencoded|text\/plain)\s*(?:;|$)/i

export const isSafeMethod = (method: string): boolean => SAFE_METHODS.has(method)
export const isApiPath = (path: string): boolean => path === '/api' || path.startsWith('/api/')
export const isFilePath = (path: string): boolean =>
  path.startsWith('/_next/') || /^\/(?:favicon\.ico|icon\.svg|robots\.txt)$/.test(path)

export const pathOf = (url: string): string => url.split('?', 1)[0] ?? ''

export function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/** Next decodes a path twice: a leftover percent sign fails, an encoded slash leads elsewhere. */
const NOWHERE = /[\u0000-\u001f\u007f%\\]/

function refusePath(path: string): Refusal | null {
  const decoded = decodePath(path)
  if (decoded === null) return { status: 400 }
  if (NOWHERE.test(decoded) || /%2f/i.test(path)) return { status: 404 }
  return null
}

function refuseHost({ httpVersion, headers, rawHeaders }: RequestHead): Refusal | null {
  const count = rawHeaders.filter(
    (name, index) => index % 2 === 0 && name.toLowerCase() === 'host',
  ).length
  if (count === 0 && httpVersion === '1.0') return null
  return count === 1 && HOST.test(headers.host ?? '') ? null : { status: 400, closes: true }
}

function refuseMethod({ method }: RequestHead, path: string): Refusal | null {
  const allowed = isApiPath(path) ? API_METHODS : isFilePath(path) ? FILE_METHODS : PAGE_METHODS
  return allowed.has(method) ? null : { status: 405, allow: [...allowed].join(', '), closes: true }
}

function refuseBody({ method, headers }: RequestHead): Refusal | null {
  if (!SAFE_METHODS.has(method)) return null
  const hasBody =
    headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0
  return hasBody ? { status: 400, closes: true } : null
}

const originsOf = ({ headers }: RequestHead, publicOrigin: string): string[] =>
  headers.host === undefined
    ? [publicOrigin]
    : [publicOrigin, `http://${headers.host}`, `https://${headers.host}`]

/** Browsers send Origin with each POST. API routes check for themselves. */
function refuseForm(request: RequestHead, path: string, publicOrigin: string): Refusal | null {
  if (request.method !== 'POST' || isApiPath(path)) return null
  const { origin } = request.headers
  if (origin === undefined || !originsOf(request, publicOrigin).includes(origin))
    return { status: 403, closes: true }
  const type = request.headers['content-type']
  return type !== undefined && CONTENT_TYPES_OF_FORMS.test(type)
    ? null
    : { status: 415, closes: true }
}

function refuseExpectation({ headers }: RequestHead): Refusal | null {
  const { expect } = headers
  return expect === undefined || expect.toLowerCase() === '100-continue'
    ? null
    : { status: 417, closes: true }
}

export function refuseHead(request: RequestHead, publicOrigin: string): Refusal | null {
  if (!request.url.startsWith('/')) return { status: 400, closes: true }
  if (request.url.length > MAX_URL) return { status: 414 }
  const path = pathOf(request.url)
  return (
    refuseBody(request) ??
    refuseHost(request) ??
    refusePath(path) ??
    refuseMethod(request, path) ??
    refuseExpectation(request) ??
    refuseForm(request, path, publicOrigin)
  )
}
