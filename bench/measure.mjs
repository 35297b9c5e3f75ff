import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'
import { gzipSync } from 'node:zlib'

const percentile = (times, share) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0

function fetchOnce(url, agent, headers) {
  return new Promise((resolve) => {
    const call = request(url, { agent, headers, timeout: 30_000 }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode >= 200 && response.statusCode < 300))
    })
    call.once('error', () => resolve(false))
    call.once('timeout', () => call.destroy())
    call.end()
  })
}

/** Requests per second, and median and slowest 5 % in ms. Anything but 2xx is an error. */
export async function measureAddress(url, connections, seconds, headers = {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times = []
  let errors = 0
  const from = performance.now()
  const worker = async () => {
    while (performance.now() - from < seconds * 1_000) {
      const start = performance.now()
      if (!(await fetchOnce(url, agent, headers))) errors += 1
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  const elapsed = (performance.now() - from) / 1_000
  agent.destroy()
  return {
    perSecond: times.length / elapsed,
    middle: percentile(times, 0.5),
    slowest: percentile(times, 0.95),
    errors,
  }
}

export async function scriptKilobytes(origin, path) {
  const html = await (await fetch(`${origin}${path}`)).text()
  const sources = new Set(
    [...html.matchAll(/<script(?![^>]*nomodule)[^>]+src="([^"]+)"/gi)].map(([, source]) => source),
  )
  const sizes = await Promise.all(
    [...sources].map(
      async (source) =>
        gzipSync(Buffer.from(await (await fetch(new URL(source, origin))).arrayBuffer())).length,
    ),
  )
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1_000)
}

export function memoryMegabytes(pid) {
  try {
    return Math.round(
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024,
    )
  } catch {
    return null
  }
}
