import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { Client } from 'pg'
import { expect } from './fixtures'

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

export interface Application {
  child: ChildProcess
  /** What it printed: its log. */
  output: () => string
  /** Ends it at once and waits until it is gone. */
  kill: () => Promise<void>
}

/** A second application, so that whatever is done to it hurts nobody else. */
export async function startApplication(
  port: number,
  databaseUrl = process.env.E2E_DATABASE_URL,
  demo = true,
  more: Readonly<Record<string, string>> = {},
): Promise<Application> {
  const address = `http://localhost:${port}`
  const child = spawn(process.execPath, ['server/main.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      DEMO_DATA: demo ? '1' : '0',
      NEXTAUTH_URL: address,
      NEXTAUTH_SECRET: 'a'.repeat(64),
      LOG_LEVEL: 'info',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await expect
    .poll(
      async () =>
        fetch(`${address}/api/health`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 60_000 },
    )
    .toBe(200)
  return {
    child,
    output: () => printed,
    kill() {
      child.kill('SIGKILL')
      return ended
    },
  }
}

/** A database of its own, with the examples, for what other tests must not notice. */
export async function createDatabase(): Promise<{
  url: string
  query: (sql: string, values?: unknown[]) => Promise<unknown[]>
  drop: () => Promise<void>
}> {
  const name = `e2e_${randomBytes(6).toString('hex')}`
  const server = new URL(process.env.E2E_DATABASE_URL ?? '')
  server.pathname = '/postgres'
  const run = async (url: string, sql: string, values: unknown[] = []) => {
    const client = new Client({ connectionString: url })
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(sql, values)).rows
    } finally {
      await client.end()
    }
  }
  await run(server.href, `CREATE DATABASE ${name} TEMPLATE praktijkbank_seeded`)
  const own = new URL(server.href)
  own.pathname = `/${name}`
  return {
    url: own.href,
    query: (sql, values) => run(own.href, sql, values),
    drop: async () => {
      await run(server.href, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    },
  }
}
