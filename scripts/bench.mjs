// Speed as ratios in one run: npm run bench [-- --seconds=5 --initiatives=10000,100000].
import { readFileSync } from 'node:fs'
import { writePart } from '../bench/report.mjs'
import { cpus } from 'node:os'
import { main, Problem, say, step } from './runtime/console.mjs'
import { ensureNode } from './runtime/node.mjs'
import { inRoot } from './runtime/paths.mjs'
import { cleanUp, end, onExit, start, stopOnSignals } from './runtime/processes.mjs'

const ADDRESSES = [
  ['home', '/', 'list'],
  ['list', '/initiatieven', 'list'],
  ['list with filters', '/initiatieven?doelgroep=statushouders&regio=twente', 'filter'],
  ['text search', '/initiatieven?q=techniek&doelgroep=statushouders', 'search'],
  ['table', '/initiatieven?weergave=tabel', 'list'],
  ['item', '/initiatieven/synthetisch-4321', 'item'],
  ['region', '/regios/midden-brabant', 'list'],
  ['topic of a group', '/doelgroepen/statushouders', 'topic'],
  [
    'compare four',
    '/vergelijken?i=synthetisch-21,synthetisch-22,synthetisch-23,synthetisch-24',
    'compare',
  ],
  ['comparable initiatives, on an item', '/initiatieven/synthetisch-22', 'similar'],
  ['by adoptions', '/initiatieven?sorteer=overnames', 'adoptions'],
  ['collection', '/verzamelingen/zes-voorbeelden', 'collection'],
  ['API list', '/api/v1/initiatieven', 'list'],
  ['API list with filters', '/api/v1/initiatieven?doelgroep=statushouders&regio=twente', 'filter'],
  ['API text search', '/api/v1/initiatieven?q=techniek&doelgroep=statushouders', 'search'],
  ['API item', '/api/v1/initiatieven/synthetisch-4321', 'item'],
  ['API suggestions', '/api/v1/suggesties?q=tech', 'suggest'],
]
const CONNECTIONS = [1, 16]
const BARE = 'bare Node'
/** Any cookie bypasses the page cache, as for people who are signed in. */
const ANEW = { cookie: 'made=anew' }

const introduction = (seconds) => `# Speed

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, on ${cpus().length} cores with Node ${process.versions.node}, ${seconds} s a row. The load comes from the same machine, which is shared: read
the ratios. Two limits are measured in the same run: a bare Node server that sends 20 kB, and beside each address the bare SQL that it cannot do without (the rows it
shows and the counts beside them; the item without its policy). Each address is measured as visitors get it, kept until something public changes
(docs/adr/0019-pages-are-kept-by-the-server.md), and made anew for each request, as for people who are signed in.
`

function numbers(flag, standard, low, high) {
  const text =
    process.argv.find((argument) => argument.startsWith(`--${flag}=`))?.slice(flag.length + 3) ??
    standard
  const list = text.split(',').map(Number)
  if (!list.every((value) => value >= low && value <= high))
    throw new Problem(
      `--${flag} is geen getal van ${low} tot ${high}.`,
      `Bijvoorbeeld: npm run bench -- --${flag}=${standard}`,
    )
  return list
}

