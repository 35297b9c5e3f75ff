import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { inRoot } from './paths.mjs'
import { startPostgres } from './postgres.mjs'

const { Client } = createRequire(inRoot('package.json'))('pg')
const PATIENCE = { timeout: 30_000, interval: 50 }
const servers = []
const said = vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
const words = () => said.mock.calls.map(([line]) => String(line)).join('')

const start = async (name, options = {}) => {
  const server = await startPostgres({ name, preferredPort: 54800, throwAway: true, ...options })
  servers.push(server)
  return server
}
async function query(server, sql) {
  const client = new Client({
    connectionString: server.adminUrl('postgres'),
    connectionTimeoutMillis: 2_000,
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}
const folder = (server, name) => join(server.home, name)
const postmaster = (data) =>
  Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
const processesIn = (data) =>
  readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === data
    } catch {
      return false
    }
  })
/** Ignores signals for a while, so that it outlives a killed server. */
async function calculate(server) {
  const client = new Client({ connectionString: server.adminUrl('postgres') })
  client.on('error', () => undefined)
  await client.connect()
  client.query('SELECT sum(sqrt(n)) FROM generate_series(1, 4000000000) n').catch(() => undefined)
  await vi.waitFor(
    async () =>
      expect(
        await query(
          server,
          `SELECT 1 FROM pg_stat_activity WHERE query LIKE 'SELECT sum(sqrt%' AND state = 'active'`,
        ),
      ).toHaveLength(1),
    PATIENCE,
  )
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    await server.stop()
    server.remove()
  }
  said.mockClear()
})

describe('the own database, killed', () => {
  it('comes back on the same data and port, past work that outlived it, and says so', async () => {
    const name = `killed-${process.pid}`
    const server = await start(name, { keep: true, throwAway: false })
    const data = folder(server, name)
    await query(server, 'CREATE TABLE kept (id int)')
    await query(server, 'INSERT INTO kept VALUES (1)')
    await calculate(server)
    for (const round of [1, 2]) {
      const killed = postmaster(data)
      process.kill(killed, 'SIGKILL')
      await vi.waitFor(
        async () => expect(await query(server, 'SELECT id FROM kept')).toEqual([{ id: 1 }]),
        PATIENCE,
      )
      expect(postmaster(data)).not.toBe(killed)
      await vi.waitFor(
        () => expect([...words().matchAll(/draait weer/g)]).toHaveLength(round),
        PATIENCE,
      )
    }
    expect(words()).toContain('De ingebouwde database is onverwacht gestopt.')
  }, 90_000)

  it('leaves nothing behind when it is stopped after that', async () => {
    const name = `stopped-${process.pid}`
    const server = await start(name, { keep: true })
    const data = folder(server, name)
    process.kill(postmaster(data), 'SIGKILL')
    await vi.waitFor(() => query(server, 'SELECT 1'), PATIENCE)
    await server.stop()
    expect(existsSync(join(data, 'postmaster.pid'))).toBe(false)
    expect(processesIn(data)).toEqual([])
  }, 60_000)

  it('starts at the next start too, when all of it was killed with work going on', async () => {
    const name = `again-${process.pid}`
    const first = await start(name)
    await calculate(first)
    process.kill(postmaster(folder(first, name)), 'SIGKILL')
    const second = await start(name)
    expect(await query(second, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  }, 60_000)

  it('is taken over when the script that started it went away and it dies later', async () => {
    const name = `joined-${process.pid}`
    const owner = await start(name)
    const guest = await start(name, { keep: true })
    expect(guest.url).toBe(owner.url)
    process.kill(postmaster(folder(owner, name)), 'SIGKILL')
    await vi.waitFor(() => query(guest, 'SELECT 1'), PATIENCE)
  }, 60_000)
})
