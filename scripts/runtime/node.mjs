import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { Problem, step } from './console.mjs'
import { inRoot, root } from './paths.mjs'
import { run } from './processes.mjs'

const OLDEST = [20, 19]
/** Minimum for the test runner; the pinned release comes from the npm registry. */
const WANTED = [22, 22]
const RELEASE = '24.21.0'

const atLeast = ([major, minor]) => {
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number)
  return ownMajor > major || (ownMajor === major && ownMinor >= minor)
}

export const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

async function fetchNode() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const folder = inRoot('.runtime', `node-${RELEASE}`)
  const binary = join(
    folder,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  if (existsSync(binary)) return binary
  await step(`Node ${RELEASE} ophalen (deze computer heeft ${process.versions.node})`, async () => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{"private":true}\n')
    const options = { cwd: folder, stdio: 'pipe', shell: process.platform === 'win32' }
    const { code, output } = await run(
      npm,
      ['install', '--no-audit', '--no-fund', '--no-save', `${name}@${RELEASE}`],
      options,
    )
    if (code !== 0 || !existsSync(binary)) {
      throw new Problem(
        `Node ${RELEASE} is niet op te halen.`,
        'Controleer de verbinding met het npm-register, of installeer zelf Node 22.22 of nieuwer.',
        new Error(output),
      )
    }
  })
  return binary
}

/** Continues under a recent Node. False when another process took over and has ended. */
export async function ensureNode() {
  if (!atLeast(OLDEST))
    throw new Problem(
      `Node ${process.versions.node} is te oud.`,
      'Installeer Node 20.19 of nieuwer.',
    )
  if (atLeast(WANTED)) return true
  const binary = await fetchNode()
  const env = { ...process.env, PATH: `${dirname(binary)}${delimiter}${process.env.PATH ?? ''}` }
  const child = spawn(binary, process.argv.slice(1), { stdio: 'inherit', env, cwd: root })
  // Ctrl-C reaches both processes, a process manager only this one; stopping is idempotent.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  process.exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
  return false
}
