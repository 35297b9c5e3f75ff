import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { inRoot } from './paths.mjs'

/** From the ground up: an area imports only earlier ones (docs/architecture.md). */
export const AREAS = [
  'base',
  'people',
  'knowledge',
  'judgement',
  'figures',
  'monitor',
  'exchange',
  'site',
]

export const PLUMBING = ['http', 'db', 'cache', 'files', 'text', 'mail', 'security', 'runtime']

/** Areas that a file of this area may not import; figures and judgement do not know each other. */
export const higherAreas = (area) => [
  ...AREAS.slice(AREAS.indexOf(area) + 1),
  ...(area === 'figures' ? ['judgement'] : []),
]

const IMPORT = /\b(?:from|import) ?\(?'([^'\n]+)'/g
const TEST = /\.test\.tsx?$|\/testing\//
const CODE = /\.tsx?$/

function* sources(path) {
  for (const entry of readdirSync(inRoot(path), { withFileTypes: true })) {
    const child = posix.join(path, entry.name)
    if (entry.isDirectory()) yield* sources(child)
    else if (CODE.test(child) && !TEST.test(child)) yield child
  }
}

/** lib/monitor/policies/rules.ts → { room: 'lib', area: 'monitor', noun: 'policies' } */
export function placeOf(path) {
  const [room, area, noun] = path.split('/')
  return { room, area, noun: `${room}/${area}/${noun}` }
}

const targetOf = (from, specifier) => {
  if (specifier.startsWith('@/')) return specifier.slice(2)
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : null
}

export function listImports() {
  const found = []
  for (const room of ['lib', 'components'])
    for (const file of sources(room)) {
      const text = readFileSync(inRoot(join(file)), 'utf8')
      for (const [, specifier] of text.matchAll(IMPORT)) {
        const target = targetOf(file, specifier)
        if (!target || !/^(lib|components)\//.test(target)) continue
        const [from, to] = [placeOf(file), placeOf(target)]
        if (from.noun !== to.noun) found.push({ from, to, file })
      }
    }
  return found
}

export function findCircle(imports) {
  const next = new Map()
  for (const { from, to } of imports)
    next.set(from.noun, (next.get(from.noun) ?? new Set()).add(to.noun))
  const done = new Set()
  const visit = (noun, path) => {
    if (path.includes(noun)) return [...path.slice(path.indexOf(noun)), noun]
    if (done.has(noun)) return null
    for (const other of next.get(noun) ?? []) {
      const circle = visit(other, [...path, noun])
      if (circle) return circle
    }
    done.add(noun)
    return null
  }
  for (const noun of next.keys()) {
    const circle = visit(noun, [])
    if (circle) return circle
  }
  return null
}

export function drawAreas(imports) {
  const counts = new Map()
  for (const { from, to } of imports)
    if (from.area !== to.area) {
      const key = `${from.area} --> ${to.area}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  const order = ([a], [b]) => a.localeCompare(b, 'en')
  const arrows = [...counts].sort(order).map(([key, count]) => {
    const [from, to] = key.split(' --> ')
    return `  ${from} -->|${count}| ${to}`
  })
  const boxes = [...AREAS].reverse().map((area) => `  ${area}["${area}"]`)
  return ['```mermaid', 'flowchart TD', ...boxes, ...arrows, '```'].join('\n')
}
