import autocannon from 'autocannon'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** Requests a second and the slowest 2.5 % in ms of one address. Anything but a 2xx counts as an error. */
export async function measureAddress(url, connections, seconds) {
  const result = await autocannon({ url, connections, duration: seconds, timeout: 30 })
  return { perSecond: result.requests.average, slowest: result.latency.p97_5, errors: result.non2xx + result.errors + result.timeouts }
}

/** JavaScript that a page asks of a browser of today, in kilobytes after compression. */
export async function scriptKilobytes(origin, path) {
  const html = await (await fetch(`${origin}${path}`)).text()
  const sources = new Set([...html.matchAll(/<script(?![^>]*nomodule)[^>]+src="([^"]+)"/gi)].map(([, source]) => source))
  const sizes = await Promise.all([...sources].map(async (source) => gzipSync(Buffer.from(await (await fetch(new URL(source, origin))).arrayBuffer())).length))
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1_000)
}

/** Memory of a process in megabytes, where the system tells; else null. */
export function memoryMegabytes(pid) {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024)
  } catch {
    return null
  }
}
