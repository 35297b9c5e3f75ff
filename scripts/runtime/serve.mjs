// The application as a process: Next behind a small front (docs/adr/0019, docs/adr/0022).
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { Front } from './front.mjs'
import { KeptPages } from './kept-pages.mjs'
import { inRoot } from './paths.mjs'

const require = createRequire(inRoot('package.json'))
const port = Number(process.env.PORT ?? 3000)
const kept = new KeptPages({ maxBytes: 96 * 1_024 * 1_024, maxAgeMs: 60_000 })

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
const front = new Front({ port: inner.address().port, kept })
await front.prepare()

const server = createServer((incoming, outgoing) => {
  // What is written may not have told the caches inside Next yet when the database speaks; the end of the request has.
  if (incoming.method !== 'GET' && incoming.method !== 'HEAD') for (const end of ['finish', 'close']) outgoing.once(end, () => kept.forget())
  if (!front.takes(incoming)) return void handle(incoming, outgoing)
  front.answer(incoming, outgoing).catch(() => (outgoing.headersSent ? outgoing.destroy() : void handle(incoming, outgoing)))
})

let stopping = false
listen(() => stopping)
server.listen(port)

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    stopping = true
    server.close(() => app.close().finally(() => process.exit(0)))
    server.closeIdleConnections()
    setTimeout(() => process.exit(0), 5_000).unref()
  })
}
