import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from './paths.mjs'

const BUILD_INPUTS = [
  'app',
  'components',
  'i18n',
  'lib',
  'messages',
  'public',
  'prisma/schema',
  'prisma/seed/demo',
  'server',
  'next.config.ts',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'tsconfig.json',
  'package-lock.json',
]

function* files(path) {
  const full = inRoot(path)
  if (!existsSync(full)) return
  const entries = readdirSync(full, { withFileTypes: true, recursive: false })
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) yield* files(child)
    else if (!/\.test\.tsx?$/.test(entry.name)) yield child
  }
}

export function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    const isFile = existsSync(inRoot(path)) && /\.[a-z]+$/.test(path)
    for (const file of isFile ? [path] : files(path))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(inRoot(file)))
        .update('\0')
  }
  return hash.digest('hex')
}

export const schemaFingerprint = () => fingerprint(['prisma/schema', 'package-lock.json'])

const BUILD_MARK = inRoot('.next', 'praktijkbank-sources')

export const isBuilt = (print) =>
  existsSync(BUILD_MARK) &&
  readFileSync(BUILD_MARK, 'utf8') === print &&
  existsSync(inRoot('.next', 'BUILD_ID'))
export const markBuilt = (print) => writeFileSync(BUILD_MARK, print)
export const buildFingerprint = () => fingerprint(BUILD_INPUTS)
