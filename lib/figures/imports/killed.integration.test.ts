import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { startODataServer, type FakeTable } from '@/lib/base/testing/odata-server'

/** The importer as it runs from the command line, in a process of its own that is really killed. */
const database = await createTestDatabase({ seeded: true })
const folder = mkdtempSync(join(tmpdir(), 'praktijkbank-import-'))
const file = join(folder, 'cijfers.csv')
const LONG = { timeout: 120_000 }
const YEARS = 30
const PAGE = 500
let client: Client
let server: Awaited<ReturnType<typeof startODataServer>>
let table: FakeTable
let codes: string[] = []

function importer(...args: string[]): ChildProcess {
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    NODE_OPTIONS: '',
    CBS_ODATA_URL: server.remote.base,
    IMPORT_HOSTS: server.host,
  }
  return spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'scripts/stats-import.ts', ...args],
    { env, stdio: 'pipe' },
  )
}

async function finish(child: ChildProcess): Promise<string> {
  const parts: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => parts.push(part.toString()))
  await once(child, 'close')
  return parts.join('')
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
  expect(child.signalCode).toBe('SIGKILL')
}

async function one<Row>(sql: string, values: unknown[] = []): Promise<Row> {
  return (await client.query(sql, values)).rows[0] as Row
}

/** Waits until the database or the source says so. */
async function until(what: () => Promise<boolean> | boolean): Promise<void> {
  for (let turn = 0; turn < 2_000; turn += 1) {
    if (await what()) return
    await wait(20)
  }
  throw new Error('it did not come so far')
}

const open = (slug: string) =>
  one<{ id: string; staged: number; read: boolean; stage: number; status: string } | undefined>(
    'SELECT i.id, i.rows_staged AS staged, i.is_read AS read, i.stage_key AS stage, i.status FROM stat_import i JOIN stat_dataset d ON d.id = i.dataset_id WHERE d.slug = $1 ORDER BY i.started_at DESC LIMIT 1',
    [slug],
  )
const written = (slug: string) =>
  one<{ count: number; sum: number }>(
    `SELECT count(*)::int AS count, coalesce(sum(c.value), 0)::float8 AS sum FROM stat_cell c JOIN stat_series s ON s.id = c.series_id JOIN stat_dataset d ON d.id = s.dataset_id WHERE d.slug = $1`,
    [slug],
  )
