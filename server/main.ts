// Next behind a caching proxy (docs/adr/0019, docs/adr/0022, docs/adr/0025).
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import next from 'next'
import { stopRunningJobs } from '../lib/base/runtime/running-jobs.ts'
import { CachingProxy } from './caching-proxy.ts'
import { logConsole } from './console.ts'
import { followChanges } from './content-changes.ts'
import { dataCache } from './data-cache.ts'
import { Drain } from './drain.ts'
import { createHttpServer } from './http-server.ts'
import { log } from './log.ts'
import { PageCache } from './page-cache.ts'
import { settings } from './settings.ts'
import { Upstream } from './upstream.ts'
import { saveCounts, UsageCounter } from './usage-counter.ts'

/** Next would catch this and live on without listening. */
function giveUp(error: unknown): never {
  log.fatal({ err: error }, 'the server cannot start')
  process.exit(1)
}

const PAGE_CACHE = {
  maxBytes: 96 * 1_024 * 1_024,
  maxEntries: 5_000,
  maxAgeMs: 60_000,
  now: Date.now,
}
/** Longer than our idle connections wait, so that only we close them. */
const INNER_KEEP_ALIVE_MS = 600_000

logConsole()
const dir = fileURLToPath(new URL('..', import.meta.url))
const app = next({ dev: false, dir, port: settings.port })
await app.prepare()
const handle = app.getRequestHandler()

const inner = createServer((incoming, outgoing) => void handle(incoming, outgoing))
inner.keepAliveTimeout = INNER_KEEP_ALIVE_MS
await new Promise<void>((resolve) => inner.listen(0, '127.0.0.1', resolve))

const upstream = new Upstream((inner.address() as AddressInfo).port)
const pageCache = new PageCache(PAGE_CACHE)
const proxy = new CachingProxy(upstream, pageCache)
try {
  await proxy.prepare()
} catch (error) {
  giveUp(error)
}

const server = createHttpServer((incoming, outgoing) => {
  drain.watch(outgoing)
  usage.watch(incoming, outgoing)
  return proxy.handle(incoming, outgoing)
})
const drain = new Drain(server)
const usage = new UsageCounter(saveCounts(settings.databaseUrl))
usage.start()

// Rows first: re-rendered pages read them.
/** What the application memoizes of content is read again after a change. */
const countChange = () => {
  globalThis.contentChanges = (globalThis.contentChanges ?? 0) + 1
}
const memos = { setConnected: countChange, invalidate: countChange }
const stopFollowing = followChanges(settings.databaseUrl, [memos, dataCache, pageCache])
server.once('error', giveUp)
server.listen(settings.port, () => log.info({ port: settings.port }, 'listening'))

async function stop(signal: string): Promise<void> {
  log.info({ signal }, 'stopping: running requests are finished first')
  await Promise.all([drain.begin(), stopRunningJobs()])
  await usage.stop()
  stopFollowing()
  upstream.close()
  await app.close()
  log.info('stopped')
  process.exit(0)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stop(signal).catch((error: unknown) => {
      log.error({ err: error }, 'stopping failed')
      process.exit(1)
    })
  })
}
