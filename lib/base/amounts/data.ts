import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'

/** How many amounts meet a condition, without the examples where there are real ones. */
const counted = (condition: string) => Prisma.sql`
  CASE
    WHEN count(amount_euro) FILTER (WHERE NOT example) > 0
      THEN count(amount_euro) FILTER (WHERE NOT example AND ${Prisma.raw(condition)})
    ELSE count(amount_euro) FILTER (WHERE ${Prisma.raw(condition)})
  END::int`

const figure = (name: 'sum' | 'min' | 'max') => {
  const aggregate = Prisma.raw(name)
  return Prisma.sql`
  coalesce(
    ${aggregate}(amount_euro) FILTER (WHERE NOT example),
    ${aggregate}(amount_euro),
    0
  )::float8`
}

/**
 * The rows need amount_euro, amount_qualifier, overlap, `example`, and `same`: how many amounts pay
 * for the same thing. The same rule as amountsOf in rules.ts.
 */
export const AMOUNT_COLUMNS = Prisma.sql`${counted('true')} AS known,
  ${figure('sum')} AS euro, ${figure('min')} AS low, ${figure('max')} AS high,
  ${counted("coalesce(amount_qualifier, 'exact') NOT IN ('exact', 'minstens', 'maximaal')")} AS circa,
  ${counted("amount_qualifier = 'maximaal'")} AS capped,
  ${counted("amount_qualifier = 'minstens'")} AS floored,
  ${counted("(overlap = 'may_overlap' OR (overlap = 'unknown' AND same > 1))")} AS shared,
  (count(amount_euro) - ${counted('true')})::int AS examples,
  coalesce(bool_and(example) FILTER (WHERE amount_euro IS NOT NULL), false) AS "isExample"`

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

/** The columns of stream `f` as AMOUNT_COLUMNS reads them. */
export const COUNTED_AMOUNT = Prisma.sql`
  f.amount_euro, f.amount_qualifier, f.overlap, ${IS_EXAMPLE} AS example
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
  isExample: z.boolean(),
}