const stages = async () =>
  (
    await one<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_tables WHERE schemaname = 'staging'`,
    )
  ).count
const asked = () => server.asked.filter((path) => path.includes('/Observations'))

beforeAll(async () => {
  client = new Client({ connectionString: database.url })
  await client.connect()
  codes = (
    await client.query<{ code: string }>(
      `SELECT code FROM region WHERE type = 'municipality' ORDER BY code`,
    )
  ).rows.map(({ code }) => code)
  const observations = codes.flatMap((code, at) =>
    Array.from({ length: YEARS }, (_, year) => ({
      Id: at * YEARS + year,
      Measure: 'M001',
      RegioS: code,
      Perioden: `${1990 + year}JJ00`,
      Value: at * 100 + year,
      StringValue: null,
      ValueAttribute: 'None',
    })),
  )
  table = {
    modified: '2026-01-01T02:00:00',
    dimensions: ['RegioS', 'Perioden'],
    measures: [{ Identifier: 'M001', Title: 'Werkzoekenden' }],
    periods: [],
    observations,
    pageSize: PAGE,
  }
  server = await startODataServer({ '99003NED': table })
  const cbs = {
    table: '99003NED',
    regionDimension: 'RegioS',
    periodDimension: 'Perioden',
    measures: { M001: { indicator: 'gwu-personen', title: 'Werkzoekenden', factor: 1 } },
    only: {},
  }
  const columns = {
    region: 'Gemeente',
    regionType: 'municipality',
    periodColumn: 'Maand',
    values: [{ column: 'Aantal', indicator: 'gwu-personen' }],
  }
  for (const [slug, kind, mapping] of [
    ['dood-cbs', 'cbs_odata', cbs],
    ['dood-bestand', 'file', columns],
  ] as const) {
    await client.query(
      `INSERT INTO stat_dataset (slug, title, kind, source_id, mapping, is_complete) SELECT $1, $1, $2, id, $3, true FROM statistical_source ORDER BY slug LIMIT 1`,
      [slug, kind, JSON.stringify(mapping)],
    )
  }
})

afterAll(async () => {
  await client.end()
  await server.stop()
  rmSync(folder, { recursive: true })
  await database.drop()
})

describe('an import of CBS that is killed', () => {
  it(
    'half-way reading goes on from its last page; half-way writing it writes again from what was read; nothing is lost or doubled',
    LONG,
    async () => {
      const total = table.observations.length
      const sum = table.observations.reduce((all, row) => all + Number(row.Value), 0)
      let reached = false
      server.breakOnce(/skip=4000/, () => {
        reached = true
      })
      const first = importer('--cbs', 'dood-cbs', '--write')
      await until(() => reached)
      await kill(first)
      expect(await open('dood-cbs')).toMatchObject({
        status: 'reading',
        staged: 4_000,
        read: false,
      })
      expect(await written('dood-cbs')).toEqual({ count: 0, sum: 0 })

      // The second run reads to the end and is killed while its rows are on their way into the table of figures.
      server.asked.length = 0
      await client.query('BEGIN')
      await client.query('LOCK TABLE stat_cell IN SHARE MODE')
      const second = importer('--cbs', 'dood-cbs', '--write')
      await until(
        async () =>
          (
            await one<{ waiting: boolean }>(
              `SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'stat_cell'::regclass) AS waiting`,
            )
          ).waiting,
      )
      await kill(second)
      await client.query('ROLLBACK')
      expect(asked()[0]).toContain('skip=4000')
      expect(asked()).toHaveLength(Math.ceil(total / PAGE) - 8)
      await until(
        async () =>
          !(
            await one<{ busy: boolean }>(
              `SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle') AS busy`,
            )
          ).busy,
      )
      expect(await open('dood-cbs')).toMatchObject({ status: 'reading', staged: total, read: true })
      expect(await written('dood-cbs')).toEqual({ count: 0, sum: 0 })

      server.asked.length = 0
      expect(await finish(importer('--cbs', 'dood-cbs', '--write'))).toContain(
        `${total} nieuw, 0 veranderd, 0 gelijk, 0 vervallen`,
      )
      expect(asked()).toEqual([])
      expect(await written('dood-cbs')).toEqual({ count: total, sum })
      expect(await open('dood-cbs')).toMatchObject({ status: 'done' })
      expect(await stages()).toBe(0)
    },
  )
})

