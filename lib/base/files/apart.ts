import 'server-only'
import { spawn, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Limits {
  timeMs: number
  heapMb: number
  memoryMb: number
  answerBytes: number
}

interface Program {
  /** From the root of the application. */
  file: string
  args?: readonly string[]
  /** Whether it may load native code, which no permission holds back. */
  native?: boolean
}

const LOOK_MS = 50
const PAGE_BYTES = 4_096
const MB = 1_024 * 1_024

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

function start({ file, args = [], native = false }: Program, { heapMb }: Limits): ChildProcess {
  const root = process.cwd()
  return spawn(
    process.execPath,
    [
      '--permission',
      ...(native ? ['--allow-addons'] : []),
      `--allow-fs-read=${join(root, 'lib', '*')}`,
      `--allow-fs-read=${join(root, 'node_modules', '*')}`,
      `--allow-fs-read=${join(root, 'package.json')}`,
      `--max-old-space-size=${String(heapMb)}`,
      '--disallow-code-generation-from-strings',
      '--no-warnings',
      join(root, file),
      ...args,
    ],
    // No setting and no secret of the server goes along.
    { cwd: root, env: { NODE_ENV: 'production' }, stdio: ['pipe', 'pipe', 'ignore'] },
  )
}

/**
 * Lets a process of its own work on bytes of a stranger, without rights to write, to start processes
 * or to ask the network. Its answer, empty when it died without one; null when it took too much
 * time, memory or room and was ended.
 */
export function runApart(program: Program, input: Buffer, limits: Limits): Promise<Buffer | null> {
  const child = start(program, limits)
  const { promise, resolve } = Promise.withResolvers<Buffer | null>()
  const parts: Buffer[] = []
  let bytes = 0
  const stop = () => {
    child.kill('SIGKILL')
    resolve(null)
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
    resolve(Buffer.concat(parts))
  })
  // A child that dies while it is being written to has said so by ending.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(input)
  return promise
}
