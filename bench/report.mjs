import { readFileSync, writeFileSync } from 'node:fs'
import { inRoot } from '../scripts/runtime/paths.mjs'

const PATH = inRoot('docs', 'performance.md')
const NAMED = /<!-- (?<name>[a-z]+) -->[\s\S]*?<!-- \/\k<name> -->/g

export function writePart(name, text) {
  const before = readFileSync(PATH, 'utf8')
  const parts = new Map([...before.matchAll(NAMED)].map((match) => [match.groups.name, match[0]]))
  const first = name === '' ? text : before.replace(NAMED, '')
  if (name !== '') parts.set(name, `<!-- ${name} -->\n${text.trim()}\n<!-- /${name} -->`)
  writeFileSync(PATH, `${[first.trim(), ...parts.values()].join('\n\n')}\n`)
}
