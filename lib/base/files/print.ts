import 'server-only'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { access, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { LRUCache } from 'lru-cache'
import { env, origin } from '@/lib/base/runtime/env'
import { createFairQueue } from '@/lib/base/cache/fair-queue'
import { log } from '@/lib/base/runtime/log'
import { cached } from '@/lib/base/cache/cached'

const PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]
const TIMEOUT_MS = 30_000
const PAGE_MS = 10_000
const enter = createFairQueue({
  atOnce: 2,
  perPerson: { running: 1, waiting: 2 },
  waiting: 20,
  patienceMs: 45_000,
})
const printCache = new LRUCache<string, Buffer>({
  maxSize: 32 * 1_024 * 1_024,
  sizeCalculation: ({ byteLength }) => Math.max(1, byteLength),
  ttl: 5 * 60_000,
})
const pending = new Map<string, Promise<Printed>>()
/** Changes as soon as public content does, which makes earlier prints stale. */
const contentStamp = cached('print-stamp', () => Promise.resolve(randomUUID()))
const RETRY_SECONDS = 15
const run = promisify(execFile)

async function findChromium(): Promise<string | null> {
  for (const path of env.CHROME_PATH === undefined ? PLACES : [env.CHROME_PATH]) {
    const there = await access(path).then(
      () => true,
      () => false,
    )
    if (there) return path
  }
  return null
}

export type Printed =
  | { kind: 'pdf'; file: Buffer }
  | { kind: 'no-chromium' }
  | { kind: 'failed' }
  | { kind: 'personBusy' | 'full' | 'waitedTooLong'; retryAfterSeconds: number }

/** What is done now, for who waits. */
export type PrintStep = 'waiting' | 'reading' | 'printing'
type Tell = (step: PrintStep) => void

/** Equal requests share a print. `path` is never text from outside; `person` may be a network. */
export async function printPage(
  path: string,
  person: string,
  tell: Tell = () => undefined,
): Promise<Printed> {
  tell('waiting')
  const chromium = await findChromium()
  if (chromium === null) return { kind: 'no-chromium' }
  const key = `${await contentStamp()} ${path}`
  const file = printCache.get(key)
  if (file) return { kind: 'pdf', file }
  const shared = pending.get(key)
  if (shared) return shared
  const printing = takeTurn({ chromium, path, person, tell }).finally(() => pending.delete(key))
  pending.set(key, printing)
  const printed = await printing
  if (printed.kind === 'pdf') printCache.set(key, printed.file)
  return printed
}

interface Wanted {
  chromium: string
  path: string
  person: string
  tell: Tell
}

async function takeTurn({ person, ...wanted }: Wanted): Promise<Printed> {
  const turn = await enter(person, () => print(wanted))
  return turn.kind === 'done' ? turn.value : { kind: turn.kind, retryAfterSeconds: RETRY_SECONDS }
}

async function print({ chromium, path, tell }: Omit<Wanted, 'person'>): Promise<Printed> {
  const folder = await mkdtemp(join(tmpdir(), 'praktijkbank-print-'))
  const output = join(folder, 'page.pdf')
  try {
    tell('reading')
    // Chromium prints whatever answers: an error page must not pass for the paper.
    const page = await fetch(`${origin}${path}`, {
      signal: AbortSignal.timeout(PAGE_MS),
      redirect: 'error',
    })
    await page.body?.cancel()
    if (!page.ok) throw new Error(`the page answers ${String(page.status)}`)
    tell('printing')
    await run(
      chromium,
      [
        '--headless',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--no-first-run',
        '--disable-extensions',
        '--no-pdf-header-footer',
        '--export-tagged-pdf',
        '--generate-pdf-document-outline',
        `--user-data-dir=${join(folder, 'profile')}`,
        `--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE ${new URL(origin).hostname}`,
        `--print-to-pdf=${output}`,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `${origin}${path}`,
      ],
      { timeout: TIMEOUT_MS, killSignal: 'SIGKILL' },
    )
    return { kind: 'pdf', file: await readFile(output) }
  } catch (error) {
    log.error({ err: error }, 'printing failed')
    return { kind: 'failed' }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