async function bareServer() {
  const child = start(process.execPath, [inRoot('bench', 'limits.mjs'), 'serve'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise((resolve) =>
    child.stdout.once('data', (chunk) => resolve(Number(chunk))),
  )
  return { url: `http://127.0.0.1:${port}/`, stop: () => end(child) }
}

const number = (value, digits = 0) => value.toFixed(digits)
const table = (head, rows) => [
  `| ${head.join(' | ')} |`,
  `|${head.map((_, index) => (index === 0 ? ' --- ' : ' ---: ')).join('|')}|`,
  ...rows.map((row) => `| ${row.join(' | ')} |`),
]

async function measured(name, connections, work) {
  const row = await work()
  say(
    `  ${name}, ${connections}: ${number(row.perSecond, 1)} per seconde, p95 ${number(row.slowest, 1)} ms`,
  )
  return row
}

const MEASURED = ADDRESSES.flatMap(([name, ...rest]) => [
  [name, ...rest, {}],
  [`${name}, made anew`, ...rest, ANEW],
])

async function measureLimits({ bare, database, seconds }, connections) {
  const { measureAddress } = await import('../bench/measure.mjs')
  const { measureSql, STATEMENTS } = await import('../bench/limits.mjs')
  const node = await measured(BARE, connections, () =>
    measureAddress(bare.url, connections, seconds),
  )
  const sql = {}
  for (const [name, statements] of Object.entries(STATEMENTS))
    sql[name] = await measured(`SQL ${name}`, connections, () =>
      measureSql(database, statements, connections, seconds),
    )
  return { node, sql }
}

async function measureAddresses({ origin, seconds }, connections, { node, sql }) {
  const { measureAddress } = await import('../bench/measure.mjs')
  const rows = []
  for (const [name, path, statements, headers] of MEASURED) {
    for (let warm = 0; warm < 5; warm += 1)
      await fetch(`${origin}${path}`, { headers }).then((response) => response.text())
    const row = await measured(name, connections, () =>
      measureAddress(`${origin}${path}`, connections, seconds, headers),
    )
    rows.push([
      name,
      connections,
      number(row.perSecond, 1),
      number(row.middle, 1),
      number(row.slowest, 1),
      row.errors,
      number(sql[statements].middle, 1),
      `${number(row.middle / sql[statements].middle, 1)}×`,
      `${number((row.perSecond / node.perSecond) * 100, 1)} %`,
    ])
  }
  return rows
}

async function makeInitiatives(server, first, count) {
  const synthetic = readFileSync(inRoot('bench', 'synthetic.sql'), 'utf8')
    .replaceAll(':first', String(first))
    .replaceAll(':count', String(count))
  await step(`${count} initiatieven maken`, () => server.runSql('praktijkbank_seeded', synthetic))
  await server.runSql('praktijkbank_seeded', 'VACUUM ANALYZE')
}

async function measureSize(server, first, count, seconds) {
  const { memoryMegabytes, scriptKilobytes } = await import('../bench/measure.mjs')
  await makeInitiatives(server, first, count)
  const from = Date.now()
  const app = await server.startApplication()
  const coldStart = Date.now() - from
  const { E2E_ORIGIN: origin, E2E_DATABASE_URL: database } = app.env
  const bare = await bareServer()
  const at = { origin, database, bare, seconds }
  const lines = []
  const memory = [memoryMegabytes(app.pid)]
  for (const connections of CONNECTIONS) {
    const limits = await measureLimits(at, connections)
    lines.push(...(await measureAddresses(at, connections, limits)))
    memory.push(memoryMegabytes(app.pid))
  }
  const scripts = []
  for (const [name, path] of ADDRESSES.filter(([, path]) => !path.startsWith('/api')))
    scripts.push([name, `${await scriptKilobytes(origin, path)} kB`])
  await app.stop()
  await bare.stop()
  return [
    `## ${count.toLocaleString('en')} initiatives`,
    '',
    ...table(
      [
        'what',
        'connections',
        'requests/s',
        'median ms',
        'p95 ms',
        'errors',
        'bare SQL median ms',
        'median beside bare SQL',
        'share of bare Node',
      ],
      lines,
    ),
    '',
    `Cold start ${number(coldStart / 1_000, 1)} s. Memory of the server at the start, after 1 and after 16 connections: ${memory.map((megabytes) => megabytes ?? 'unknown').join(', ')} MB.`,
    '',
    ...table(['page', 'JavaScript, compressed'], scripts),
    '',
  ]
}

await main(async () => {
  if (!(await ensureNode())) return
  stopOnSignals()
  const [seconds] = numbers('seconds', '5', 1, 600)
  const sizes = numbers('initiatives', '10000,100000', 100, 1_000_000)
  const { ensureInstalled } = await import('./runtime/install.mjs')
  try {
    await ensureInstalled()
    const { ensureBuilt, generate } = await import('./runtime/build.mjs')
    await generate()
    const { startTestServer } = await import('./runtime/test-server.mjs')
    if (!['statistics', 'digests', 'overlap'].includes(process.argv[2] ?? '')) await ensureBuilt()
    const server = await startTestServer()
    onExit(server.stop)
    if (process.argv[2] === 'statistics') {
      const { benchStatistics } = await import('../bench/statistics.mjs')
      return await benchStatistics(server)
    }
    if (process.argv[2] === 'monitor') {
      const { benchMonitor } = await import('../bench/monitor.mjs')
      return await benchMonitor(server, seconds, sizes[0])
    }
    if (process.argv[2] === 'overlap') {
      const { benchOverlap } = await import('../bench/overlap.mjs')
      return await benchOverlap(server, sizes[0])
    }
    const { benchDigests } = await import('../bench/digests.mjs')
    if (process.argv[2] === 'digests') return await benchDigests(server)
    const parts = []
    let made = 0
    for (const count of sizes.toSorted((a, b) => a - b)) {
      parts.push(...(await measureSize(server, made + 1, count, seconds)))
      made = count
    }
    say(`\n${parts.join('\n')}`)
    writePart('', `${introduction(seconds)}\n${parts.join('\n')}`)
    await benchDigests(server)
  } finally {
    await cleanUp()
  }
})
