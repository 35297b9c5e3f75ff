import { describe, expect, it } from 'vitest'
import nl from '../messages/nl/site/usage.json' with { type: 'json' }
import { COUNTED, countedPage, dayOf, isReading } from './usage-rules.ts'

const PERSON = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const reads = (headers: Record<string, string>, method = 'GET') =>
  isReading(method, { 'user-agent': PERSON, ...headers })

describe('a reading', () => {
  it('is what a browser asks for a person', () => {
    expect(reads({})).toBe(true)
    expect(reads({ cookie: 'theme=dark' })).toBe(true)
    expect(reads({ rsc: '1' })).toBe(true)
  })

  it.each([
    ['a robot', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }],
    ['another robot', { 'user-agent': 'Mozilla/5.0 (compatible; bingbot/2.0; +http://x)' }],
    ['a program', { 'user-agent': 'curl/8.5.0' }],
    ['a browser without a screen', { 'user-agent': 'Mozilla/5.0 HeadlessChrome/140.0' }],
    ['nothing that says what it is', { 'user-agent': '' }],
    ['who is signed in', { cookie: 'a=1; __Host-praktijkbank-session=x' }],
    ['who is signed in without TLS', { cookie: 'praktijkbank-session=x' }],
    ['a page fetched ahead', { 'sec-purpose': 'prefetch;prerender' }],
    ['a page fetched ahead by an older browser', { purpose: 'prefetch' }],
    ['a link fetched ahead', { rsc: '1', 'next-router-prefetch': '1' }],
    ['a part fetched ahead', { rsc: '1', 'next-router-segment-prefetch': '/_tree' }],
    ['an action', { 'next-action': 'x' }],
  ])('is not of %s', (_who, headers) => {
    expect(reads(headers as unknown as Record<string, string>)).toBe(false)
  })

  it.each(['HEAD', 'POST', 'OPTIONS'])('is no %s', (method) => {
    expect(reads({}, method)).toBe(false)
  })

  it('of someone with a name like a robot counts', () => {
    expect(reads({ 'user-agent': `${PERSON} Abbott/1` })).toBe(true)
  })
})

describe('a page', () => {
  it.each([
    ['/', 'home', ''],
    ['/en', 'home', ''],
    ['/initiatieven', 'initiatives', ''],
    ['/initiatieven/rangeerterrein', 'initiative', 'rangeerterrein'],
    ['/en/initiatives/rangeerterrein/', 'initiative', 'rangeerterrein'],
    ['/regios/twente', 'region', 'twente'],
    ['/doelgroepen/statushouders', 'target-group', 'statushouders'],
  ])('%s is counted', (path, kind, object) => {
    expect(countedPage(path)).toEqual({ kind, object })
  })

  it.each([
    '/werkplek',
    '/werkplek/initiatieven/1',
    '/inloggen',
    '/contact',
    '/api/health',
    '/api/v1/initiatieven',
    '/initiatieven/feed.xml',
    '/initiatieven/rangeerterrein/contact',
    '/cijfers/rapport',
    '/initiatieven/%00',
    '/_next/static/x.js',
    `/initiatieven/${'a'.repeat(201)}`,
  ])('%s is not', (path) => {
    expect(countedPage(path)).toBeNull()
  })

  it('of each kind has a word', () => {
    for (const kind of Object.keys(COUNTED)) expect(Object.keys(nl.kind)).toContain(kind)
  })
})

it('the day is that of the Netherlands', () => {
  expect(dayOf(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01')
  expect(dayOf(new Date('2026-12-31T22:59:00Z'))).toBe('2026-12-31')
})
