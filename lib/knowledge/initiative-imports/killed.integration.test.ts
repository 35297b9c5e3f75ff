import { spawn } from 'node:child_process'
import { Client } from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { initiativeFile } from '@/lib/base/testing/initiative-file'
import { startImportWorld } from '@/lib/base/testing/initiative-import'

const database = await createTestDatabase({ seeded: true })
Object.assign(process.env, {
  DATABASE_URL: database.url,
  NEXTAUTH_URL: 'https://praktijkbank.test',
  NEXTAUTH_SECRET: 'x'.repeat(40),
})
const { db, actorId, send } = await startImportWorld()
const { getImport } = await import('./data')
const { requestImport } = await import('./mutations')
const { runRequestedImports } = await import('./run.mutations')

const holder = new Client({ connectionString: database.url })
await holder.connect()

afterAll(async () => {
  await holder.end()
  await db.$disconnect()
  await database.drop()
})

const RUN =
  "import('./lib/knowledge/initiative-imports/run.mutations.ts').then(({ runRequestedImports }) => runRequestedImports())"

function startRun() {
  const child = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', '--eval', RUN], {
    env: { ...process.env, NODE_OPTIONS: '--conditions=react-server' },
    stdio: 'ignore',
    detached: true,
  })
  return { child, ended: new Promise((resolve) => child.once('exit', resolve)) }
}
const waiting = async () =>
  (
    await holder.query<{ is: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'revision_partner'::regclass) AS is`,
    )
  ).rows[0]?.is
const busy = async () =>
  (
    await holder.query<{ is: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle') AS is`,
    )
  ).rows[0]?.is

describe('an import whose process is killed while it writes', () => {
  it('leaves nothing, and the next process does it whole', async () => {
    const { id } = await send(initiativeFile(120, { faulty: false }))
    await requestImport(id, actorId, false)
    const before = await db.initiative.count()

    await holder.query('BEGIN')
    await holder.query('LOCK TABLE revision_partner IN SHARE MODE')
    const { child, ended } = startRun()
    await expect.poll(waiting, { timeout: 60_000 }).toBe(true)
    // A second process sees that the first one is at it.
    expect(await runRequestedImports()).toBe(0)
    process.kill(-child.pid!, 'SIGKILL')
    await ended
    await holder.query('ROLLBACK')
    await expect.poll(busy, { timeout: 60_000 }).toBe(false)
    expect(await db.initiative.count()).toBe(before)
    expect(await getImport(id)).toMatchObject({ status: 'running' })

    expect(await runRequestedImports()).toBe(120)
    expect(await db.initiative.count()).toBe(before + 120)
    expect(await getImport(id)).toMatchObject({ status: 'done', added: 120 })
  }, 120_000)
})
