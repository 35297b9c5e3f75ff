// The application as a process: Next behind a small front that keeps the pages of visitors without an account (docs/adr/0019).
import { randomBytes } from 'node:crypto'
import { Agent, createServer, request } from 'node:http'
import { createRequire } from 'node:module'
import { pipeline } from 'node:stream/promises'
import { cutPage, fillPage, KeptPages } from './kept-pages.mjs'
import { inRoot } from './paths.mjs'

const require = createRequire(inRoot('package.json'))
const port = Number(process.env.PORT ?? 3000)
const kept = new KeptPages({ maxBytes: 96 * 1_024 * 1_024, maxAgeMs: 60_000 })
const agent = new Agent({ keepAlive: true })

/** What a page may depend on, apart from its address. Nothing else of the visitor reaches the making of a page that is kept. */
const KNOWN_HEADERS = ['host', 'cookie', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port']
const THEME_ONLY = /^theme=(?:light|dark)$/
/** A page that is part of a navigation inside the browser, of an action, or of a reader's own store is made for that one request. */
const OWN_MAKING = ['rsc', 'next-router-state-tree', 'next-action', 'range', 'authorization', 'if-none-match', 'if-modified-since']
const OF_THE_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding'])
/** Where answers are read by everyone alike; the rest of the API and the files of the build are not asked for here. */
const KEPT_PATH = /^\/(?!api\/|_next\/)|^\/api\/v1\//
const OPEN_DATA = /^application\/(?:\w+\+)?json/

const isForEveryone = ({ method, url, headers }) =>
  (method === 'GET' || method === 'HEAD') && url.length < 500 && KEPT_PATH.test(url) &&
  (headers.cookie === undefined || THEME_ONLY.test(headers.cookie)) && OWN_MAKING.every((name) => headers[name] === undefined)

/** Asks Next itself, over a connection of this process. */
function ask(inner, path, headers) {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: inner.address().port, path, headers, agent }, resolve).once('error', reject).end()
  })
}

async function textOf(response) {
  const chunks = []
  for await (const chunk of response) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** The answer as a page to keep; null when it is something else: another status, a cookie, a file. */
async function pageOf(response) {
  const nonce = /'nonce-([^']+)'/.exec(response.headers['content-security-policy'] ?? '')?.[1]
  const type = response.headers['content-type'] ?? ''
  if (response.statusCode !== 200 || response.headers['set-cookie'] || !(nonce ? type.startsWith('text/html') : OPEN_DATA.test(type))) return null
  const { 'content-length': _length, date: _date, ...own } = Object.fromEntries(Object.entries(response.headers).filter(([name]) => !OF_THE_CONNECTION.has(name)))
  const vary = [...new Set([...(own.vary ?? '').toLowerCase().split(/, */), 'accept-encoding'])].filter(Boolean).join(', ')
  return cutPage({ headers: { ...own, vary }, body: await textOf(response), nonce })
}

async function passOn(response, incoming, outgoing) {
  outgoing.writeHead(response.statusCode, Object.fromEntries(Object.entries(response.headers).filter(([name]) => !OF_THE_CONNECTION.has(name))))
  if (incoming.method !== 'HEAD') return pipeline(response, outgoing)
  response.destroy()
  outgoing.end()
}

async function answer(inner, incoming, outgoing, handle) {
  const headers = Object.fromEntries(KNOWN_HEADERS.flatMap((name) => (incoming.headers[name] === undefined ? [] : [[name, incoming.headers[name]]])))
  let passing = null
  const page = await kept.get(JSON.stringify([incoming.url, headers]), async () => {
    const response = await ask(inner, incoming.url, headers)
    const made = await pageOf(response)
    if (!made) passing = passOn(response, incoming, outgoing)
    return made
  })
  if (passing) return passing
  // Who waited for something that turned out not to be kept, asks for it alone.
  if (!page) return handle(incoming, outgoing)
  const { headers: own, body } = fillPage(page, randomBytes(16).toString('base64'), /\bgzip\b/.test(incoming.headers['accept-encoding'] ?? ''))
  outgoing.writeHead(200, { ...own, 'content-length': body.length }).end(incoming.method === 'HEAD' ? undefined : body)
}

/** Hears of each change to what is read in public (the triggers of the migration watch_content). Tries again until the database is back. */
function listen(isStopping) {
  const { Client } = require('pg')
  const client = new Client({ connectionString: process.env.DATABASE_URL, application_name: 'kept-pages' })
  let ended = false
  const again = () => {
    if (ended) return
    ended = true
    kept.hear(false)
    client.end().catch(() => undefined)
    if (!isStopping()) setTimeout(() => listen(isStopping), 1_000).unref()
  }
  client.on('error', again)
  client.on('end', again)
  client.on('notification', () => kept.forget())
  client.connect().then(() => client.query('LISTEN content')).then(() => kept.hear(true), again)
  return client
}

const next = require('next')
const app = next({ dev: false, dir: inRoot(), port })
await app.prepare()
const handle = app.getRequestHandler()

const inner = createServer((incoming, outgoing) => handle(incoming, outgoing))
await new Promise((resolve) => inner.listen(0, '127.0.0.1', resolve))

const front = createServer((incoming, outgoing) => {
  // What is written may not have told the caches inside Next yet when the database speaks; the end of the request has.
  if (incoming.method !== 'GET' && incoming.method !== 'HEAD') for (const end of ['finish', 'close']) outgoing.once(end, () => kept.forget())
  if (!isForEveryone(incoming)) return void handle(incoming, outgoing)
  answer(inner, incoming, outgoing, handle).catch(() => (outgoing.headersSent ? outgoing.destroy() : void handle(incoming, outgoing)))
})

let stopping = false
listen(() => stopping)
front.listen(port)

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    stopping = true
    front.close(() => app.close().finally(() => process.exit(0)))
    front.closeIdleConnections()
    setTimeout(() => process.exit(0), 5_000).unref()
  })
}
