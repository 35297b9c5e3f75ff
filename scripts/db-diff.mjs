// Writes the migration from the last one to the schema: npm run db:diff -- name
import { main, Problem, say } from './runtime/console.mjs'
import { ensureNode } from './runtime/node.mjs'
import { cleanUp, onExit, stopOnSignals } from './runtime/processes.mjs'

await main(async () => {
  if (!(await ensureNode())) return
  stopOnSignals()
  const name = process.argv[2] ?? ''
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new Problem(
      'Geef de migratie een naam.',
      'Bijvoorbeeld: npm run db:diff -- add_adoptions',
    )
  const { schemaDifference, writeMigration } = await import('./runtime/schema-engine.mjs')
  const { startPostgres } = await import('./runtime/postgres.mjs')
  try {
    const server = await startPostgres({
      name: `diff-${process.pid}`,
      preferredPort: 54600,
      throwAway: true,
    })
    onExit(async () => {
      await server.stop()
      server.remove()
    })
    const sql = await schemaDifference(server.url)
    say(
      sql === ''
        ? 'Het schema is gelijk aan de laatste migratie.'
        : `Geschreven: ${writeMigration(name, sql)}`,
    )
  } finally {
    await cleanUp()
  }
})
