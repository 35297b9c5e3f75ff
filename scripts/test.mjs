import { main, Problem, say } from './runtime/console.mjs'
import { ensureNode } from './runtime/node.mjs'
import { slowest } from './runtime/durations.mjs'
import { cleanUp, onExit, stopOnSignals } from './runtime/processes.mjs'

const PARTS = ['format', 'lint', 'types', 'structure', 'unused', 'unit', 'integration', 'e2e']
const results = []

async function part(name, work) {
  const from = Date.now()
  const result = await work()
  const seconds = (Date.now() - from) / 1000
  results.push({ name, seconds, ...result })
  say(
    `${result.failed === 0 ? '✓' : '✗'} ${name}: ${result.passed} geslaagd, ${result.failed} mislukt (${seconds.toFixed(1).replace('.', ',')} s)`,
  )
  if (result.output) say(result.output.trim().slice(-20_000))
}

function table() {
  say()
  say('onderdeel        tijd   geslaagd   mislukt')
  for (const { name, seconds, passed, failed } of results) {
    say(
      `${name.padEnd(12)} ${`${seconds.toFixed(0)} s`.padStart(8)} ${String(passed).padStart(10)} ${String(failed).padStart(9)}`,
    )
  }
  say()
}

const NAMED = { unit: 5, integration: 5, e2e: 10 }

function slowFiles() {
  for (const { name, files = [] } of results) {
    const named = slowest(files, NAMED[name] ?? 0)
    if (named.length === 0) continue
    say(`traagste bestanden van ${name}`)
    for (const { file, seconds } of named)
      say(`${`${seconds.toFixed(1).replace('.', ',')} s`.padStart(10)}  ${file}`)
    say()
  }
}

function chosenParts() {
  const chosen = process.argv.slice(2)
  const unknown = chosen.find((name) => !PARTS.includes(name))
  if (unknown)
    throw new Problem(`Het onderdeel "${unknown}" bestaat niet.`, `Kies uit: ${PARTS.join(', ')}.`)
  return new Set(chosen.length > 0 ? chosen : PARTS)
}

const build = (ensureBuilt) =>
  part('build', async () => {
    try {
      await ensureBuilt({ quiet: true })
      return { passed: 1, failed: 0, output: '' }
    } catch (error) {
      return { passed: 0, failed: 1, output: error.message }
    }
  })

async function journeys(checks, server, browser) {
  if (results.some(({ name, failed }) => name === 'build' && failed > 0)) return
  await part('e2e', async () => {
    const app = await server.startApplication()
    try {
      return await checks.playwright({ ...app.env, CHROME_PATH: browser })
    } finally {
      await app.stop()
    }
  })
}

/** Two cores: build beside quick checks, then what needs the database, then the browser alone. */
async function runParts(wanted, browser) {
  const { ensureBuilt, generate } = await import('./runtime/build.mjs')
  const checks = await import('./runtime/checks.mjs')
  const { startTestServer } = await import('./runtime/test-server.mjs')
  await generate()
  checks.prepareReports()
  const when = async (name, work) => {
    if (wanted.has(name)) await work()
  }
  const check = (name) => when(name, () => part(name, checks[name]))

  await check('format')
  // Alone: a build writes types of its own that would be read half-way.
  await check('types')
  await Promise.all([
    check('structure')
      .then(() => check('unused'))
      .then(() => when('unit', () => part('unit', () => checks.vitest('unit')))),
    when('e2e', () => build(ensureBuilt)),
  ])
  const needsServer = wanted.has('integration') || wanted.has('e2e')
  const server = needsServer ? await startTestServer() : null
  if (server) onExit(server.stop)
  await Promise.all([
    check('lint'),
    when('integration', () => part('integration', () => checks.vitest('integration', server.env))),
  ])
  await when('e2e', () => journeys(checks, server, browser))
}

await main(async () => {
  if (!(await ensureNode())) return
  stopOnSignals()
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  const wanted = chosenParts()
  const { ensureInstalled } = await import('./runtime/install.mjs')
  const { findBrowser } = await import('./runtime/browser.mjs')
  try {
    const browser = wanted.has('e2e') ? findBrowser() : null
    await ensureInstalled()
    await runParts(wanted, browser)
  } finally {
    await cleanUp()
  }
  table()
  slowFiles()
  const lacking = results.flatMap((result) => result.lacking ?? [])
  if (lacking.length > 0)
    say(
      [`Niet getest, want deze machine mist een programma: ${lacking.length}`, ...lacking].join(
        '\n',
      ),
    )
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1
  say(`${sum('passed')} passed, ${sum('failed')} failed`)
})
