// The policy monitor at scale: npm run bench -- monitor [--seconds=4 --initiatives=10000].
import { readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { measureAddress } from './measure.mjs'
import { writePart } from './report.mjs'
import { say, step } from '../scripts/runtime/console.mjs'
import { inRoot } from '../scripts/runtime/paths.mjs'
import { run } from '../scripts/runtime/processes.mjs'

const PAGES = [
  ['region overview', '/regios/midden-brabant/monitor'],
  ['matrix', '/monitor'],
  ['gaps', '/monitor/dekking'],
  ['funding horizon', '/monitor/financiering'],
  ['all regions', '/monitor/regios'],
  ['similar regions', '/regios/midden-brabant/vergelijken'],
  ['welfare next to work', '/regios/midden-brabant/welvaart'],
  ['API region overview', '/api/v1/monitor/regios/AM26'],
]
const text = (name) => readFileSync(inRoot('bench', name), 'utf8')

async function measurePages(origin, seconds) {
  const rows = []
  for (const [name, path] of PAGES) {
    const address = `${origin}${path}`
    for (let warm = 0; warm < 3; warm += 1) await fetch(address).then((response) => response.text())
    const cells = []
    for (const connections of [1, 16]) {
      const { perSecond, middle, slowest, errors } = await measureAddress(
        address,
        connections,
        seconds,
      )
      cells.push(perSecond.toFixed(1), middle.toFixed(0), slowest.toFixed(0), errors)
    }
    rows.push(`| ${name} | ${cells.join(' | ')} |`)
    say(rows.at(-1))
  }
  return rows
}

export async function benchMonitor(server, seconds, initiatives) {
  await step(`${initiatives} initiatieven maken`, () =>
    server.runSql(
      'praktijkbank_seeded',
      text('synthetic.sql').replaceAll(':first', '1').replaceAll(':count', String(initiatives)),
    ),
  )
  await step('500 regiojaren en 20.000 geldstromen maken', () =>
    server.runSql('praktijkbank_seeded', text('monitor.sql')),
  )
  await server.runSql('praktijkbank_seeded', 'VACUUM ANALYZE')
  const url = new URL(server.env.TEST_SERVER_URL)
  url.pathname = '/praktijkbank_seeded'
  const env = {
    ...process.env,
    DATABASE_URL: url.href,
    DATABASE_POOL_MAX: '16',
    NODE_OPTIONS: '--conditions=react-server',
    LOG_LEVEL: 'silent',
  }
  const { code, output } = await run(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', 'bench/monitor.ts', String(seconds)],
    { env, stdio: 'pipe' },
  )
  if (code !== 0) throw new Error(output.slice(-4_000))
  const rows = output.split('\n').filter((line) => line.startsWith('| '))
  say(rows.join('\n'))
  const app = await server.startApplication()
  const pages = await measurePages(app.env.E2E_ORIGIN, seconds)
  await app.stop()
  writePart(
    'monitor',
    `## Policy monitor

Written by \`npm run bench -- monitor\` on ${cpus().length} cores, ${seconds} s a cell, with 500 region-years, 20,000 streams of money and ${initiatives.toLocaleString('en')} initiatives. First the data alone, read again each
time without any cache, beside the bare SQL that it cannot do without. The machine is shared: while this was measured, ${loadavg()[0].toFixed(0)} processes wanted to run at once. Read the ratios.

| data | median ms at 1 | p95 | bare SQL median | bare SQL p95 | beside bare SQL | median ms at 16 | p95 | bare SQL median | bare SQL p95 | beside bare SQL |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}

The pages as visitors get them, kept until something public changes (docs/adr/0019-pages-are-kept-by-the-server.md):

| page | requests/s at 1 | median ms | p95 ms | errors | requests/s at 16 | median ms | p95 ms | errors |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${pages.join('\n')}`,
  )
}
