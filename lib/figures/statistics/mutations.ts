import 'server-only'
import type { Client } from 'pg'
import { Prisma } from '@/generated/prisma/client'
import { copyLines, copyValue, withBulkClient } from '@/lib/base/db/bulk'
import type { Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { MIN_SHARE_LEFT } from './rules'
import type { StagedFigure, WriteCounts } from './types'

const SERIES_BATCH = 5_000
/** Above this number the book starts again, so that millions of series do not fill the memory. */
const SERIES_KEPT = 100_000

/** The table in which the rows of one import wait. Unlogged: after a crash of the server it is empty, and the import starts over. */
export const stageTable = (stageKey: number) => `staging.import_${Math.trunc(stageKey)}`

/** Makes the waiting room of an import, empty. */
export async function openStage(client: Client, stageKey: number): Promise<void> {
  const table = stageTable(stageKey)
  await client.query(`DROP TABLE IF EXISTS ${table}`)
  await client.query(
    `CREATE UNLOGGED TABLE ${table} (series_id integer NOT NULL, period integer NOT NULL, value numeric(18,4), status observation_status, attribute text, row_number integer)`,
  )
}

/** Takes the waiting room away, when there is one. */
export async function dropStage(tx: Transaction, stageKey: number): Promise<void> {
  await tx.$executeRaw(Prisma.raw(`DROP TABLE IF EXISTS ${stageTable(stageKey)}`))
}

/** Rows that wait; null when the table is gone. */
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

/** Finds the series of figures and makes the ones that are not there; remembers the ones it met last. */
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
      `INSERT INTO stat_series (dataset_id, indicator_id, region_id, breakdown)
       SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::text[]) ON CONFLICT DO NOTHING`,
      values,
    )
    const found = await this.client.query<{
      id: number
      indicator_id: string
      region_id: string
      breakdown: string
    }>(
      `SELECT s.id, s.indicator_id, s.region_id, s.breakdown FROM stat_series s
       JOIN unnest($2::uuid[], $3::uuid[], $4::text[]) w (i, r, b) ON s.indicator_id = w.i AND s.region_id = w.r AND s.breakdown = w.b WHERE s.dataset_id = $1`,
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

/** Puts figures in the waiting room. The caller holds the transaction in which it also writes how far it came. */
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

/** Takes the rows of a file out that tell a figure again which an earlier row told; gives their numbers. */
export async function removeDuplicates(
  client: Client,
  stageKey: number,
): Promise<{ rows: number[]; figures: number }> {
  const stage = stageTable(stageKey)
  const { rows } = await client.query<{ row_number: number; figures: number }>(
    `WITH later AS (SELECT DISTINCT row_number FROM (SELECT row_number, row_number() OVER (PARTITION BY series_id, period ORDER BY row_number) AS turn FROM ${stage}) t WHERE turn > 1),
     gone AS (DELETE FROM ${stage} s USING later l WHERE s.row_number = l.row_number RETURNING s.row_number)
     SELECT row_number, count(*)::int AS figures FROM gone GROUP BY row_number ORDER BY row_number`,
  )
  return {
    rows: rows.map(({ row_number: row }) => row),
    figures: rows.reduce((sum, { figures }) => sum + figures, 0),
  }
}

/** Same figure: value and reason are equal, and the status as far as the source tells. A revised figure counts as final. */
const SAME = `c.value IS NOT DISTINCT FROM s.value AND c.attribute IS NOT DISTINCT FROM s.attribute
  AND (s.status IS NULL OR s.status = c.status OR (s.status IN ('final', 'revised') AND c.status IN ('final', 'revised')))`
const IN_FORCE = `c.series_id = s.series_id AND c.period = s.period AND c.vintage_to = 'infinity'`

async function countGone(
  tx: Transaction,
  stage: string,
  datasetId: number,
): Promise<{ gone: number; held: number }> {
  const [row] = await tx.$queryRaw<{ gone: number; held: number }[]>(Prisma.sql`
    SELECT count(*) FILTER (WHERE s.series_id IS NULL)::int AS gone, count(*)::int AS held
    FROM stat_cell c JOIN stat_series r ON r.id = c.series_id AND r.dataset_id = ${datasetId}
    LEFT JOIN ${Prisma.raw(stage)} s ON s.series_id = c.series_id AND s.period = c.period WHERE c.vintage_to = 'infinity'`)
  return row ?? { gone: 0, held: 0 }
}

/** What writing would do, without writing. */
export async function compareStage(
  dataset: { id: number; isComplete: boolean },
  stageKey: number,
  client: Transaction,
): Promise<WriteCounts> {
  const stage = stageTable(stageKey)
  const [row] = await client.$queryRaw<{ added: number; revised: number; unchanged: number }[]>(
    Prisma.raw(`
    SELECT count(*) FILTER (WHERE c.series_id IS NULL)::int AS added, count(*) FILTER (WHERE ${SAME} AND c.series_id IS NOT NULL)::int AS unchanged,
      count(*) FILTER (WHERE c.series_id IS NOT NULL AND NOT (${SAME}))::int AS revised
    FROM ${stage} s LEFT JOIN stat_cell c ON ${IN_FORCE}`),
  )
  const withdrawn = dataset.isComplete ? (await countGone(client, stage, dataset.id)).gone : 0
  return {
    added: row?.added ?? 0,
    revised: row?.revised ?? 0,
    unchanged: row?.unchanged ?? 0,
    withdrawn,
  }
}

/**
 * Writes what waits, as one vintage: a figure that changed closes the old one, a figure that is the same costs nothing.
 * With a complete dataset, what is no longer there is withdrawn. Throws INVALID when more than half of it is gone.
 */
export async function writeStage(
  tx: Transaction,
  dataset: { id: number; isComplete: boolean },
  stageKey: number,
  at: Date,
): Promise<WriteCounts> {
  const stage = stageTable(stageKey)
  await tx.$executeRaw(Prisma.raw(`ANALYZE ${stage}`))
  const [counted] = await tx.$queryRaw<
    { rows: number; before: boolean }[]
  >(Prisma.sql`SELECT count(*)::int AS rows,
    EXISTS (SELECT 1 FROM stat_cell c JOIN stat_series r ON r.id = c.series_id WHERE r.dataset_id = ${dataset.id}) AS before FROM ${Prisma.raw(stage)}`)
  const { rows, before } = counted ?? { rows: 0, before: true }
  let withdrawn = 0
  let revised = 0
  if (before) {
    if (dataset.isComplete) {
      const { gone, held } = await countGone(tx, stage, dataset.id)
      if (gone > held * (1 - MIN_SHARE_LEFT)) throw new AppError('INVALID', 'moreThanHalfGone')
      withdrawn =
        gone === 0
          ? 0
          : await tx.$executeRaw(Prisma.sql`
        UPDATE stat_cell c SET vintage_to = ${at}::timestamptz FROM stat_series r WHERE r.id = c.series_id AND r.dataset_id = ${dataset.id} AND c.vintage_to = 'infinity'
        AND NOT EXISTS (SELECT 1 FROM ${Prisma.raw(stage)} s WHERE s.series_id = c.series_id AND s.period = c.period)`)
    }
    revised = await tx.$executeRaw(
      Prisma.sql`UPDATE stat_cell c SET vintage_to = ${at}::timestamptz FROM ${Prisma.raw(stage)} s WHERE ${Prisma.raw(`${IN_FORCE} AND NOT (${SAME})`)}`,
    )
  }
  const inserted = before
    ? await tx.$executeRaw(Prisma.sql`
        INSERT INTO stat_cell (series_id, period, value, status, attribute, vintage_from)
        SELECT s.series_id, s.period, s.value, CASE WHEN o.series_id IS NOT NULL AND o.status <> 'provisional' AND coalesce(s.status, 'final') = 'final' THEN 'revised' ELSE coalesce(s.status, 'final') END::observation_status,
          s.attribute, ${at}::timestamptz
        FROM ${Prisma.raw(stage)} s LEFT JOIN stat_cell c ON ${Prisma.raw(IN_FORCE)}
        LEFT JOIN stat_cell o ON o.series_id = s.series_id AND o.period = s.period AND o.vintage_to = ${at}::timestamptz
        WHERE c.series_id IS NULL`)
    : await tx.$executeRaw(Prisma.sql`
        INSERT INTO stat_cell (series_id, period, value, status, attribute, vintage_from)
        SELECT series_id, period, value, coalesce(status, 'final'), attribute, ${at}::timestamptz FROM ${Prisma.raw(stage)}`)
  return { added: inserted - revised, revised, unchanged: rows - inserted, withdrawn }
}

/** From this many changed figures on, the table is tidied right after them. */
const TIDY_FROM = 50_000

/**
 * Tidies the table of figures after a large load and counts anew what is in it. Without it the first readers do that work,
 * and queries are planned for a table that was small.
 */
export async function tidyFigures({ added, revised, withdrawn }: WriteCounts): Promise<void> {
  if (added + revised + withdrawn < TIDY_FROM) return
  await withBulkClient(async (client) => {
    await client.query('VACUUM (ANALYZE) stat_series, stat_cell')
  })
}

/** Municipalities with the larger regions they lay in, in the years that this was so. */
const LINKS = `region_link l JOIN region m ON m.id = l.child_id AND m.type = 'municipality' JOIN region p ON p.id = l.parent_id AND p.type IN ('labour_market', 'province')`

/**
 * Adds up the municipalities of a dataset to labour-market regions and provinces, by the mapping of each year. Only
 * counts are added; a sum with a municipality missing is no figure but says so.
 */
export async function writeRollup(
  tx: Transaction,
  rollup: { id: number; baseId: number },
  stageKey: number,
  at: Date,
): Promise<WriteCounts> {
  const stage = Prisma.raw(stageTable(stageKey))
  const links = Prisma.raw(LINKS)
  await tx.$executeRaw(Prisma.sql`TRUNCATE ${stage}`)
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO stat_series (dataset_id, indicator_id, region_id, breakdown)
    SELECT DISTINCT ${rollup.id}::int, b.indicator_id, l.parent_id, b.breakdown FROM stat_series b
    JOIN indicator i ON i.id = b.indicator_id AND i.additive JOIN (SELECT l.child_id, l.parent_id FROM ${links}) l ON l.child_id = b.region_id
    WHERE b.dataset_id = ${rollup.baseId} ON CONFLICT DO NOTHING`)
  await tx.$executeRaw(Prisma.sql`
    WITH link AS (SELECT l.child_id, l.parent_id, l.valid_from_year AS from_year, coalesce(l.valid_to_year, 9999) AS to_year FROM ${links}),
    part AS (
      SELECT t.id AS series_id, c.period, link.parent_id, c.value, c.status FROM stat_series b
      JOIN stat_cell c ON c.series_id = b.id AND c.vintage_to = 'infinity'
      JOIN link ON link.child_id = b.region_id AND c.period / 1000 BETWEEN link.from_year AND link.to_year
      JOIN stat_series t ON t.dataset_id = ${rollup.id} AND t.indicator_id = b.indicator_id AND t.region_id = link.parent_id AND t.breakdown = b.breakdown
      WHERE b.dataset_id = ${rollup.baseId}),
    total AS (SELECT series_id, period, parent_id, sum(value) AS value, count(value) AS found, bool_or(status = 'provisional') AS provisional FROM part GROUP BY 1, 2, 3),
    year AS (SELECT DISTINCT period / 1000 AS year FROM total),
    expected AS (SELECT link.parent_id, year.year, count(*) AS members FROM link JOIN year ON year.year BETWEEN link.from_year AND link.to_year GROUP BY 1, 2)
    INSERT INTO ${stage} (series_id, period, value, status, attribute)
    SELECT t.series_id, t.period, CASE WHEN t.found = e.members THEN t.value END, CASE WHEN t.provisional THEN 'provisional' ELSE 'final' END::observation_status,
      CASE WHEN t.found = e.members THEN NULL ELSE 'Incomplete' END
    FROM total t JOIN expected e ON e.parent_id = t.parent_id AND e.year = t.period / 1000`)
  return writeStage(tx, { id: rollup.id, isComplete: true }, stageKey, at)
}
