import { randomBytes } from 'node:crypto'
import { Client } from 'pg'

/** Made by the test command: every migration, no rows. */
const TEMPLATE = 'praktijkbank_template'
const SEEDED_TEMPLATE = 'praktijkbank_seeded'

export interface TestDatabase {
  url: string
  drop(): Promise<void>
}

/** Set process.env.DATABASE_URL before importing a module that reads the environment. */
export async function createTestDatabase({ seeded = false } = {}): Promise<TestDatabase> {
  const server = process.env.TEST_SERVER_URL
  if (server === undefined)
    throw new Error('TEST_SERVER_URL is not set: run "npm test -- integration"')
  const name = `test_${randomBytes(6).toString('hex')}`
  const run = async (sql: string) => {
    const client = new Client({ connectionString: server })
    await client.connect()
    try {
      await client.query(sql)
    } finally {
      await client.end()
    }
  }
  await run(`CREATE DATABASE ${name} TEMPLATE ${seeded ? SEEDED_TEMPLATE : TEMPLATE}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}
