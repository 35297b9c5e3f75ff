import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'

/** The rows need amount_euro, amount_qualifier and `same`: amounts that pay for the same thing. */
export const AMOUNT_COLUMNS = Prisma.sql`count(amount_euro)::int AS known,
  coalesce(sum(amount_euro), 0)::float8 AS euro,
  coalesce(min(amount_euro), 0)::float8 AS low, coalesce(max(amount_euro), 0)::float8 AS high,
  count(amount_euro) FILTER (
    WHERE coalesce(amount_qualifier, 'exact') NOT IN ('exact', 'maximaal'))::int AS circa,
  count(amount_euro) FILTER (WHERE amount_qualifier = 'maximaal')::int AS capped,
  count(amount_euro) FILTER (WHERE same > 1)::int AS shared`

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
  shared: z.number(),
}
