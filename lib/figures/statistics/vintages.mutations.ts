import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import { withBulkClient } from '@/lib/base/db/bulk'
import type { Transaction } from '@/lib/base/db/db'
import { MIN_SHARE_LEFT, WriteRefused } from './rules'
import type { WriteCounts } from './types'
import { stageTable } from './mutations'

/** A revised figure counts as final. */
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
    FROM stat_cell c
    JOIN stat_series r ON r.id = c.series_id AND r.dataset_id = ${datasetId}
    LEFT JOIN ${Prisma.raw(stage)} s ON s.series_id = c.series_id AND s.period = c.period
    WHERE c.vintage_to = 'infinity'`)
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
      SELECT
        count(*) FILTER (
          WHERE c.series_id IS NULL
        )::int AS added,
        count(*) FILTER (
          WHERE ${SAME}
            AND c.series_id IS NOT NULL
        )::int AS unchanged,
        count(*) FILTER (
          WHERE c.series_id IS NOT NULL
            AND NOT (${SAME})
        )::int AS revised
      FROM ${stage} s
        LEFT JOIN stat_cell c ON ${IN_FORCE}
    `),
  )
  const withdrawn = dataset.isComplete ? (await countGone(client, stage, dataset.id)).gone : 0
  return {
    added: row?.added ?? 0,
    revised: row?.revised ?? 0,
    unchanged: row?.unchanged ?? 0,
    withdrawn,
  }
}

async function withdrawGone(
  tx: Transaction,
  stage: string,
  datasetId: number,
  at: Date,
): Promise<number> {
  const { gone, held } = await countGone(tx, stage, datasetId)
  if (gone > held * (1 - MIN_SHARE_LEFT)) throw new WriteRefused('moreThanHalfGone')
  if (gone === 0) return 0
  return tx.$executeRaw(Prisma.sql`
    UPDATE stat_cell c
    SET vintage_to = ${at}::timestamptz
    FROM stat_series r
    WHERE r.id = c.series_id
      AND r.dataset_id = ${datasetId}
      AND c.vintage_to = 'infinity'
      AND NOT EXISTS (
        SELECT 1
        FROM ${Prisma.raw(stage)} s
        WHERE s.series_id = c.series_id AND s.period = c.period
      )`)
}

const closeChanged = (tx: Transaction, stage: string, at: Date) =>
  tx.$executeRaw(Prisma.sql`
    UPDATE stat_cell c
    SET vintage_to = ${at}::timestamptz
    FROM ${Prisma.raw(stage)} s
    WHERE ${Prisma.raw(`${IN_FORCE} AND NOT (${SAME})`)}`)

const insertChanged = (tx: Transaction, stage: string, at: Date) =>
  tx.$executeRaw(Prisma.sql`
    INSERT INTO stat_cell (series_id, period, value, status, attribute, vintage_from)
    SELECT s.series_id, s.period, s.value,
      CASE
        WHEN o.series_id IS NOT NULL AND o.status <> 'provisional'
          AND coalesce(s.status, 'final') = 'final'
        THEN 'revised'
        ELSE coalesce(s.status, 'final')
      END::observation_status,
      s.attribute, ${at}::timestamptz
    FROM ${Prisma.raw(stage)} s
    LEFT JOIN stat_cell c ON ${Prisma.raw(IN_FORCE)}
    LEFT JOIN stat_cell o ON o.series_id = s.series_id
      AND o.period = s.period
      AND o.vintage_to = ${at}::timestamptz
    WHERE c.series_id IS NULL`)

const insertAll = (tx: Transaction, stage: string, at: Date) =>
  tx.$executeRaw(Prisma.sql`
    INSERT INTO stat_cell (series_id, period, value, status, attribute, vintage_from)
    SELECT series_id, period, value, coalesce(status, 'final'), attribute, ${at}::timestamptz
    FROM ${Prisma.raw(stage)}`)

