// Figures at size: npm run bench -- statistics [--observations=5000000]. Writes its own part of docs/performance.md.
import { cpus } from 'node:os'
import { writePart } from './report.mjs'
import { say } from '../scripts/runtime/console.mjs'
import { run } from '../scripts/runtime/processes.mjs'

/** Measures in a copy of the seeded database and keeps the outcome. */
export async function benchStatistics(server) {
  const wanted = process.argv.find((text) => text.startsWith('--observations='))?.slice('--observations='.length) ?? '5000000'
  const url = new URL(server.env.TEST_SERVER_URL)
  url.pathname = '/praktijkbank_seeded'
  const env = { ...process.env, DATABASE_URL: url.href, DATABASE_POOL_MAX: '16', NODE_OPTIONS: '--conditions=react-server', LOG_LEVEL: 'silent' }
  const { code, output } = await run(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'bench/statistics.ts', wanted], { env, stdio: 'pipe' })
  if (code !== 0) throw new Error(output.slice(-4_000))
  const table = output.split('\n').slice(output.split('\n').findLastIndex((line) => line.startsWith('| import'))).join('\n').trim()
  const text = `## Statistics\n\nWritten by \`npm run bench -- statistics\` on ${cpus().length} cores. Each import stages its rows with COPY, page by page, and writes them as one vintage in one\ntransaction. The limit is 50,000 observations a second for the whole import.\n\n${table}`
  say(table)
  writePart('statistics', text)
}
