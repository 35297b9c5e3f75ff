import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/base/db/db'
import { AMOUNT_COLUMNS, amountsShape, COUNTED_AMOUNT, PAYS_FOR } from '@/lib/base/amounts/data'
import { MONTHS_BACK, QUARTERS_AHEAD } from './rules'
import { FOLLOWS, type EndingStream, type EndingSum, type StreamFilter } from './types'

const LIMIT = 50_000

const HELD = Prisma.sql`
  held AS (
    SELECT
      holder,
      bool_or(
        type_slug = 'structureel'
        AND ends_on IS NULL
      ) AS goes_on,
      max(ends_on) AS last_on,
      max(ends_on) FILTER (
        WHERE plan
      ) AS planned_on
    FROM stream
    GROUP BY holder
  )
`

const touches = (regionIds: string[]) => Prisma.sql`
              (
                s.region_id = ANY (${regionIds}::uuid[])
                OR EXISTS (
                  SELECT 1
                  FROM revision_region n
                  WHERE n.revision_id = s.revision_id
                    AND n.region_id = ANY (${regionIds}::uuid[])
                )
              )
            `

/** A filter must not change a follow-up, so all funding of a measure or initiative counts first. */
const judged = ({ from, regionIds, type }: StreamFilter) => Prisma.sql`
  stream AS (
    SELECT
      f.id, f.provider, f.type_id, t.slug AS type_slug, ${COUNTED_AMOUNT},
      f.ends_on, f.measure_id, f.initiative_id, s.revision_id, s.lifecycle, g.region_id,
      f.after_funding_plan IS NOT NULL AS plan,
      coalesce(f.measure_id, f.initiative_id) AS holder, ${PAYS_FOR} AS pays_for
    FROM funding f
      JOIN term t ON t.id = f.type_id
      LEFT JOIN policy_measure m ON m.id = f.measure_id
      LEFT JOIN policy_goal g ON g.id = m.goal_id
      LEFT JOIN initiative_search s ON s.initiative_id = f.initiative_id
    WHERE (
        f.measure_id IS NOT NULL
        OR s.initiative_id IS NOT NULL
      )
      AND (
        f.ends_on IS NULL
        OR f.ends_on >= ${from}::date - make_interval(months => ${MONTHS_BACK}::int)
      )
  ),
  ${HELD},
  judged AS MATERIALIZED (
    SELECT
      s.*,
      CASE
        WHEN s.ends_on IS NULL THEN CASE
          WHEN s.type_slug = 'structureel' THEN 'structural'
          ELSE 'open'
        END
        WHEN s.ends_on < ${from}::date THEN 'ended'
        WHEN s.ends_on >= ${from}::date + make_interval(months => ${QUARTERS_AHEAD * 3}::int) THEN 'later'
        ELSE to_char(s.ends_on, 'YYYY-Q')
      END AS "when",
      CASE
        WHEN s.plan THEN 'planned'
        WHEN s.ends_on IS NULL
        OR h.goes_on
        OR h.last_on > s.ends_on THEN 'continues'
        WHEN h.planned_on = h.last_on THEN 'planned'
        WHEN s.measure_id IS NULL
        AND s.lifecycle IN ('completed', 'stopped') THEN 'over'
        ELSE 'none'
      END AS follow
    FROM stream s
      JOIN held h USING (holder)
    WHERE ${type === null ? Prisma.sql`true` : Prisma.sql`s.type_slug = ${type}`}
      AND ${regionIds === null ? Prisma.sql`true` : touches([...regionIds])}
  )
`

const sumSchema = z.array(
  z
    .object({
      kind: z.enum(['when', 'type', 'region']),
      key: z.string(),
      follow: z.enum(FOLLOWS),
      streams: z.number(),
      ...amountsShape,
    })
    .transform(({ kind, key, follow, streams, ...amounts }): EndingSum => ({
      kind,
      key,
      follow,
      streams,
      amounts,
    })),
)

const sums = Prisma.sql`follow, count(*)::int AS streams, ${AMOUNT_COLUMNS}`
const same = (group: Prisma.Sql) =>
  Prisma.sql`count(amount_euro) OVER (PARTITION BY ${group}, pays_for, example) AS same`
const ahead = Prisma.sql`"when" ~ '^[0-9]'`