describe('an import of a file that is killed', () => {
  it(
    'goes on after its last row when the same file is handed in again; nothing is lost or doubled',
    LONG,
    async () => {
      const months = Array.from(
        { length: 200 },
        (_, at) => `${1995 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
      )
      const lines = codes.flatMap((code, at) =>
        months.map((month, index) => `${code};${month};${at + index}`),
      )
      const wrong = [
        'GM9999;2020-01;7',
        ...lines.slice(0, 45_000),
        `${codes[0] ?? ''};2020-13;7`,
        ...lines.slice(45_000),
      ]
      writeFileSync(file, `Gemeente;Maand;Aantal\n${wrong.join('\n')}\n`)
      // The third step waits for a lock that we hold, so that it is killed in the middle of it.
      await client.query(
        `CREATE FUNCTION hold_third_step() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.pages = 3 THEN PERFORM pg_advisory_xact_lock(991); END IF; RETURN NEW; END $$`,
      )
      await client.query(
        'CREATE TRIGGER hold_third_step BEFORE UPDATE ON stat_import FOR EACH ROW EXECUTE FUNCTION hold_third_step()',
      )
      await client.query('SELECT pg_advisory_lock(991)')
      const first = importer('--into', 'dood-bestand', '--file', file, '--write')
      await until(
        async () =>
          (
            await one<{ waiting: boolean }>(
              `SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 991 AND NOT granted) AS waiting`,
            )
          ).waiting,
      )
      await kill(first)
      await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND wait_event_type = 'Lock'`,
      )
      await until(
        async () =>
          !(
            await one<{ busy: boolean }>(
              `SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle') AS busy`,
            )
          ).busy,
      )
      await client.query('DROP TRIGGER hold_third_step ON stat_import')
      await client.query('SELECT pg_advisory_unlock(991)')
      const cut = await open('dood-bestand')
      expect(cut).toMatchObject({ status: 'reading', staged: 40_000, read: false })
      expect(await written('dood-bestand')).toEqual({ count: 0, sum: 0 })

      const output = await finish(importer('--into', 'dood-bestand', '--file', file, '--write'))
      expect(output).toContain(
        `${lines.length + 2} rijen gelezen, 2 overgeslagen; ${lines.length} nieuw, 0 veranderd`,
      )
      expect(output).toMatch(
        /rij 2, Gemeente: regionUnknown GM9999\n\s+rij 45003, Maand: periodUnclear 2020-13/,
      )
      const sum = lines.reduce((all, line) => all + Number(line.split(';')[2]), 0)
      expect(await written('dood-bestand')).toEqual({ count: lines.length, sum })
      expect(await open('dood-bestand')).toMatchObject({
        id: cut?.id,
        status: 'done',
        staged: lines.length,
      })
      expect(await finish(importer('--into', 'dood-bestand', '--file', file, '--write'))).toContain(
        `0 nieuw, 0 veranderd, ${lines.length} gelijk`,
      )
      expect(await stages()).toBe(0)
    },
  )

  it('starts over when another file is handed in', LONG, async () => {
    await client.query(
      `INSERT INTO stat_import (id, dataset_id, status, trigger, label, fingerprint, next_page, pages, rows_staged) SELECT gen_random_uuid(), id, 'reading', 'command', 'oud.csv', 'anders', '20001', 1, 20000 FROM stat_dataset WHERE slug = 'dood-bestand'`,
    )
    writeFileSync(file, `Gemeente;Maand;Aantal\n${codes[0] ?? ''};1995-01;0\n`)
    expect(await finish(importer('--into', 'dood-bestand', '--file', file))).toContain(
      '1 rijen gelezen, 0 overgeslagen; 0 nieuw',
    )
    expect(await one(`SELECT status, problem FROM stat_import WHERE label = 'oud.csv'`)).toEqual({
      status: 'failed',
      problem: 'cutOff',
    })
    await client.query(`DELETE FROM stat_import WHERE label = 'oud.csv'`)
  })

  it('of several hundred thousand figures fits in a small heap', LONG, async () => {
    const months = Array.from(
      { length: 550 },
      (_, at) => `${1970 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    )
    const lines = codes.flatMap((code, at) =>
      months.map((month, index) => `${code};${month};${at + index}`),
    )
    writeFileSync(file, `Gemeente;Maand;Aantal\n${lines.join('\n')}\n`)
    const env = {
      ...process.env,
      DATABASE_URL: database.url,
      NODE_OPTIONS: '',
      CBS_ODATA_URL: server.remote.base,
      IMPORT_HOSTS: server.host,
    }
    const child = spawn(
      process.execPath,
      [
        '--max-old-space-size=96',
        '--conditions=react-server',
        '--import',
        'tsx',
        'scripts/stats-import.ts',
        '--into',
        'dood-bestand',
        '--file',
        file,
      ],
      { env, stdio: 'pipe' },
    )
    const output = await finish(child)
    expect(output).toContain(`checked`)
    expect(output).toContain(`${lines.length} rijen gelezen, 0 overgeslagen`)
  })
})
