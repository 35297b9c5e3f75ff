// The weekly digest at scale: npm run bench -- digests. Writes its part of docs/performance.md.
import { cpus } from 'node:os'
import { writePart } from './report.mjs'
import { say } from '../scripts/runtime/console.mjs'
import { run } from '../scripts/runtime/processes.mjs'

const FOLLOWERS = 10_000
const LIMIT_SECONDS = 60

/** Throws when ten thousand digests take longer than a minute. */
export async function benchDigests(server) {
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
    ['node_modules/tsx/dist/cli.mjs', 'bench/digests.ts', String(FOLLOWERS)],
    { env, stdio: 'pipe' },
  )
  if (code !== 0) throw new Error(output.slice(-4_000))
  const table = output.slice(output.lastIndexOf('| digests')).trim()
  say(table)
  writePart(
    'digests',
    `## Digests\n\nWritten by every \`npm run bench\` (alone: \`npm run bench -- digests\`) on ${cpus().length} cores. Ten thousand followers with one to seven pieces of news each; who has a digest for\nthe week gets none when it runs again. The limit is a minute for all of them.\n\n${table}`,
  )
  const seconds = Number(table.split('\n').at(-1)?.split('|')[2])
  if (!(seconds < LIMIT_SECONDS)) throw new Error(`${FOLLOWERS} digests took ${seconds} s`)
}
