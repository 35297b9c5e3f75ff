// Which requests count as the reading of a public page. Pure. Of a reader nothing is kept.
import type { IncomingHttpHeaders } from 'node:http'
import { patternsOf } from './addresses.ts'
import { canonicalPath } from './shared-address.ts'

/** What is counted, and how; one page per kind. Stored, so names stay. */
export const COUNTED = {
  home: '/',
  initiatives: '/initiatives',
  initiative: '/initiatives/[slug]',
  regions: '/regions',
  region: '/regions/[slug]',
  'target-group': '/target-groups/[slug]',
  sector: '/sectors/[slug]',
  challenge: '/challenges/[slug]',
  instrument: '/instruments/[slug]',
  monitor: '/monitor',
  figures: '/figures',
  figure: '/figures/[slug]',
  exchange: '/exchange',
  call: '/calls/[slug]',
  collection: '/collections/[slug]',
  meeting: '/meetings/[slug]',
  obstacle: '/obstacles/[slug]',
  lessons: '/lessons',
  method: '/method',
} as const
export type UsageKind = keyof typeof COUNTED

const SLUG = /\[a-z0-9-\]\{1,200\}/
const PATTERNS = (Object.keys(COUNTED) as UsageKind[]).flatMap((kind) =>
  patternsOf(COUNTED[kind]).map((source) => ({
    kind,
    // The English home page is /en, without the slash that its address ends in.
    pattern: new RegExp(`^${source.replace(/(.)\/$/, '$1').replace(SLUG, '([a-z0-9-]{1,200})')}$`),
  })),
)
/** A page without a parameter has a fixed address that a slug could also be: figures/report. */
const OTHER_PAGES = new RegExp(`^(?:${patternsOf('/figures/report').join('|')})$`)

/** Names of programs that call themselves one; those that pretend to be a person are counted. */
const ROBOT =
  /bot\b|bot[/;)_-]|crawl|spider|slurp|headless|lighthouse|preview|monitor|uptime|scan|feed|facebookexternalhit|curl|wget|python|java\/|go-http|okhttp|axios|node|undici|libwww|httpclient/i
const SESSION = /(?:^|;\s*)(?:__Host-)?praktijkbank-session=/
const PREFETCH = ['next-router-prefetch', 'next-router-segment-prefetch']

const isAhead = (headers: IncomingHttpHeaders) =>
  PREFETCH.some((name) => headers[name] !== undefined) ||
  [headers['sec-purpose'], headers.purpose, headers['x-moz']].some((value) =>
    /prefetch|prerender/i.test([value ?? ''].flat().join()),
  )

/** Whether a person without an account asked for it, as far as the request tells. */
export function isReading(method: string, headers: IncomingHttpHeaders): boolean {
  const agent = headers['user-agent'] ?? ''
  return (
    method === 'GET' &&
    agent !== '' &&
    !ROBOT.test(agent) &&
    !SESSION.test(headers.cookie ?? '') &&
    headers['next-action'] === undefined &&
    headers.range === undefined &&
    !isAhead(headers)
  )
}

/** The page that an address without its query leads to; null for one that is not counted. */
export function countedPage(path: string): { kind: UsageKind; object: string } | null {
  const address = canonicalPath(path)
  if (OTHER_PAGES.test(address)) return null
  for (const { kind, pattern } of PATTERNS) {
    const found = pattern.exec(address)
    if (found) return { kind, object: found[1] ?? '' }
  }
  return null
}

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' })

/** The day in the Netherlands, such as 2026-11-30. */
export const dayOf = (now: Date): string => DAY.format(now)
