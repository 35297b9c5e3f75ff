import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { inRoot } from './paths.mjs'

/** Prisma's own migration engine as WebAssembly, so nothing is downloaded (docs/adr/0002). */
const SCHEMA = inRoot('prisma', 'schema')
const MIGRATIONS = inRoot('prisma', 'migrations')
const SNAPSHOT = join(MIGRATIONS, 'schema.snapshot.prisma')
const FILTERS = { externalTables: [], externalEnums: [] }

export const currentSchema = () =>
  readdirSync(SCHEMA, { recursive: true })
    .filter((path) => path.endsWith('.prisma'))
    .sort((a, b) => (basename(a) < basename(b) ? -1 : 1))
    .map((path) => readFileSync(join(SCHEMA, path), 'utf8'))
    .join('\n')

export const migratedSchema = () => (existsSync(SNAPSHOT) ? readFileSync(SNAPSHOT, 'utf8') : null)

function migrationsList(last) {
  const lock = join(MIGRATIONS, 'migration_lock.toml')
  const folders = readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => last === undefined || name <= last)
    .sort()
  return {
    baseDir: MIGRATIONS,
    lockfile: {
      path: './migration_lock.toml',
      content: existsSync(lock) ? readFileSync(lock, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: folders.map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok',
          value: readFileSync(join(MIGRATIONS, path, 'migration.sql'), 'utf8'),
        },
      },
    })),
  }
}

async function loadEngine(url) {
  const require = createRequire(inRoot('package.json'))
  const { PrismaPg } = require('@prisma/adapter-pg')
  // The adapter's own copy, so that versions match.
  const ofAdapter = createRequire(require.resolve('@prisma/adapter-pg'))
  const { bindMigrationAwareSqlAdapterFactory } = ofAdapter('@prisma/driver-adapter-utils')
  const { Pool } = require('pg')
  const pool = new Pool({ connectionString: url, max: 2, connectionTimeoutMillis: 10_000 })
  pool.on('error', () => undefined)

  // The adapter splits at semicolons, which breaks functions.
  class WholeScripts extends PrismaPg {
    async connect() {
      const connection = await super.connect()
      connection.executeScript = async (script) => void (await pool.query(script))
      return connection
    }
  }

  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const wasm = readFileSync(
    require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm'),
  )
  const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), {
    './schema_engine_bg.js': bindings,
  })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const datamodels = [[join(SCHEMA, 'schema.prisma'), currentSchema()]]
  const engine = await bindings.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool)),
  )
  return { engine, close: () => pool.end() }
}

export async function applyMigrations(url, last) {
  const { engine, close } = await loadEngine(url)
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationsList(last),
      filters: FILTERS,
    })
    return appliedMigrationNames
  } finally {
    await close()
  }
}

/** Empty when equal. Any database will do. */
export async function schemaDifference(url) {
  const { engine, close } = await loadEngine(url)
  const asTarget = (content) => ({
    tag: 'schemaDatamodel',
    files: [{ path: join(SCHEMA, 'schema.prisma'), content }],
  })
  try {
    const before = migratedSchema()
    const from = before === null ? { tag: 'empty' } : asTarget(before)
    const { stdout } = await engine.diff({
      from,
      to: asTarget(currentSchema()),
      script: true,
      exitCode: null,
      filters: FILTERS,
    })
    const sql = (stdout ?? '').trim()
    return sql === '-- This is an empty migration.' ? '' : sql
  } finally {
    await close()
  }
}

export function writeMigration(name, sql) {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(MIGRATIONS, `${stamp}_${name}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'migration.sql'), `${sql}\n`)
  writeFileSync(SNAPSHOT, currentSchema())
  return folder
}
