import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { step } from './console.mjs'
import { SERVER } from './build.mjs'
import { seed } from './database.mjs'
import { inRoot } from './paths.mjs'
import { freePort, startPostgres } from './postgres.mjs'
import { answers, end, start } from './processes.mjs'
import { applyMigrations } from './schema-engine.mjs'

export async function startTestServer() {
  const server = await step('Testdatabase maken', () =>
    startPostgres({ name: `test-${process.pid}`, preferredPort: 54500, throwAway: true }),
  )
  const runSql = async (database, sql) => {
    const { Client } = createRequire(inRoot('package.json'))('pg')
    const client = new Client({ connectionString: server.adminUrl(database) })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  const admin = (sql) => runSql('postgres', sql)
  await admin('CREATE DATABASE praktijkbank_template')
  await applyMigrations(server.adminUrl('praktijkbank_template'))
  await admin('CREATE DATABASE praktijkbank_seeded TEMPLATE praktijkbank_template')
  await seed(server.adminUrl('praktijkbank_seeded'), true)

  async function startApplication() {
    await admin('DROP DATABASE IF EXISTS praktijkbank_e2e WITH (FORCE)')
    await admin('CREATE DATABASE praktijkbank_e2e TEMPLATE praktijkbank_seeded')
    const port = await freePort(3210)
    const address = `http://localhost:${port}`
    // A local server stands in for CBS; nothing leaves the machine.
    const cbsPort = await freePort(3310)
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DATABASE_URL: server.adminUrl('praktijkbank_e2e'),
      DEMO_DATA: '1',
      NEXTAUTH_URL: address,
      NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
      CBS_ODATA_URL: `http://127.0.0.1:${cbsPort}/odata/v1/CBS`,
      IMPORT_HOSTS: `127.0.0.1:${cbsPort}`,
    }
    const child = start(process.execPath, [SERVER], { env, stdio: ['ignore', 'ignore', 'inherit'] })
    await answers(`${address}/api/health`, child)
    return {
      env: {
        E2E_ORIGIN: address,
        E2E_DATABASE_URL: env.DATABASE_URL,
        E2E_SECRET: env.NEXTAUTH_SECRET,
        E2E_CBS_PORT: String(cbsPort),
      },
      pid: child.pid,
      stop: () => end(child),
    }
  }

  return {
    env: { TEST_SERVER_URL: server.adminUrl('postgres') },
    startApplication,
    runSql,
    stop: async () => {
      await server.stop()
      server.remove()
    },
  }
}
