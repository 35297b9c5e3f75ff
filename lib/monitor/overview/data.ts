import 'server-only'
import { MIN_COUNT_TO_SHOW, MIN_PEOPLE_TO_SHOW } from '@/lib/knowledge/evidence/disclosure.rules'
import { z } from 'zod'
import { db } from '@/lib/base/db/db'
import type { MatrixCell } from './types'

const cellSchema = z.object({
  group: z.string(),
  instrument: z.string(),
  initiatives: z.number(),
  reached: z.number().nullable(),
  reachKnown: z.number(),
  bestRank: z.number(),
  weakestRank: z.number(),
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
    SELECT
      g.slug AS "group", i.slug AS instrument, count(*)::int AS initiatives,
      sum(m.reach_started)::float8 AS reached, count(m.reach_started)::int AS "reachKnown",
      max(s.evidence_rank)::int AS "bestRank", min(s.evidence_rank)::int AS "weakestRank",
      percentile_cont(0.5) WITHIN GROUP (
        ORDER BY s.medians[${criterion}::int]::float8
      ) AS median,
      count(s.medians[${criterion}::int])::int AS judged, sum(s.adoptions)::int AS adoptions
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
    GROUP BY g.slug, i.slug
    ORDER BY g.slug, i.slug
  `
  return z.array(cellSchema).parse(rows)
}
