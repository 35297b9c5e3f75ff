import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'

/**
 * The rows need amount_euro (null for an example), amount_qualifier, overlap, `example` (true for an
 * example with an amount) and `same`: how many amounts pay for the same thing.
 */
export const AMOUNT_COLUMNS = Prisma.sql`count(amount_euro)::int AS known,
  coalesce(sum(amount_euro), 0)::float8 AS euro,
  coalesce(min(amount_euro), 0)::float8 AS low, coalesce(max(amount_euro), 0)::float8 AS high,
  count(amount_euro) FILTER (
    WHERE coalesce(amount_qualifier, 'exact') NOT IN ('exact', 'minstens', 'maximaal'))::int AS circa,
  count(amount_euro) FILTER (WHERE amount_qualifier = 'maximaal')::int AS capped,
  count(amount_euro) FILTER (WHERE amount_qualifier = 'minstens')::int AS floored,
  count(amount_euro) FILTER (
    WHERE overlap = 'may_overlap' OR (overlap = 'unknown' AND same > 1))::int AS shared,
  count(*) FILTER (WHERE example)::int AS examples`

/** True for stream `f` when its goal, or else its initiative, is an example. */
export const IS_EXAMPLE = Prisma.sql`
  coalesce(
    (
      SELECT xg.is_example
      FROM policy_measure xm
        JOIN policy_goal xg ON xg.id = xm.goal_id
      WHERE xm.id = f.measure_id
    ),
    (
      SELECT xi.is_example
      FROM initiative xi
      WHERE xi.id = f.initiative_id
    ),
    false
  )
`

/** The amount columns of stream `f` as AMOUNT_COLUMNS reads them. */
export const COUNTED_AMOUNT = Prisma.sql`
  CASE
    WHEN ${IS_EXAMPLE} THEN NULL
    ELSE f.amount_euro
  END AS amount_euro,
  f.amount_qualifier, f.overlap,
  f.amount_euro IS NOT NULL
  AND ${IS_EXAMPLE} AS example
`

/** What a stream `f` pays for: its measure, else that of its initiative, else the initiative. */
export const PAYS_FOR = Prisma.sql`
  coalesce(
    f.measure_id,
    (
      SELECT l.measure_id
      FROM initiative_measure l
      WHERE l.initiative_id = f.initiative_id
      ORDER BY l.measure_id
      LIMIT 1
    ),
    f.initiative_id
  )
`

export const amountsShape = {
  known: z.number(),
  euro: z.number(),
  low: z.number(),
  high: z.number(),
  circa: z.number(),
  capped: z.number(),
  floored: z.number(),
  shared: z.number(),
  examples: z.number(),
}
