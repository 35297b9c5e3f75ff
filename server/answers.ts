import { randomBytes } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { API_VERSION } from '../lib/base/http/api-version.ts'
import {
  POLICY_WITHOUT_CONTENT,
  SECURITY_HEADERS,
  TRANSPORT_SECURITY,
} from '../lib/base/http/security-headers.ts'
import { closeAfter } from './connection.ts'
import { fillPage, type Page } from './page.ts'
import { settings } from './settings.ts'

export const RETRY_AFTER = '30'

const ALWAYS: OutgoingHttpHeaders = {
  ...Object.fromEntries(SECURITY_HEADERS),
  ...(settings.publicUrl.protocol === 'https:' && {
    'strict-transport-security': TRANSPORT_SECURITY,
  }),
}

/** On every response; its own headers win. */
export const withSecurityHeaders = (headers: OutgoingHttpHeaders): OutgoingHttpHeaders => ({
  ...ALWAYS,
  'content-security-policy': POLICY_WITHOUT_CONTENT,
  ...headers,
})

/** RFC 9457 by status, in Dutch like all open data. */
const PROBLEMS: Readonly<Record<number, readonly [title: string, detail: string]>> = {
  400: ['Ongeldige aanvraag', 'Deze aanvraag is niet te lezen.'],
  403: ['Geweigerd', 'Dit formulier is niet vanaf deze website verstuurd.'],
  404: ['Niet gevonden', 'Dit adres bestaat niet.'],
  405: ['Niet toegestaan', 'Dit adres kent deze methode niet.'],
  408: ['Te langzaam', 'De aanvraag kwam niet op tijd binnen.'],
  409: ['Verouderd', 'Deze pagina is van voor een nieuwe versie van de website.'],
  413: ['Te groot', 'Deze aanvraag is te groot of heeft te veel velden.'],
  414: ['Adres te lang', 'Dit adres is te lang.'],
  415: ['Soort inhoud onbekend', 'Een formulier in deze vorm is niet te lezen.'],
  417: ['Verwachting onbekend', 'Aan deze verwachting is niet te voldoen.'],
  431: ['Kop te groot', 'De kop van de aanvraag is te groot.'],
  500: ['Er ging iets mis', 'De fout ligt bij ons. Probeer het later opnieuw.'],
  503: [
    'Nu niet bereikbaar',
    'De gegevens zijn nu niet bereikbaar. Probeer het over een halve minuut opnieuw.',
  ],
}

/** Sent as the text of a refused action (lib/base/runtime/errors.ts); the form translates it. */
const CODES: Readonly<Record<number, string>> = {
  403: 'INVALID',
  404: 'NOT_FOUND',
  409: 'OUTDATED',
  413: 'TOO_LARGE',
  500: 'FAILED',
  503: 'UNAVAILABLE',
}

const retryHeaders = (status: number): OutgoingHttpHeaders =>
  status === 503 ? { 'retry-after': RETRY_AFTER } : {}

export interface Answer {
  status: number
  headers: OutgoingHttpHeaders
  body: string | Buffer
}

export function problemAnswer(status: number, headers: OutgoingHttpHeaders = {}): Answer {
  const [title, detail] = PROBLEMS[status] ?? PROBLEMS[500] ?? ['', '']
  return {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
      'api-version': API_VERSION,
      ...retryHeaders(status),
      ...headers,
    },
    body: JSON.stringify({ type: 'about:blank', status, title, detail }),
  }
}

/** Next's client only shows the text of an exact text/plain response. */
export function plainAnswer(status: number, headers: OutgoingHttpHeaders = {}): Answer {
  return {
    status,
    headers: {
      'content-type': 'text/plain',
      'cache-control': 'no-store',
      ...retryHeaders(status),
      ...headers,
    },
    body: CODES[status] ?? 'INVALID',
  }
}

const OF_THE_PAGE_ITSELF = new Set(['link'])

export const acceptsGzip = ({ headers }: IncomingMessage): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0+)?\s*(?:,|$))/.test(headers['accept-encoding'] ?? '')

export function pageAnswer(
  page: Page,
  status: number,
  compressed: boolean,
  extra: OutgoingHttpHeaders = {},
): Answer {
  const { headers, body } = fillPage(page, randomBytes(16).toString('base64'), compressed)
  const ownHeaders =
    status === 200
      ? headers
      : Object.fromEntries(
          Object.entries(headers).filter(([name]) => !OF_THE_PAGE_ITSELF.has(name)),
        )
  return { status, headers: { ...ownHeaders, ...retryHeaders(status), ...extra }, body }
}

export function sendAnswer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { status, headers, body }: Answer,
): void {
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length
  if (headers.connection === 'close') closeAfter(outgoing)
  outgoing.writeHead(status, { ...withSecurityHeaders(headers), 'content-length': length })
  outgoing.end(incoming.method === 'HEAD' ? undefined : body)
}

export function rawAnswer(status: number, reason: string): string {
  const { headers, body } = problemAnswer(status)
  const text = String(body)
  const fields = {
    ...withSecurityHeaders(headers),
    'content-length': Buffer.byteLength(text),
    connection: 'close',
    date: new Date().toUTCString(),
  }
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${String(value)}`)
  return [`HTTP/1.1 ${status} ${reason}`, ...lines, '', text].join('\r\n')
}
