// Runs a script on this installation's database: scripts/with-database.mjs <entry> [arguments]
import { main } from './runtime/console.mjs'
import { ensureNode } from './runtime/node.mjs'
import { cleanUp, run, stopOnSignals } from './runtime/processes.mjs'

await main(async () => {
  if (!(await ensureNode())) return
  stopOnSignals()
  const { ensureInstalled } = await import('./runtime/install.mjs')
  const { generate } = await import('./runtime/build.mjs')
  const { openDatabase, migrate } = await import('./runtime/database.mjs')
  const [, , entry, ...args] = process.argv
  try {
    await ensureInstalled()
    await generate()
    const { url } = await openDatabase()
    await migrate(url)
    const env = { ...process.env, DATABASE_URL: url, NODE_OPTIONS: '--conditions=react-server' }
    const { code } = await run(
      process.execPath,
      ['node_modules/tsx/dist/cli.mjs', entry, ...args],
      { env },
    )
    process.exitCode = code
  } finally {
    await cleanUp()
  }
})
