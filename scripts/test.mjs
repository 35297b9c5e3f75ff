import { main, Problem, say } from './runtime/console.mjs'
import { ensureNode } from './runtime/node.mjs'
import { cleanUp, onExit, stopOnSignals } from './runtime/processes.mjs'

const PARTS = ['format', 'lint', 'types', 'structure', 'unit', 'integration', 'e2e']
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

function wantedParts(chosen) {
  const unknown = chosen.find((name) => !PARTS.includes(name))
  if (unknown)
    throw new Problem(`Het onderdeel "${unknown}" bestaat niet.`, `Kies uit: ${PARTS.join(', ')}.`)
  return new Set(chosen.length > 0 ? chosen : PARTS)
}

async function checkWithoutDatabase(wanted, checks, ensureBuilt) {
  const quick = async () => {
    if (wanted.has('structure')) await part('structure', checks.structure)
    if (wanted.has('unit')) await part('unit', () => checks.vitest('unit'))
  }
  const build = async () => {
    if (!wanted.has('e2e')) return
    await part('build', async () => {
      try {
        await ensureBuilt({ quiet: true })
        return { passed: 1, failed: 0, output: '' }
      } catch (error) {
        return { passed: 0, failed: 1, output: error.message }
      }
    })
  }
  if (wanted.has('format')) await part('format', checks.format)
  // Alone: a build writes types that would be read half-way.
  if (wanted.has('types')) await part('types', checks.types)
  await Promise.all([quick(), build()])
}

async function checkInBrowser(server, browser, checks) {
  const app = await server.startApplication()
  try {
    return await checks.playwright({ ...app.env, CHROME_PATH: browser })
  } finally {
    await app.stop()
  }
}

async function checkWithDatabase(wanted, checks, browser) {
  const { startTestServer } = await import('./runtime/test-server.mjs')
  const needsServer = wanted.has('integration') || wanted.has('e2e')
  const server = needsServer ? await startTestServer() : null
  if (server) onExit(server.stop)
  await Promise.all([
    wanted.has('lint') ? part('lint', checks.lint) : undefined,
    wanted.has('integration')
      ? part('integration', () => checks.vitest('integration', server.env))
      : undefined,
  ])
  const isBuilt = !results.some(({ name, failed }) => name === 'build' && failed > 0)
  if (wanted.has('e2e') && isBuilt) await part('e2e', () => checkInBrowser(server, browser, checks))
}

await main(async () => {
  if (!(await ensureNode())) return
  stopOnSignals()
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  const wanted = wantedParts(process.argv.slice(2))

  const { ensureInstalled } = await import('./runtime/install.mjs')
  const { findBrowser } = await import('./runtime/browser.mjs')
  try {
    const browser = wanted.has('e2e') ? findBrowser() : null
    await ensureInstalled()
    const { ensureBuilt, generate } = await import('./runtime/build.mjs')
    const checks = await import('./runtime/checks.mjs')
    await generate()
    checks.prepareReports()
    // Two cores: at most two checks at once, and the browser alone.
    await checkWithoutDatabase(wanted, checks, ensureBuilt)
    await checkWithDatabase(wanted, checks, browser)
  } finally {
    await cleanUp()
  }
  table()
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1
  say(`${sum('passed')} passed, ${sum('failed')} failed`)
})
