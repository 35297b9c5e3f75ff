import 'server-only'
import { execFile } from 'node:child_process'
import { access, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { env, origin } from './env'
import { log } from './log'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']
const MAX_AT_ONCE = 2
const TIMEOUT_MS = 30_000
const run = promisify(execFile)

let busy = 0

async function findChromium(): Promise<string | null> {
  for (const path of env.CHROME_PATH === undefined ? PLACES : [env.CHROME_PATH]) {
    const there = await access(path).then(() => true, () => false)
    if (there) return path
  }
  return null
}

export type Printed = { kind: 'pdf'; file: Buffer } | { kind: 'no-chromium' } | { kind: 'busy' } | { kind: 'failed' }

/**
 * One of our own pages as a tagged PDF. Chromium reaches no other host, a few run at once, and each has half a minute;
 * `path` starts with a slash. Only addresses that we make ourselves may come in here.
 */
export async function printPage(path: string): Promise<Printed> {
  const chromium = await findChromium()
  if (chromium === null) return { kind: 'no-chromium' }
  if (busy >= MAX_AT_ONCE) return { kind: 'busy' }
  busy += 1
  const folder = await mkdtemp(join(tmpdir(), 'praktijkbank-print-'))
  const output = join(folder, 'page.pdf')
  try {
    await run(chromium, [
      '--headless', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-extensions', '--no-pdf-header-footer', '--export-tagged-pdf', '--generate-pdf-document-outline',
      `--user-data-dir=${join(folder, 'profile')}`, `--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE ${new URL(origin).hostname}`, `--print-to-pdf=${output}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `${origin}${path}`,
    ], { timeout: TIMEOUT_MS, killSignal: 'SIGKILL' })
    return { kind: 'pdf', file: await readFile(output) }
  } catch (error) {
    log.error({ err: error }, 'printing failed')
    return { kind: 'failed' }
  } finally {
    busy -= 1
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
