// Speed as ratios in one run: npm run bench [-- --seconds=5]. On a database of its own that goes away afterwards.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { main, Problem, say, step } from './runtime/console.mjs'
import { ensureNode } from './runtime/node.mjs'
import { inRoot } from './runtime/paths.mjs'
import { cleanUp, onExit, start, stopOnSignals } from './runtime/processes.mjs'

const PAGES = [
  ['home', '/'],
  ['list', '/initiatieven'],
  ['search and filter', '/initiatieven?q=techniek&doelgroep=statushouders'],
  ['item', '/initiatieven/synthetisch-4321'],
  ['region', '/regios/midden-brabant'],
  ['API list', '/api/v1/initiatieven'],
  ['API item', '/api/v1/initiatieven/synthetisch-4321'],
]
const CONNECTIONS = [1, 16]

const INTRODUCTION = (seconds) => `# Speed

Written by \`npm run bench\` on ${cpus().length} cores with Node ${process.versions.node}, ${seconds} s a row, 10,000 synthetic initiatives. The load comes from the
same machine. Read the shares: two limits are measured in the same run, a bare Node server that sends 20 kB, and the two statements of
the list straight from PostgreSQL. Pages are made per request, because each carries its own nonce; data is cached under tags.
`

function secondsWanted() {
  const flag = process.argv.find((text) => text.startsWith('--seconds='))
  const seconds = flag === undefined ? 5 : Number(flag.slice('--seconds='.length))
  if (!(seconds >= 1 && seconds <= 600)) throw new Problem('Het aantal seconden is geen getal van 1 tot 600.', 'Bijvoorbeeld: npm run bench -- --seconds=5')
  return seconds
}

/** The bare server as a process of its own, like the application. */
async function bareServer() {
  const child = start(process.execPath, [inRoot('bench', 'limits.mjs'), 'serve'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await new Promise((resolve) => child.stdout.once('data', (chunk) => resolve(Number(chunk))))
  return `http://127.0.0.1:${port}/`
}

const number = (value, digits = 0) => value.toFixed(digits)

await main(async () => {
  if (!(await ensureNode())) return
  stopOnSignals()
  const seconds = secondsWanted()
  const { ensureInstalled } = await import('./runtime/install.mjs')
  try {
    await ensureInstalled()
    const { ensureBuilt, generate } = await import('./runtime/build.mjs')
    const { startTestServer } = await import('./runtime/test-server.mjs')
    await generate()
    if (process.argv[2] !== 'statistics') await ensureBuilt()
    const server = await startTestServer()
    onExit(server.stop)
    if (process.argv[2] === 'statistics') {
      const { benchStatistics } = await import('../bench/statistics.mjs')
      return await benchStatistics(server)
    }
    await step('Tienduizend initiatieven maken', () => server.runSql('praktijkbank_seeded', readFileSync(inRoot('bench', 'synthetic.sql'), 'utf8')))
    await server.runSql('praktijkbank_seeded', 'VACUUM ANALYZE')
    const { measureAddress, memoryMegabytes, scriptKilobytes } = await import('../bench/measure.mjs')
    const { measureSql } = await import('../bench/limits.mjs')

    const from = Date.now()
    const app = await server.startApplication()
    const coldStart = Date.now() - from
    const origin = app.env.E2E_ORIGIN
    const bare = await bareServer()
    const rows = []
    const measure = async (name, work) => {
      for (const connections of CONNECTIONS) {
        rows.push({ name, connections, ...(await work(connections)) })
        say(`  ${name}, ${connections}: ${number(rows.at(-1).perSecond, 1)} per seconde`)
      }
    }
    await measure('bare Node', (connections) => measureAddress(bare, connections, seconds))
    await measure('bare SQL of the list', (connections) => measureSql(app.env.E2E_DATABASE_URL, connections, seconds))
    for (const [name, path] of PAGES) {
      await fetch(`${origin}${path}`).then((response) => response.text())
      await measure(name, (connections) => measureAddress(`${origin}${path}`, connections, seconds))
    }

    const lines = ['| what | connections | requests/s | p97.5 ms | errors | share of bare Node | share of bare SQL |', '| --- | ---: | ---: | ---: | ---: | ---: | ---: |']
    const limit = (name, connections) => rows.find((row) => row.name === name && row.connections === connections)?.perSecond ?? Number.NaN
    for (const { name, connections, perSecond, slowest, errors } of rows) {
      const share = (of) => `${number((perSecond / limit(of, connections)) * 100, 1)} %`
      lines.push(`| ${name} | ${connections} | ${number(perSecond, 1)} | ${number(slowest, 1)} | ${errors} | ${share('bare Node')} | ${share('bare SQL of the list')} |`)
    }
    lines.push('', `Cold start ${number(coldStart / 1_000, 1)} s; memory after the run ${memoryMegabytes(app.pid) ?? 'unknown'} MB.`, '', '| page | JavaScript, compressed |', '| --- | ---: |')
    for (const [name, path] of PAGES.filter(([, path]) => !path.startsWith('/api'))) lines.push(`| ${name} | ${await scriptKilobytes(origin, path)} kB |`)
    say(`\n${lines.join('\n')}`)
    writeFileSync(inRoot('docs', 'performance.md'), `${INTRODUCTION(seconds)}\n${lines.join('\n')}\n`)
  } finally {
    await cleanUp()
  }
})
