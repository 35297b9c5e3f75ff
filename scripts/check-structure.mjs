// Rules that no linter knows. Each finding says where and what to do; no output means a pass.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AREAS, drawAreas, findCircle, listImports, PLUMBING } from './runtime/areas.mjs'
import { inRoot } from './runtime/paths.mjs'
import { DRAWN, drawn, withoutRow } from './runtime/rights.mjs'
import { currentSchema, migratedSchema } from './runtime/schema-engine.mjs'

const findings = []
const find = (where, what) => findings.push(`${where}: ${what}`)

const TOP = new Set([
  'app',
  'components',
  'lib',
  'prisma',
  'public',
  'e2e',
  'server',
  'scripts',
  'messages',
  'i18n',
  'docs',
  'bench',
  '.ci',
])
const IGNORED = new Set([
  'node_modules',
  '.git',
  '.next',
  '.runtime',
  '.data',
  '.cache',
  'generated',
  'coverage',
  'test-results',
  'playwright-report',
])
// A role may be split by subject when one file would grow too long: funding.mutations.ts.
const ROLE = /^(?:[a-z-]+\.)?(?:rules|schema|types|policy|data|loaders|mutations|actions)\.ts$/
const TEST = /\.(integration\.)?test\.tsx?$/

const read = (path) => readFileSync(inRoot(path), 'utf8')
const list = (path) =>
  existsSync(inRoot(path)) ? readdirSync(inRoot(path), { withFileTypes: true }) : []

function* walk(path) {
  for (const entry of list(path)) {
    if (IGNORED.has(entry.name) || entry.name.startsWith('.next')) continue
    const child = join(path, entry.name)
    if (entry.isDirectory()) yield* walk(child)
    else yield child
  }
}

for (const entry of list('.')) {
  if (
    entry.isDirectory() &&
    !TOP.has(entry.name) &&
    !IGNORED.has(entry.name) &&
    !entry.name.startsWith('.next')
  )
    find(entry.name, 'is not a room of this house; see docs/architecture.md')
}
const folders = (path) => list(path).filter((entry) => entry.isDirectory())
for (const room of ['lib', 'components', 'messages/nl', 'messages/en', 'prisma/schema'])
  for (const entry of folders(room))
    if (!AREAS.includes(entry.name)) find(`${room}/${entry.name}`, 'is not an area')
for (const area of AREAS)
  for (const noun of folders(`lib/${area}`)) {
    if (area === 'base' && [...PLUMBING, 'testing'].includes(noun.name)) continue
    for (const entry of list(`lib/${area}/${noun.name}`)) {
      const allowed =
        ROLE.test(entry.name) ||
        TEST.test(entry.name) ||
        (noun.name === 'accounts' && entry.name === 'session.ts')
      if (!allowed)
        find(
          `lib/${area}/${noun.name}/${entry.name}`,
          'is not a file role; the closed list stands in docs/architecture.md',
        )
    }
  }

const SERVER_ONLY = /^lib\/[a-z]+\/[a-z-]+\/(?:[a-z-]+\.)?(data|loaders|mutations)\.ts$/
const SUPPRESSION = new RegExp(
  `(${['eslint', 'disable'].join('-')}|@ts-(ignore|expect-error|nocheck)|${['biome', 'ignore'].join('-')})`,
)
const UNFINISHED = new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')})\\b`)
const PLACES = new RegExp(['/wo', 'rk/|registry\\.npm', 'js\\.org|/ro', 'ot/|/tm', 'p/'].join(''))
const cacheNames = new Map()

for (const path of [
  'app',
  'components',
  'lib',
  'i18n',
  'prisma',
  'server',
  'scripts',
  'e2e',
  'bench',
].flatMap((room) => [...walk(room)])) {
  if (!/\.(ts|tsx|mjs|css|prisma|sql)$/.test(path)) continue
  const text = read(path)
  if (SUPPRESSION.test(text)) find(path, 'silences a check; mend the cause')
  if (UNFINISHED.test(text)) find(path, 'holds unfinished work')
  if (PLACES.test(text) && path !== 'scripts/check-structure.mjs')
    find(path, 'names a path of one machine or a registry')
  if (SERVER_ONLY.test(path) && !text.includes("import 'server-only'"))
    find(path, "misses import 'server-only'")
  if (/^lib\/.*\/(?:[a-z-]+\.)?actions\.ts$/.test(path) && !text.startsWith("'use server'"))
    find(path, "does not start with 'use server'")
  if (
    /\b(unstable_cache|updateTag|revalidateTag)\b/.test(text) &&
    /^(app|components|lib)\//.test(path) &&
    path !== 'lib/base/cache/cached.ts' &&
    !path.startsWith('lib/base/testing/') &&
    !TEST.test(path)
  )
    find(path, 'caches or invalidates by itself; use lib/base/cache/cached.ts')
  for (const [, name] of text.matchAll(/\bcached\('([^']+)'/g)) {
    if (cacheNames.has(name))
      find(path, `caches under the name ${name}, as ${cacheNames.get(name)} does`)
    cacheNames.set(name, path)
  }
}

