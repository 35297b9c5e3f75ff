/** The importer in a process of its own that is really killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { createTestDatabase, type TestDatabase } from './database'
import { type FakeTable, startODataServer } from './odata-server'

export const LONG = { timeout: 120_000 }
export const PAGE = 500
const YEARS = 30

function tableOf(codes: readonly string[]): FakeTable {
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
  return {
    modified: '2026-01-01T02:00:00',
    dimensions: ['RegioS', 'Perioden'],
    measures: [{ Identifier: 'M001', Title: 'Werkzoekenden' }],
    periods: [],
    observations,
    pageSize: PAGE,
  }
}

const DATASETS = [
  [
    'dood-cbs',
    'cbs_odata',
    {
      table: '99003NED',
      regionDimension: 'RegioS',
      periodDimension: 'Perioden',
      measures: { M001: { indicator: 'gwu-personen', title: 'Werkzoekenden', factor: 1 } },
      only: {},
    },
  ],
  [
    'dood-bestand',
    'file',
    {
      region: 'Gemeente',
      regionType: 'municipality',
      periodColumn: 'Maand',
      values: [{ column: 'Aantal', indicator: 'gwu-personen' }],
    },
  ],
] as const

export interface ImporterWorld {
  database: TestDatabase
  client: Client
  server: Awaited<ReturnType<typeof startODataServer>>
  table: FakeTable
  codes: string[]
}

export async function startImporterWorld(): Promise<ImporterWorld> {
  const database = await createTestDatabase({ seeded: true })
  const client = new Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query<{ code: string }>(
    `SELECT code FROM region WHERE type = 'municipality' ORDER BY code`,
  )
  const codes = rows.map(({ code }) => code)
  const table = tableOf(codes)
  const server = await startODataServer({ '99003NED': table })
  for (const [slug, kind, mapping] of DATASETS)
    await client.query(
      `INSERT INTO stat_dataset (slug, title, kind, source_id, mapping, is_complete)
      SELECT $1, $1, $2, id, $3, true
      FROM statistical_source
      ORDER BY slug
      LIMIT 1`,
      [slug, kind, JSON.stringify(mapping)],
    )
  return { database, client, server, table, codes }
}

export async function stopImporterWorld({ database, client, server }: ImporterWorld) {
  await client.end()
  await server.stop()
  await database.drop()
}

export function startImporter(
  { database, server }: ImporterWorld,
  args: readonly string[],
  nodeOptions: readonly string[] = [],
): ChildProcess {
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    NODE_OPTIONS: '',
    CBS_ODATA_URL: server.remote.base,
    IMPORT_HOSTS: server.host,
  }
  return spawn(
    process.execPath,
    [
      ...nodeOptions,
      '--conditions=react-server',
      '--import',
      'tsx',
      'scripts/stats-import.ts',
      ...args,
    ],
    { env, stdio: 'pipe' },
  )
}

export async function finish(child: ChildProcess): Promise<string> {
  const parts: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => parts.push(part.toString()))
  await once(child, 'close')
  return parts.join('')
}

export async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
  if (child.signalCode !== 'SIGKILL') throw new Error('it ended before it was killed')
}

export async function until(what: () => Promise<boolean> | boolean): Promise<void> {
  for (let turn = 0; turn < 2_000; turn += 1) {
    if (await what()) return
    await wait(20)
  }
  throw new Error('it did not come so far')
}

interface OpenImport {
  id: string
  staged: number
  read: boolean
  stage: number
  status: string
}

export function importsIn(client: Client) {
  const one = async <Row>(sql: string, values: unknown[] = []) =>
    (await client.query(sql, values)).rows[0] as Row
  return {
    one,
    open: (slug: string) =>
      one<OpenImport | undefined>(
        `SELECT i.id, i.rows_staged AS staged, i.is_read AS read, i.stage_key AS stage, i.status
        FROM stat_import i
        JOIN stat_dataset d ON d.id = i.dataset_id
        WHERE d.slug = $1
        ORDER BY i.started_at DESC
        LIMIT 1`,
        [slug],
      ),
    written: (slug: string) =>
      one<{ count: number; sum: number }>(
        `SELECT count(*)::int AS count, coalesce(sum(c.value), 0)::float8 AS sum
        FROM stat_cell c
        JOIN stat_series s ON s.id = c.series_id
        JOIN stat_dataset d ON d.id = s.dataset_id
        WHERE d.slug = $1`,
        [slug],
      ),
    stages: async () =>
      (
        await one<{ count: number }>(
          `SELECT count(*)::int AS count FROM pg_tables WHERE schemaname = 'staging'`,
        )
      ).count,
  }
}