/** What ends per quarter, source and region. Funding for several regions counts in each. */
export async function listEndingSums(filter: StreamFilter): Promise<EndingSum[]> {
  return sumSchema.parse(
    await db.$queryRaw`
      WITH ${judged(filter)}
      SELECT 'when' AS kind, "when" AS key, ${sums}
      FROM (
          SELECT *, ${same(Prisma.sql`"when"`)}
          FROM judged
        ) w
      GROUP BY "when", follow
      UNION ALL
      SELECT 'type', type_slug, ${sums}
      FROM (
          SELECT *, ${same(Prisma.sql`type_slug`)}
          FROM judged
          WHERE ${ahead}
        ) y
      GROUP BY type_slug, follow
      UNION ALL
      SELECT 'region', r.slug, ${sums}
      FROM (
          SELECT *, ${same(Prisma.sql`region_id`)}
          FROM (
              SELECT
                id, region_id, follow, amount_euro, amount_qualifier, overlap, example, pays_for
              FROM judged
              WHERE ${ahead}
                AND region_id IS NOT NULL
              UNION
              SELECT
                j.id, n.region_id, j.follow, j.amount_euro, j.amount_qualifier, j.overlap,
                j.example, j.pays_for
              FROM judged j
                JOIN revision_region n USING (revision_id)
              WHERE ${ahead}
            ) o
        ) p
        JOIN region r ON r.id = p.region_id
      GROUP BY r.slug, follow
      ORDER BY 1, 2, 3
    `,
  )
}

const streamSchema = z.array(
  z.object({
    id: z.string(),
    provider: z.string(),
    type: z.object({ slug: z.string(), labelNl: z.string(), labelEn: z.string() }),
    amountEuro: z.number().nullable(),
    amountQualifier: z.string().nullable(),
    endsOn: z.string().nullable(),
    follow: z.enum(FOLLOWS),
    measure: z.object({ id: z.string(), title: z.string() }).nullable(),
    goals: z.array(
      z.object({
        title: z.string(),
        regionSlug: z.string(),
        regionName: z.string(),
        isExample: z.boolean(),
      }),
    ),
    initiatives: z.array(z.object({ slug: z.string(), title: z.string() })),
  }),
) satisfies z.ZodType<EndingStream[]>

const GOALS = Prisma.sql`
        (
          SELECT
            coalesce(
              jsonb_agg(
                jsonb_build_object(
                  'title', g.title, 'regionSlug', r.slug, 'regionName', r.name,
                  'isExample', g.is_example
                )
                ORDER BY g.title, g.id
              ),
              '[]'
            )
          FROM policy_goal g
            JOIN region r ON r.id = g.region_id
          WHERE g.id IN (
              SELECT m.goal_id
              FROM policy_measure m
              WHERE m.id = j.measure_id
              UNION
              SELECT l.goal_id
              FROM initiative_goal l
                JOIN initiative_search o USING (initiative_id)
              WHERE l.initiative_id = j.initiative_id
            )
        )
`

const INITIATIVES = Prisma.sql`
        (
          SELECT
            coalesce(
              jsonb_agg(
                jsonb_build_object('slug', o.slug, 'title', o.title)
                ORDER BY o.title, o.initiative_id
              ),
              '[]'
            )
          FROM initiative_search o
          WHERE o.initiative_id = j.initiative_id
            OR o.initiative_id IN (
              SELECT l.initiative_id
              FROM initiative_measure l
              WHERE l.measure_id = j.measure_id
            )
        )
`

/** The funding that ends in a period, or all: without follow-up first, then by end date. */
export async function listEndingStreams(
  filter: StreamFilter,
  when: string | null,
  page?: { skip: number; take: number },
): Promise<EndingStream[]> {
  return streamSchema.parse(
    await db.$queryRaw`
      WITH
        ${judged(filter)},
        shown AS (
          SELECT *
          FROM judged
          WHERE ${when === null ? Prisma.sql`true` : Prisma.sql`"when" = ${when}`}
          ORDER BY follow = 'none' DESC, ends_on, amount_euro DESC NULLS LAST, id
          LIMIT ${page?.take ?? LIMIT}
          OFFSET ${page?.skip ?? 0}
        )
      SELECT
        j.id, j.provider,
        jsonb_build_object('slug', t.slug, 'labelNl', t.label_nl, 'labelEn', t.label_en) AS type,
        j.amount_euro AS "amountEuro", j.amount_qualifier AS "amountQualifier",
        j.ends_on::text AS "endsOn", j.follow,
        (
          SELECT jsonb_build_object('id', m.id, 'title', m.title)
          FROM policy_measure m
          WHERE m.id = j.measure_id
        ) AS measure,
        ${GOALS} AS goals,
        ${INITIATIVES} AS initiatives
      FROM shown j
        JOIN term t ON t.id = j.type_id
      ORDER BY j.follow = 'none' DESC, j.ends_on, j.amount_euro DESC NULLS LAST, j.id
    `,
  )
}