// Addresses of pages are made from i18n/routing.ts, which knows both languages
const DUTCH = new Set(
  [
    ...(read('i18n/routing.ts') + read('i18n/admin-pathnames.ts')).matchAll(
      /nl: '\/([a-z-]+)(?:\/[^']*)?',\s+en: '\/([a-z-]+)/g,
    ),
  ].flatMap(([, nl, en]) => (nl === en ? [] : [nl])),
)
const DUTCH_ADDRESS = new RegExp(`['"\`]/(${[...DUTCH].join('|')})(?![a-z-])`)
for (const path of walk('lib'))
  if (
    /\.ts$/.test(path) &&
    !TEST.test(path) &&
    !path.startsWith('lib/base/testing/') &&
    DUTCH_ADDRESS.test(read(path))
  )
    find(path, 'writes the address of a page itself; use pagePath of i18n/translated-path.ts')

// What a rule names as its source stands in this repository, or is a public standard
const SOURCE = /\* Source: ((?:[^*]|\*(?!\/))*)/g
const NAMED_FILE = /(?<![\w./-])[\w./-]+\.(?:md|json|ts)\b/g
for (const path of ['lib', 'components', 'server', 'prisma/seed'].flatMap((room) => [
  ...walk(room),
])) {
  if (!/\.tsx?$/.test(path)) continue
  for (const [, source] of read(path).matchAll(SOURCE)) {
    if (/\bissue "/.test(source)) find(path, 'names an issue as its source; name a document')
    for (const [name] of source.matchAll(NAMED_FILE))
      if (!existsSync(inRoot(name))) find(path, `names ${name} as its source, which does not exist`)
  }
}

// SQL is laid out as SQL
const CLAUSE = /\b(?:SELECT|FROM|WHERE|JOIN|GROUP BY|ORDER BY|VALUES|RETURNING|ON CONFLICT)\b/g
for (const path of [...walk('lib')].filter((name) => name.endsWith('.ts') && !TEST.test(name)))
  for (const [index, line] of read(path).split('\n').entries())
    if (line.length > 100 && (line.match(CLAUSE) ?? []).length > 1)
      find(`${path}:${index + 1}`, 'holds SQL that is not laid out, a clause on a line')

// Nouns have no circles, types and components counted
const imports = listImports()
const circle = findCircle(imports)
if (circle) find('lib', `nouns import each other in a circle: ${circle.join(' → ')}`)
if (!read('docs/architecture.md').includes(drawAreas(imports)))
  find('docs/architecture.md', 'draws the areas as they were; run npm run areas')
for (const path of Object.keys(DRAWN))
  if (read(path) !== (await drawn(path)))
    find(path, 'shows the rights as they were; run npm run rights')
for (const name of withoutRow()) find('e2e/authz/actions', `has no row or words for ${name}`)

// Texts: both languages carry the same keys and the same parameters
const flatten = (value, prefix = '') =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [[`${prefix}${key}`, inner]] : flatten(inner, `${prefix}${key}.`),
  )
const STYLES = read('i18n/formats.ts')
for (const path of [...walk('messages/nl')]) {
  const file = path.slice('messages/nl/'.length)
  const [nl, en] = ['nl', 'en'].map(
    (language) => new Map(flatten(JSON.parse(read(`messages/${language}/${file}`)))),
  )
  for (const key of nl.keys()) if (!en.has(key)) find(`messages/en/${file}`, `misses ${key}`)
  for (const key of en.keys()) if (!nl.has(key)) find(`messages/nl/${file}`, `misses ${key}`)
  for (const [key, text] of [...nl, ...en]) {
    if (text.includes('—')) find(`messages/*/${file}`, `${key} uses a long dash`)
    for (const [, style] of text.matchAll(/\{\w+, (?:date|time|number), ([^}]+)\}/g))
      if (!STYLES.includes(`    ${style}: {`))
        find(
          `messages/*/${file}`,
          `${key} names the style ${style}, which i18n/formats.ts does not have`,
        )
    // An empty text would show its key instead.
    if (
      /^\{\w+, (?:plural|select), (?:[^{}]*\{(?:[^{}]|\{[^{}]*\})*\})*?[^{}]*\{\}(?:[^{}]*\{(?:[^{}]|\{[^{}]*\})*\})*\s*\}$/.test(
        text,
      )
    )
      find(`messages/*/${file}`, `${key} can come out empty`)
  }
}

// Migrations lead to the schema
if (migratedSchema() !== currentSchema())
  find('prisma/schema', 'differs from the last migration; run npm run db:diff -- a_name')

// Scenarios and browser tests name each other
const scenarios = new Set(
  existsSync(inRoot('docs/scenarios.md'))
    ? [...read('docs/scenarios.md').matchAll(/^\| (S-\d+) /gm)].map(([, id]) => id)
    : [],
)
const tagged = new Set(
  [...walk('e2e')]
    .filter((path) => path.endsWith('.spec.ts'))
    .flatMap((path) => [...read(path).matchAll(/@(S-\d+)/g)].map(([, id]) => id)),
)
for (const id of scenarios)
  if (!tagged.has(id)) find('docs/scenarios.md', `${id} has no browser test`)
for (const id of tagged) if (!scenarios.has(id)) find('e2e', `@${id} is not in docs/scenarios.md`)

if (findings.length > 0) {
  process.stdout.write(`${findings.join('\n')}\n`)
  process.exitCode = 1
}