/** Writes the staged rows as one vintage. Throws INVALID when more than half is gone. */
export async function writeStage(
  tx: Transaction,
  dataset: { id: number; isComplete: boolean },
  stageKey: number,
  at: Date,
): Promise<WriteCounts> {
  const stage = stageTable(stageKey)
  await tx.$executeRaw(Prisma.raw(`ANALYZE ${stage}`))
  const [counted] = await tx.$queryRaw<{ rows: number; before: boolean }[]>(Prisma.sql`
    SELECT count(*)::int AS rows,
      EXISTS (
        SELECT 1
        FROM stat_cell c
        JOIN stat_series r ON r.id = c.series_id
        WHERE r.dataset_id = ${dataset.id}
      ) AS before
    FROM ${Prisma.raw(stage)}`)
  const { rows, before } = counted ?? { rows: 0, before: true }
  if (!before) {
    const added = await insertAll(tx, stage, at)
    return { added, revised: 0, unchanged: rows - added, withdrawn: 0 }
  }
  const withdrawn = dataset.isComplete ? await withdrawGone(tx, stage, dataset.id, at) : 0
  const revised = await closeChanged(tx, stage, at)
  const inserted = await insertChanged(tx, stage, at)
  return { added: inserted - revised, revised, unchanged: rows - inserted, withdrawn }
}

const TIDY_FROM = 50_000

/** Vacuums and analyses after a large load, so that no query gets a plan for a small table. */
export async function tidyFigures({ added, revised, withdrawn }: WriteCounts): Promise<void> {
  if (added + revised + withdrawn < TIDY_FROM) return
  await withBulkClient(async (client) => {
    await client.query('VACUUM (ANALYZE) stat_series, stat_cell')
  })
}

const LINKS = `
  region_link l
  JOIN region m ON m.id = l.child_id
  AND m.type = 'municipality'
  JOIN region p ON p.id = l.parent_id
  AND p.type IN ('labour_market', 'province')
`

/** Adds up municipalities to larger regions by year. Counts only; never an incomplete sum. */
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
    SELECT DISTINCT ${rollup.id}::int, b.indicator_id, l.parent_id, b.breakdown
    FROM stat_series b
      JOIN indicator i ON i.id = b.indicator_id
      AND i.additive
      JOIN (
        SELECT l.child_id, l.parent_id
        FROM ${links}
      ) l ON l.child_id = b.region_id
    WHERE b.dataset_id = ${rollup.baseId}
    ON CONFLICT DO NOTHING
  `)
  await tx.$executeRaw(Prisma.sql`
    WITH link AS (
      SELECT l.child_id, l.parent_id, l.valid_from_year AS from_year,
        coalesce(l.valid_to_year, 9999) AS to_year
      FROM ${links}
    ), part AS (
      SELECT t.id AS series_id, c.period, link.parent_id, c.value, c.status
      FROM stat_series b
      JOIN stat_cell c ON c.series_id = b.id AND c.vintage_to = 'infinity'
      JOIN link ON link.child_id = b.region_id
        AND c.period / 1000 BETWEEN link.from_year AND link.to_year
      JOIN stat_series t ON t.dataset_id = ${rollup.id}
        AND t.indicator_id = b.indicator_id
        AND t.region_id = link.parent_id
        AND t.breakdown = b.breakdown
      WHERE b.dataset_id = ${rollup.baseId}
    ), total AS (
      SELECT series_id, period, parent_id, sum(value) AS value, count(value) AS found,
        bool_or(status = 'provisional') AS provisional
      FROM part
      GROUP BY 1, 2, 3
    ), year AS (
      SELECT DISTINCT period / 1000 AS year
      FROM total
    ), expected AS (
      SELECT link.parent_id, year.year, count(*) AS members
      FROM link
      JOIN year ON year.year BETWEEN link.from_year AND link.to_year
      GROUP BY 1, 2
    ) INSERT INTO ${stage} (series_id, period, value, status, attribute)
    SELECT t.series_id, t.period, CASE WHEN t.found = e.members THEN t.value END,
      CASE WHEN t.provisional THEN 'provisional' ELSE 'final' END::observation_status,
      CASE WHEN t.found = e.members THEN NULL ELSE 'Incomplete' END
    FROM total t
    JOIN expected e ON e.parent_id = t.parent_id AND e.year = t.period / 1000`)
  return writeStage(tx, { id: rollup.id, isComplete: true }, stageKey, at)
}
