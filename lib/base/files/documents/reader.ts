import 'server-only'
import { spawn, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createFairQueue } from '@/lib/base/cache/fair-queue'
import { MAX_DOCUMENT_BYTES, type DocumentProblem, type Reading } from './types'

/** Together with waiting for a turn within five seconds. */
const LIMITS = { timeMs: 3_500, heapMb: 192, memoryMb: 640, answerBytes: 4 * 1_024 * 1_024 }
type Limits = typeof LIMITS

const CHILD = 'lib/base/files/documents/child.ts'
const LOOK_MS = 50
const PAGE_BYTES = 4_096
const MB = 1_024 * 1_024

const enter = createFairQueue({
  atOnce: 2,
  perPerson: { running: 1, waiting: 1 },
  waiting: 10,
  patienceMs: 1_200,
})

/** Memory of a process outside its own heap too, which Node does not limit. */
async function memoryOf(pid: number): Promise<number> {
  const pages = await readFile(`/proc/${String(pid)}/statm`, 'latin1').catch(() => '')
  return Number(pages.split(' ')[1] ?? 0) * PAGE_BYTES
}

function watch(child: ChildProcess, { timeMs, memoryMb }: Limits, stop: () => void): () => void {
  const clock = setTimeout(stop, timeMs)
  const look = setInterval(() => {
    if (child.pid === undefined) return
    void memoryOf(child.pid).then((bytes) => {
      if (bytes > memoryMb * MB) stop()
    })
  }, LOOK_MS)
  return () => {
    clearTimeout(clock)
    clearInterval(look)
  }
}

function start({ heapMb }: Limits): ChildProcess {
  const root = process.cwd()
  return spawn(
    process.execPath,
    [
      '--permission',
      `--allow-fs-read=${join(root, 'lib', '*')}`,
      `--allow-fs-read=${join(root, 'node_modules', '*')}`,
      `--allow-fs-read=${join(root, 'package.json')}`,
      `--max-old-space-size=${String(heapMb)}`,
      '--disallow-code-generation-from-strings',
      '--no-warnings',
      join(root, CHILD),
    ],
    // No setting and no secret of the server goes along.
    { cwd: root, env: { NODE_ENV: 'production' }, stdio: ['pipe', 'pipe', 'ignore'] },
  )
}

const STOPPED = 'stopped'

/** The answer of the child: empty when it ended without one, STOPPED when it was ended. */
function converse(child: ChildProcess, file: Buffer, limits: Limits): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  const parts: Buffer[] = []
  let bytes = 0
  const stop = () => {
    child.kill('SIGKILL')
    resolve(STOPPED)
  }
  const unwatch = watch(child, limits, stop)
  child.stdout?.on('data', (part: Buffer) => {
    bytes += part.length
    if (bytes > limits.answerBytes) stop()
    else parts.push(part)
  })
  child.once('error', stop)
  child.once('close', () => {
    unwatch()
    resolve(Buffer.concat(parts).toString('utf8'))
  })
  // A child that dies while it is being written to has said so by ending.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(file)
  return promise
}

const refused = (problem: DocumentProblem): Reading => ({ problem })

/** Only our own child answers here, so its shape is known. */
const parse = (answer: string) => JSON.parse(answer) as Reading

/** Reads in a process of its own, which is killed when it takes too much time or memory. */
export async function readApart(file: Buffer, limits: Limits = LIMITS): Promise<Reading> {
  if (file.length > MAX_DOCUMENT_BYTES) return refused('tooLarge')
  const answer = await converse(start(limits), file, limits)
  if (answer === STOPPED) return refused('tookLong')
  // A document that ends the process that reads it is not one to read.
  return answer === '' ? refused('broken') : parse(answer)
}

/** The words of a document, or what is wrong with it. Two are read at once, one per person. */
export async function readDocument(file: Buffer, person: string): Promise<Reading> {
  const turn = await enter(person, () => readApart(file))
  return turn.kind === 'done' ? turn.value : refused('busy')
}
