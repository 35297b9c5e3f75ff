// The two limits beside which every page is read: the same rows straight from PostgreSQL, and a Node server that only answers.
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { performance } from 'node:perf_hooks'

const LIST = `SELECT s.initiative_id, s.slug, s.title, s.summary, s.target_groups, s.instruments, s.regions, s.lifecycle, s.evidence_rank, s.published_at
  FROM initiative_search s ORDER BY s.published_at DESC, s.initiative_id LIMIT 10`
const COUNT = 'SELECT count(*)::int AS total, count(*) FILTER (WHERE evidence_rank >= 3)::int AS measured FROM initiative_search'

const percentile = (times, share) => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0

/** Requests a second and the slowest 2.5 % in ms of the two statements behind the list. */
export async function measureSql(url, connections, seconds) {
  const { Pool } = createRequire(import.meta.url)('pg')
  const pool = new Pool({ connectionString: url, max: connections })
  const times = []
  const until = performance.now() + seconds * 1_000
  const worker = async () => {
    while (performance.now() < until) {
      const from = performance.now()
      await pool.query(LIST)
      await pool.query(COUNT)
      times.push(performance.now() - from)
    }
  }
  try {
    await Promise.all(Array.from({ length: connections }, worker))
  } finally {
    await pool.end()
  }
  return { perSecond: times.length / seconds, slowest: percentile(times, 0.975), errors: 0 }
}

// Run as a program it is the bare server; it prints its port.
if (process.argv[2] === 'serve') {
  const body = `<!doctype html><title>Leeg</title>${'<p>Twintig kilobyte tekst.</p>'.repeat(720)}`
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body))
  server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`))
}
