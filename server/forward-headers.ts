// Which headers cross the proxy (RFC 9110, 7.6.1). Pure.
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'
import { REQUEST_ID } from '../lib/base/http/request-outcomes.ts'

/** Per connection, so each side sets its own. */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'http2-settings',
  'expect',
  'content-length',
]
/** Only we say where a request came from. */
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-real-ip',
]
const OURS = [REQUEST_ID, 'x-nonce']
const INTERNAL_ANSWER = new Set(['x-middleware-rewrite', 'x-powered-by'])

export const fieldText = (value: string | string[] | undefined): string =>
  [value ?? ''].flat().join(', ')

const listed = (value: string | string[] | undefined) =>
  fieldText(value)
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)

const without = (headers: OutgoingHttpHeaders, names: ReadonlySet<string>): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.has(name)))

export interface Origin {
  publicUrl: URL
  trustedProxies: number
  remoteAddress: string
  requestId: string
}

function forwardedFor(
  headers: IncomingHttpHeaders,
  { trustedProxies, remoteAddress }: Origin,
): string {
  const said = trustedProxies === 0 ? [] : listed(headers['x-forwarded-for'])
  return [...said, remoteAddress].join(', ')
}

/** Next compares Origin with Host, so a form read under another host, as 127.0.0.1, keeps it. */
function hostFor({ origin, host }: IncomingHttpHeaders, publicUrl: URL): string {
  if (origin === undefined || host === undefined || !URL.canParse(origin)) return publicUrl.host
  return new URL(origin).host === host ? host : publicUrl.host
}

function ownHeaders(headers: IncomingHttpHeaders, origin: Origin): OutgoingHttpHeaders {
  const { publicUrl, requestId } = origin
  return {
    host: hostFor(headers, publicUrl),
    'x-forwarded-proto': publicUrl.protocol.slice(0, -1),
    'x-forwarded-for': forwardedFor(headers, origin),
    [REQUEST_ID]: requestId,
  }
}

export function forwardedHeaders(
  headers: IncomingHttpHeaders,
  origin: Origin,
): OutgoingHttpHeaders {
  const dropped = new Set([...HOP_BY_HOP, ...listed(headers.connection), ...FORWARDED, ...OURS])
  return { ...without(headers, dropped), ...ownHeaders(headers, origin) }
}

/** For a shared page: nothing of this visitor but the theme. */
export function sharedHeaders(
  theme: string | undefined,
  publicUrl: URL,
  requestId: string,
): OutgoingHttpHeaders {
  return {
    host: publicUrl.host,
    'x-forwarded-proto': publicUrl.protocol.slice(0, -1),
    [REQUEST_ID]: requestId,
    ...(theme !== undefined && { cookie: theme }),
  }
}

export function answerHeaders(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const names = HOP_BY_HOP.filter((name) => name !== 'content-length')
  return without(headers, new Set([...names, ...listed(headers.connection), ...INTERNAL_ANSWER]))
}
