import 'server-only'
import type { Client } from 'pg'
import { Prisma } from '@/generated/prisma/client'
import { copyLines, copyValue } from '@/lib/base/db/bulk'
import type { Transaction } from '@/lib/base/db/db'
import type { StagedFigure } from './types'

const SERIES_BATCH = 5_000
/** The registry is cleared at this size, so that millions of series do not fill the memory. */
const SERIES_KEPT = 100_000

/** The staging table of one import. Unlogged: empty after a crash, and the import starts over. */
export const stageTable = (stageKey: number) => `staging.import_${Math.trunc(stageKey)}`

/** Creates an empty staging table. */
export async function openStage(client: Client, stageKey: number): Promise<void> {
  const table = stageTable(stageKey)
  await client.query(`DROP TABLE IF EXISTS ${table}`)
  await client.query(
    `
    CREATE UNLOGGED TABLE ${table} (
      series_id integer NOT NULL, period integer NOT NULL, value numeric(18, 4),
      status observation_status, attribute text, row_number integer
    )
  `,
  )
}

/** Drops the staging table, if any. */
export async function dropStage(tx: Transaction, stageKey: number): Promise<void> {
  await tx.$executeRaw(Prisma.raw(`DROP TABLE IF EXISTS ${stageTable(stageKey)}`))
}

/** Staged rows; null when the table is gone. */
export async function countStaged(client: Client, stageKey: number): Promise<number | null> {
  const {
    rows: [found],
  } = await client.query<{ there: string | null }>('SELECT to_regclass($1)::text AS there', [
    stageTable(stageKey),
  ])
  if (!found?.there) return null
  const {
    rows: [counted],
  } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${stageTable(stageKey)}`,
  )
  return counted?.count ?? null
}

/** Finds or creates series and caches the latest ones. */
export class SeriesRegistry {
  private readonly known = new Map<string, number>()
  private readonly client: Client
  private readonly datasetId: number

  constructor(client: Client, datasetId: number) {
    this.client = client
    this.datasetId = datasetId
  }

  static key = (row: Pick<StagedFigure, 'indicatorId' | 'regionId' | 'breakdown'>) =>
    `${row.indicatorId}|${row.regionId}|${row.breakdown}`

  async learn(rows: readonly StagedFigure[]): Promise<void> {
    if (this.known.size > SERIES_KEPT) this.known.clear()
    const missing = new Map(
      rows
        .filter((row) => !this.known.has(SeriesRegistry.key(row)))
        .map((row) => [SeriesRegistry.key(row), row]),
    )
    const list = [...missing.values()]
    for (let at = 0; at < list.length; at += SERIES_BATCH)
      await this.make(list.slice(at, at + SERIES_BATCH))
  }

  private async make(rows: readonly StagedFigure[]): Promise<void> {
    const values = [
      this.datasetId,
      rows.map((row) => row.indicatorId),
      rows.map((row) => row.regionId),
      rows.map((row) => row.breakdown),
    ]
    await this.client.query(
      `
      INSERT INTO stat_series (dataset_id, indicator_id, region_id, breakdown)
      SELECT $1, *
      FROM unnest($2::uuid[], $3::uuid[], $4::text[])
      ON CONFLICT DO NOTHING
    `,
      values,
    )
    const found = await this.client.query<{
      id: number
      indicator_id: string
      region_id: string
      breakdown: string
    }>(
      `
      SELECT s.id, s.indicator_id, s.region_id, s.breakdown
      FROM stat_series s
        JOIN unnest($2::uuid[], $3::uuid[], $4::text[]) w (i, r, b) ON s.indicator_id = w.i
        AND s.region_id = w.r
        AND s.breakdown = w.b
      WHERE s.dataset_id = $1
    `,
      values,
    )
    for (const row of found.rows)
      this.known.set(`${row.indicator_id}|${row.region_id}|${row.breakdown}`, row.id)
  }

  idOf(row: StagedFigure): number {
    const id = this.known.get(SeriesRegistry.key(row))
    if (id === undefined) throw new Error('a series was not made')
    return id
  }
}

/** Stages figures. The caller's transaction also writes the progress. */
export async function stageFigures(
  client: Client,
  stageKey: number,
  book: SeriesRegistry,
  rows: readonly StagedFigure[],
): Promise<void> {
  await book.learn(rows)
  function* lines() {
    for (const row of rows)
      yield `${book.idOf(row)}\t${row.period}\t${copyValue(row.value)}\t${copyValue(row.status)}\t${copyValue(row.attribute)}\t${copyValue(row.row ?? null)}`
  }
  await copyLines(
    client,
    `${stageTable(stageKey)} (series_id, period, value, status, attribute, row_number)`,
    lines(),
  )
}

/** Removes the rows of a file that repeat an earlier one; returns their numbers. */
export async function removeDuplicates(
  client: Client,
  stageKey: number,
): Promise<{ rows: number[]; figures: number }> {
  const stage = stageTable(stageKey)
  const { rows } = await client.query<{ row_number: number; figures: number }>(
    `
    WITH
      later AS (
        SELECT DISTINCT row_number
        FROM (
            SELECT
              row_number,
              row_number() OVER (
                PARTITION BY
                  series_id, period
                ORDER BY row_number
              ) AS turn
            FROM ${stage}
          ) t
        WHERE turn > 1
      ),
      gone AS (
        DELETE FROM ${stage} s USING later l
        WHERE s.row_number = l.row_number
        RETURNING s.row_number
      )
    SELECT row_number, count(*)::int AS figures
    FROM gone
    GROUP BY row_number
    ORDER BY row_number
  `,
  )
  return {
    rows: rows.map(({ row_number: row }) => row),
    figures: rows.reduce((sum, { figures }) => sum + figures, 0),
  }
}
