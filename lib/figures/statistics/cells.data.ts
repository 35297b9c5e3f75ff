import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { ObservationStatus, RegionType } from '@/generated/prisma/enums'
import { db } from '@/lib/base/db/db'
import type { Span } from './rules'

/** Every municipality in a dozen periods; beyond that the oldest periods drop out. */
export const FIGURE_LIMIT = 5_000

export interface CellRow {
  datasetId: number
  baseId: number | null
  regionId: string
  code: string
  type: RegionType
  name: string
  slug: string
  breakdown: string
  period: number
  value: number | null
  status: ObservationStatus
  attribute: string | null
  since: Date
  until: Date | null
}

export interface SeenFilter {
  slug: string
  at: Date
  regionType?: RegionType | undefined
  span?: Span | undefined
  regions?: readonly string[] | undefined
  periods?: readonly number[] | undefined
  datasetId?: number | undefined
  skip?: number
  take?: number
}

/** The figures of an indicator at a moment. The single place that reads them. */
export async function listSeenCells({
  slug,
  at,
  regionType,
  regions,
  periods,
  datasetId,
  skip = 0,
  take = FIGURE_LIMIT,
}: SeenFilter): Promise<CellRow[]> {
  // Series are sorted before the cells are looked up, so that reading stops at the end of the page.
  return db.$queryRaw<CellRow[]>(Prisma.sql`
    SELECT
      s."datasetId", s."baseId", s."regionId", s.code, s.type, s.name, s.slug, s.breakdown,
      c.period, c.value::float8 AS value, c.status::text AS status, c.attribute,
      c.vintage_from AS since,
      CASE
        WHEN c.vintage_to < 'infinity' THEN c.vintage_to
      END AS until
    FROM (
        SELECT
          s.id, s.dataset_id AS "datasetId", d.base_id AS "baseId", r.id AS "regionId",
          r.code, r.type::text AS type, r.name, r.slug, s.breakdown
        FROM indicator i
          JOIN stat_series s ON s.indicator_id = i.id
          JOIN stat_dataset d ON d.id = s.dataset_id
          JOIN region r ON r.id = s.region_id
        WHERE i.slug = ${slug} ${regionType === undefined ? Prisma.empty : Prisma.sql`AND r.type = ${regionType}::region_type`} ${inRegions(regions)} ${datasetId === undefined ? Prisma.empty : Prisma.sql`AND s.dataset_id = ${datasetId}`}
        ORDER BY s.dataset_id, r.code, s.breakdown
      ) s
      CROSS JOIN LATERAL ${cellsOf(at, periods)} c
    ORDER BY s."datasetId", s.code, s.breakdown, c.period
    LIMIT ${take}
    OFFSET ${skip}
  `)
}

const inRegions = (regions: readonly string[] | undefined) =>
  regions === undefined
    ? Prisma.empty
    : Prisma.sql`
      AND s.region_id IN (
        SELECT id
        FROM region
        WHERE code = ANY (${[...regions]}::text[])
          OR slug = ANY (${[...regions]}::text[])
      )
    `
/** OFFSET 0 forces a lookup per series by index: the planner would scan the whole table. */
const cellsOf = (at: Date, periods: readonly number[] | undefined) => Prisma.sql`
  (
    SELECT c.*
    FROM stat_cell c
    WHERE c.series_id = s.id
      AND c.vintage_from <= ${at}::timestamptz
      AND c.vintage_to > ${at}::timestamptz ${periods === undefined ? Prisma.empty : Prisma.sql`AND c.period = ANY(${[...periods]}::int[])`}
    OFFSET 0
  )
`

/** How many figures there were, counted up to `limit`: an exact count of millions helps nobody. */
export async function countSeenCells(
  { slug, at, regions, periods }: SeenFilter,
  limit: number,
): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count
    FROM (
      SELECT
      FROM indicator i
      JOIN stat_series s ON s.indicator_id = i.id
      CROSS JOIN LATERAL ${cellsOf(at, periods)} c
      WHERE i.slug = ${slug} ${inRegions(regions)}
      LIMIT ${limit}
    ) f`)
  return row?.count ?? 0
}
