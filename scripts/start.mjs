import { main } from './runtime/console.mjs'
import { ensureNode } from './runtime/node.mjs'
import { answers, cleanUp, start, stopOnSignals } from './runtime/processes.mjs'

await main(async () => {
  if (!(await ensureNode())) return
  stopOnSignals()
  const { ensureInstalled } = await import('./runtime/install.mjs')
  const { announce, ownPort, prepare } = await import('./runtime/environment.mjs')
  const { ensureBuilt, generate, SERVER } = await import('./runtime/build.mjs')
  try {
    const port = await ownPort()
    await ensureInstalled()
    await generate()
    const app = await prepare(port)
    await ensureBuilt()
    const server = start(process.execPath, [SERVER], {
      env: { ...app.env, NODE_ENV: 'production', PORT: String(port) },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    await answers(`http://127.0.0.1:${port}/api/health`, server)
    announce(app)
    process.exitCode = await Promise.race([
      app.lost,
      new Promise((resolve) => server.once('exit', (code) => resolve(code ?? 0))),
    ])
  } finally {
    await cleanUp()
  }
})
