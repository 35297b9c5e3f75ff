import { main } from './runtime/console.mjs'
import { ensureNode } from './runtime/node.mjs'
import { cleanUp, start, stopOnSignals } from './runtime/processes.mjs'

await main(async () => {
  if (!(await ensureNode())) return
  stopOnSignals()
  const { ensureInstalled } = await import('./runtime/install.mjs')
  const { announce, ownPort, prepare } = await import('./runtime/environment.mjs')
  const { generate, NEXT } = await import('./runtime/build.mjs')
  try {
    const port = await ownPort()
    await ensureInstalled()
    await generate()
    const app = await prepare(port)
    announce(app)
    const server = start(process.execPath, [NEXT, 'dev', '--port', String(port)], { env: app.env })
    process.exitCode = await Promise.race([
      app.lost,
      new Promise((resolve) => server.once('exit', (code) => resolve(code ?? 0))),
    ])
  } finally {
    await cleanUp()
  }
})
