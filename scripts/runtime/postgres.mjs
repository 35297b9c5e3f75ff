import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { Problem, say } from './console.mjs'
import { keepRunning } from './keep-running.mjs'
import { initialise } from './postgres-cluster.mjs'
import { clearLeftovers } from './postgres-leftovers.mjs'
import { serverAccount, serverPlace } from './postgres-binaries.mjs'
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

export async function freePort(preferred) {
  for (let port = preferred; port < preferred + 200; port += 1)
    if (await portFree(port)) return port
  throw new Problem(
    `Er is geen vrije poort tussen ${preferred} en ${preferred + 200}.`,
    'Stop een ander programma en start opnieuw.',
  )
}

export function secret(folder, name) {
  const path = join(folder, name)
  mkdirSync(folder, { recursive: true })
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(path, 'utf8').trim()
}

function runningServer(data) {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
  if (!isAlive(Number(pid))) return null
  const command = `/proc/${pid}/cmdline`
  // In containers a new process can have the pid of a crashed server, which blocks the start.
  if (existsSync(command) && !readFileSync(command, 'utf8').includes(data)) {
    rmSync(file)
    return null
  }
  return { pid: Number(pid), port: Number(port) }
}

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
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [
    DATABASE,
  ])
  if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
  await client.end()
}

const LOOK_AFTER_JOINED_MS = 1_000

function joined(data) {
  const server = runningServer(data)
  if (!server) return null
  const gone = new Promise((resolve) => {
    const timer = setInterval(() => {
      if (isAlive(server.pid)) return
      clearInterval(timer)
      resolve()
    }, LOOK_AFTER_JOINED_MS)
    timer.unref()
  })
  return { port: server.port, gone, isGone: () => !isAlive(server.pid), end: () => undefined }
}

const SETTINGS = [
  '-c',
  'listen_addresses=127.0.0.1',
  '-c',
  'unix_socket_directories=',
  '-c',
  'max_connections=150',
  '-c',
  'shared_buffers=256MB',
  '-c',
  'random_page_cost=1.1',
  '-c',
  'jit=off',
]
const UNSAFE_SETTINGS = [
  '-c',
  'fsync=off',
  '-c',
  'synchronous_commit=off',
  '-c',
  'full_page_writes=off',
]

function launch({ native, data, account, throwAway, logFile }, port) {
  const logTo = openSync(logFile, 'a', 0o600)
  const settings = throwAway ? [...SETTINGS, ...UNSAFE_SETTINGS] : SETTINGS
  // Detached, so that Ctrl-C reaches this script first and the server stops last.
  const server = spawn(
    join(native, 'bin', 'postgres'),
    ['-D', data, '-p', String(port), ...settings],
    {
      cwd: data,
      stdio: ['ignore', logTo, logTo],
      detached: process.platform !== 'win32',
      windowsHide: true,
      ...(account ?? {}),
    },
  )
  closeSync(logTo)
  let exited = false
  const gone = new Promise((resolve) => {
    for (const sign of ['exit', 'error']) {
      server.once(sign, () => {
        exited = true
        resolve()
      })
    }
  })
  const end = () => {
    if (exited) return
    // SIGINT is PostgreSQL's fast shutdown.
    if (process.platform === 'win32')
      execFileSync(join(native, 'bin', 'pg_ctl'), ['stop', '-D', data, '-m', 'fast'], {
        stdio: 'ignore',
      })
    else server.kill('SIGINT')
  }
  return { port, pid: server.pid, gone, isGone: () => exited, end }
}

/** Set in `state` at once, so that it can be stopped during startup. */
async function bringUp(place, state, port) {
  const { data, preferredPort, address } = place
  let server = existsSync(join(data, 'PG_VERSION')) ? joined(data) : null
  if (server === null) {
    await clearLeftovers(data)
    const free = port ?? (await freePort(preferredPort))
    if (state.stopped) throw new Error('stopped meanwhile')
    server = launch(place, free)
  }
  state.server = server
  try {
    if (port !== null && server.port !== port)
      throw new Error(`the server of this data listens at port ${server.port}`)
    await ensureDatabase(address(server.port, 'postgres'), () => !server.isGone())
    return server
  } catch (error) {
    server.end()
    throw error
  }
}

/** `throwAway` trades durability for speed; `keep` restarts; `lost` rejects when that fails. */
export async function startPostgres({
  name = 'postgres',
  preferredPort = PREFERRED_PORT,
  throwAway = false,
  keep = false,
} = {}) {
  const account = serverAccount()
  const { native, home } = serverPlace(account)
  mkdirSync(home, { recursive: true, mode: 0o755 })
  const data = join(home, name)
  const logFile = join(home, `${name}.log`)
  const password = secret(home, `${name}.password`)
  const address = (port, database) =>
    `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`
  const place = { native, data, account, throwAway, logFile, preferredPort, address }

  if (!existsSync(join(data, 'PG_VERSION'))) initialise({ native, data, account, password })
  const state = { server: null, stopped: false }
  try {
    await bringUp(place, state, null)
  } catch (error) {
    throw new Problem(
      'De ingebouwde database start niet.',
      `Lees de laatste regels van ${logFile}.`,
      error,
    )
  }
  const { port } = state.server
  const supervisor = keep
    ? keepServer(state.server, () => bringUp(place, state, port), logFile)
    : null
  // Also after an unexpected exit, no server may be left behind.
  process.once('exit', () => state.server.end())
  const stop = async () => {
    state.stopped = true
    supervisor?.stop()
    state.server.end()
    // A joined server belongs to whoever started it.
    if (state.server.pid !== undefined) await state.server.gone
  }
  const remove = () =>
    [data, join(home, `${name}.password`), logFile].forEach((path) =>
      rmSync(path, { recursive: true, force: true }),
    )
  return {
    url: address(port, DATABASE),
    adminUrl: (database) => address(port, database),
    home,
    stop,
    remove,
    lost: supervisor?.lost,
  }
}

function keepServer(running, start, logFile) {
  const { givenUp, stop } = keepRunning({
    running,
    start,
    onLost: () =>
      say(
        '! De ingebouwde database is onverwacht gestopt. Zij wordt opnieuw gestart; wat opgeslagen is, blijft.',
      ),
    onBack: () => say('✓ De ingebouwde database draait weer.'),
  })
  const lost = givenUp.then((error) => {
    const advice = `Lees de laatste regels van ${logFile}. Vaak is de schijf vol of is er te weinig geheugen. Start daarna opnieuw; wat opgeslagen is, blijft.`
    throw new Problem('De ingebouwde database stopt steeds weer.', advice, error ?? undefined)
  })
  // Avoids an unhandled rejection.
  lost.catch(() => undefined)
  return { lost, stop }
}
