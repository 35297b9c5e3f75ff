import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { Problem } from './console.mjs'
import { ownedFolder, serverAccount, serverPlace } from './postgres-binaries.mjs'
import { inRoot } from './paths.mjs'

const PREFERRED_PORT = 54329
const START_PATIENCE_MS = 60_000
const DATABASE = 'praktijkbank'

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const portFree = (port) =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })

/** The wanted port, or the next free one. */
export async function freePort(preferred) {
  for (let port = preferred; port < preferred + 200; port += 1) if (await portFree(port)) return port
  throw new Problem(`Er is geen vrije poort tussen ${preferred} en ${preferred + 200}.`, 'Stop een ander programma en start opnieuw.')
}

/** A secret of this installation, made once and kept for its owner only. */
export function secret(folder, name) {
  const path = join(folder, name)
  mkdirSync(folder, { recursive: true })
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(path, 'utf8').trim()
}

/** The server that already runs on this data, when there is one. */
function runningServer(data) {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
  if (!isAlive(Number(pid))) return null
  const command = `/proc/${pid}/cmdline`
  // In containers a new process can get the number of a server that crashed; PostgreSQL itself would refuse to start then.
  if (existsSync(command) && !readFileSync(command, 'utf8').includes(data)) {
    rmSync(file)
    return null
  }
  return { pid: Number(pid), port: Number(port) }
}

function initialise({ native, data, account, password }) {
  ownedFolder(data, account)
  const passwordFile = join(data, '..', `.pw-${process.pid}`)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  try {
    if (account) chownSync(passwordFile, account.uid, account.gid)
    const args = ['--pgdata', data, '--username', 'postgres', '--auth', 'scram-sha-256', '--pwfile', passwordFile, '--encoding', 'UTF8', '--locale', 'C']
    execFileSync(join(native, 'bin', 'initdb'), args, { stdio: 'pipe', cwd: data, env: { ...process.env, LC_ALL: 'C' }, ...(account ?? {}) })
  } catch (error) {
    rmSync(data, { recursive: true, force: true })
    const text = `${error.stderr ?? ''}${error.message}`
    if (/No space left/i.test(text)) throw new Problem('De schijf is vol.', 'Maak minstens 1 GB vrij en start opnieuw.', error)
    throw new Problem('De ingebouwde database is niet aan te maken.', 'Met DEBUG=1 ziet u waarom. U kunt ook een eigen PostgreSQL gebruiken: zet DATABASE_URL.', error)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** Waits until the server answers; gives a connected client. */
async function connect(url, stillThere) {
  const { Client } = createRequire(inRoot('package.json'))('pg')
  const until = Date.now() + START_PATIENCE_MS
  for (;;) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => undefined)
      if (!stillThere() || Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
  }
}

async function ensureDatabase(adminUrl, stillThere) {
  const client = await connect(adminUrl, stillThere)
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
  if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
  await client.end()
}

/**
 * Starts the embedded server, or joins the one that already runs on the same data.
 * `throwAway` makes a cluster for one run that trades safety on power loss for speed.
 */
export async function startPostgres({ name = 'postgres', preferredPort = PREFERRED_PORT, throwAway = false } = {}) {
  const account = serverAccount()
  const { native, home } = serverPlace(account)
  mkdirSync(home, { recursive: true, mode: 0o755 })
  const data = join(home, name)
  const password = secret(home, `${name}.password`)
  const address = (port, database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`

  const running = existsSync(join(data, 'PG_VERSION')) ? runningServer(data) : null
  if (running) {
    await ensureDatabase(address(running.port, 'postgres'), () => true)
    return { url: address(running.port, DATABASE), adminUrl: (database) => address(running.port, database), home, stop: async () => undefined }
  }

  if (!existsSync(join(data, 'PG_VERSION'))) initialise({ native, data, account, password })
  const port = await freePort(preferredPort)
  const logFile = join(home, `${name}.log`)
  const logTo = openSync(logFile, 'a', 0o600)
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=150', '-c', 'shared_buffers=256MB', '-c', 'random_page_cost=1.1', '-c', 'jit=off']
  if (throwAway) settings.push('-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off')
  // Detached, so that Ctrl-C in the terminal reaches this script first and the server stops last.
  const server = spawn(join(native, 'bin', 'postgres'), ['-D', data, '-p', String(port), ...settings], {
    cwd: data, stdio: ['ignore', logTo, logTo], detached: process.platform !== 'win32', windowsHide: true, ...(account ?? {}),
  })
  closeSync(logTo)
  let exited = false
  server.once('exit', () => (exited = true))
  server.once('error', () => (exited = true))
  // Also when this script ends in a way nobody foresaw: the server must not be left behind.
  process.once('exit', () => {
    if (!exited) server.kill('SIGINT')
  })
  try {
    await ensureDatabase(address(port, 'postgres'), () => !exited)
  } catch (error) {
    if (!exited) server.kill('SIGINT')
    throw new Problem('De ingebouwde database start niet.', `Lees de laatste regels van ${logFile}.`, error)
  }
  const stop = () =>
    new Promise((resolve) => {
      if (exited) return resolve()
      server.once('exit', () => resolve())
      // SIGINT is PostgreSQL's fast shutdown: sessions end, everything committed is kept.
      if (process.platform === 'win32') execFileSync(join(native, 'bin', 'pg_ctl'), ['stop', '-D', data, '-m', 'fast'], { stdio: 'ignore' })
      else server.kill('SIGINT')
    })
  const remove = () => [data, join(home, `${name}.password`), logFile].forEach((path) => rmSync(path, { recursive: true, force: true }))
  return { url: address(port, DATABASE), adminUrl: (database) => address(port, database), home, stop, remove }
}
