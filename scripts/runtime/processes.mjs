import { spawn } from 'node:child_process'
import { Problem } from './console.mjs'
import { root } from './paths.mjs'

const children = new Set()

export function start(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, options)
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }))
  })
}

const cleanups = []

/** Runs when the script ends in any way; last in, first out. */
export function onExit(cleanup) {
  cleanups.push(cleanup)
}

let ending
export function cleanUp() {
  ending ??= (async () => {
    await Promise.all([...children].map((child) => end(child)))
    while (cleanups.length > 0) await cleanups.pop()()
  })()
  return ending
}

/** Stops a child, and kills it after longer than the half minute running requests get. */
export function end(child, patienceMs = 40_000) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs)
    child.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
    child.kill('SIGTERM')
  })
}

export function stopOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      cleanUp().then(() => process.exit(signal === 'SIGINT' ? 130 : 143))
    })
  }
}

export async function answers(url, child) {
  const until = Date.now() + 180_000
  while (child.exitCode === null && Date.now() < until) {
    if (
      await fetch(url).then(
        (response) => response.ok,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Problem('De Praktijkbank start niet.', 'Lees de regels hierboven.')
}
