import 'server-only'
import { MIN_COUNT_TO_SHOW, MIN_PEOPLE_TO_SHOW } from '@/lib/knowledge/evidence/disclosure.rules'
import { evidenceCountsSchema } from '@/lib/knowledge/evidence/schema'
import { DIRECTION } from '@/lib/knowledge/search/data'
import { z } from 'zod'
import { db } from '@/lib/base/db/db'
import type { MatrixCell } from './types'

const cellSchema = z.object({
  group: z.string(),
  instrument: z.string(),
  initiatives: z.number(),
  reached: z.number().nullable(),
  reachKnown: z.number(),
  evidence: evidenceCountsSchema,
  median: z.number().nullable(),
  judged: z.number(),
  adoptions: z.number(),
}) satisfies z.ZodType<MatrixCell>

/** The non-empty cells; an empty slug is "none named". `criterion` is 1-based. */
export async function listMatrixCells(
  groups: readonly string[],
  instruments: readonly string[],
  criterion: number,
): Promise<MatrixCell[]> {
  const rows = await db.$queryRaw`
    WITH placed AS (
    SELECT
      g.slug AS "group", i.slug AS instrument, m.reach_started AS reached,
      s.evidence_rank AS rank, ${DIRECTION} AS direction,
      s.medians[${criterion}::int]::float8 AS median, s.adoptions
    FROM initiative_search s
      JOIN LATERAL (
        SELECT unnest(s.target_groups) AS slug
        UNION ALL
        SELECT ''
        WHERE cardinality(s.target_groups) = 0
      ) g ON g.slug = ANY (${[...groups]}::text[])
      JOIN LATERAL (
        SELECT unnest(s.instruments) AS slug
        UNION ALL
        SELECT ''
        WHERE cardinality(s.instruments) = 0
      ) i ON i.slug = ANY (${[...instruments]}::text[])
      LEFT JOIN policy_monitor m ON m.initiative_id = s.initiative_id
      AND m.reach_started >= ${MIN_PEOPLE_TO_SHOW}
      AND NOT (
        coalesce(m.reach_invited, 0) >= ${MIN_PEOPLE_TO_SHOW}
        AND m.reach_invited - m.reach_started BETWEEN 1 AND ${MIN_COUNT_TO_SHOW - 1}
      )
    ), spread AS (
      SELECT "group", instrument,
        jsonb_agg(
          jsonb_build_object('rank', rank, 'direction', direction, 'count', count)
          ORDER BY rank, direction
        ) AS evidence
      FROM (
        SELECT "group", instrument, rank, direction, count(*)::int AS count
        FROM placed
        GROUP BY "group", instrument, rank, direction
      ) c
      GROUP BY "group", instrument
    ), cell AS (
      SELECT "group", instrument, count(*)::int AS initiatives, sum(reached)::float8 AS reached,
        count(reached)::int AS "reachKnown",
        percentile_cont(0.5) WITHIN GROUP (ORDER BY median) AS median,
        count(median)::int AS judged, sum(adoptions)::int AS adoptions
      FROM placed
      GROUP BY "group", instrument
    )
    SELECT cell.*, spread.evidence
    FROM cell
    JOIN spread USING ("group", instrument)
    ORDER BY "group", instrument
  `
  return z.array(cellSchema).parse(rows)
}
