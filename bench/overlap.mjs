// The overlap radar at scale: npm run bench -- overlap. Writes its part of docs/performance.md.
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { writePart } from './report.mjs'
import { say, step } from '../scripts/runtime/console.mjs'
import { inRoot } from '../scripts/runtime/paths.mjs'
import { run } from '../scripts/runtime/processes.mjs'

export async function benchOverlap(server, initiatives) {
  const synthetic = readFileSync(inRoot('bench', 'synthetic.sql'), 'utf8')
    .replaceAll(':first', '1')
    .replaceAll(':count', String(initiatives))
  await step(`${initiatives} initiatieven maken`, () =>
    server.runSql('praktijkbank_seeded', synthetic),
  )
  await server.runSql('praktijkbank_seeded', 'ANALYZE')
  const url = new URL(server.env.TEST_SERVER_URL)
  url.pathname = '/praktijkbank_seeded'
  const env = {
    ...process.env,
    DATABASE_URL: url.href,
    DATABASE_POOL_MAX: '4',
    NODE_OPTIONS: '--conditions=react-server',
    LOG_LEVEL: 'silent',
  }
  const { code, output } = await run(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', 'bench/overlap.ts'],
    { env, stdio: 'pipe' },
  )
  if (code !== 0) throw new Error(output.slice(-4_000))
  const table = output.slice(output.lastIndexOf('| draft')).trim()
  say(table)
  writePart(
    'overlap',
    `## Overlap radar\n\nWritten by \`npm run bench -- overlap\` on ${cpus().length} cores, with ${initiatives.toLocaleString('en')} published initiatives and a hundred drafts of the own organisation, of which the newest forty are looked at. Each row is thirty searches, as the\nform of an initiative makes them each time it is shown.\n\n${table}`,
  )
}
