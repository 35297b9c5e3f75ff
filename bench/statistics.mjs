// Figures at scale: npm run bench -- statistics [--observations=5000000].
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { startFiguresServer } from './figures-server.mjs'
import { writePart } from './report.mjs'
import { say } from '../scripts/runtime/console.mjs'
import { run } from '../scripts/runtime/processes.mjs'

const regionCodes = () =>
  JSON.parse(
    readFileSync(new URL('../prisma/seed/reference/regions.json', import.meta.url), 'utf8'),
  ).municipalities.map(({ code }) => code)

export async function benchStatistics(server) {
  const wanted =
    process.argv
      .find((text) => text.startsWith('--observations='))
      ?.slice('--observations='.length) ?? '5000000'
  const url = new URL(server.env.TEST_SERVER_URL)
  url.pathname = '/praktijkbank_seeded'
  const env = {
    ...process.env,
    DATABASE_URL: url.href,
    DATABASE_POOL_MAX: '16',
    NODE_OPTIONS: '--conditions=react-server',
    LOG_LEVEL: 'silent',
  }
  const measure = async (script, more = {}) => {
    const { code, output } = await run(
      process.execPath,
      ['node_modules/tsx/dist/cli.mjs', script, wanted],
      { env: { ...env, ...more }, stdio: 'pipe' },
    )
    if (code !== 0) throw new Error(output.slice(-4_000))
    const lines = output.split('\n')
    return lines
      .slice(lines.findLastIndex((line) => line.startsWith('| import')))
      .join('\n')
      .trim()
  }
  const figures = await startFiguresServer(regionCodes(), Number(wanted))
  const importer = await measure('bench/importer.ts', {
    CBS_ODATA_URL: figures.base,
    IMPORT_HOSTS: figures.host,
  }).finally(figures.stop)
  const table = `${await measure('bench/statistics.ts')}\n\n${importer}`
  const text = `## Statistics\n\nWritten by \`npm run bench -- statistics\` on ${cpus().length} cores. Each import stages its rows with COPY, page by page, and writes them as one vintage in one\ntransaction. The limit is 50,000 observations a second for the whole import. The second\ntable is the importer as it runs: pages over HTTP, parsing and checking, and a file of the largest size, with the memory of its process on the way.\n\n${table}`
  say(table)
  writePart('statistics', text)
}
