// The application as a process: Next behind a small front (docs/adr/0019, docs/adr/0022).
import { createServer } from 'node:http'
import next from 'next'
import { hearChanges } from './content-changes.mjs'
import { contentMemory } from './content-memory.mjs'
import { Front } from './front.mjs'
import { KeptPages } from './kept-pages.mjs'
import { inRoot } from './paths.mjs'

const port = Number(process.env.PORT ?? 3000)
const kept = new KeptPages({ maxBytes: 96 * 1_024 * 1_024, maxAgeMs: 60_000 })

const app = next({ dev: false, dir: inRoot(), port })
await app.prepare()
const handle = app.getRequestHandler()

const inner = createServer((incoming, outgoing) => handle(incoming, outgoing))
await new Promise((resolve) => inner.listen(0, '127.0.0.1', resolve))
const front = new Front({ port: inner.address().port, kept })
await front.prepare()

const server = createServer((incoming, outgoing) => {
  if (!front.takes(incoming)) return void handle(incoming, outgoing)
  front.answer(incoming, outgoing).catch(() => (outgoing.headersSent ? outgoing.destroy() : void handle(incoming, outgoing)))
})

// Rows first: a page that is made anew reads them.
const stopHearing = hearChanges(process.env.DATABASE_URL, [contentMemory, kept])
server.listen(port)

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    stopHearing()
    server.close(() => app.close().finally(() => process.exit(0)))
    server.closeIdleConnections()
    setTimeout(() => process.exit(0), 5_000).unref()
  })
}
