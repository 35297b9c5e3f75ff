import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import { RegionType } from '@/generated/prisma/enums'
import type { GapBase } from '@/lib/monitor/gaps/types'
import { db } from '@/lib/base/db/db'
import { AMOUNT_COLUMNS, amountsShape, COUNTED_AMOUNT, PAYS_FOR } from '@/lib/base/amounts/data'
import { evidenceCountsSchema } from '@/lib/knowledge/evidence/schema'
import { DIRECTION } from '@/lib/knowledge/search/data'
import { MEASURED_RANK } from '@/lib/knowledge/search/rules'
import { COMPARED, type PeerTraits, type RegionSums } from './types'

const COMPARED_TYPES: RegionType[] = [...COMPARED]

const traitsSchema = z.array(
  z.object({
    slug: z.string(),
    name: z.string(),
    type: z.enum(COMPARED),
    municipalities: z.number(),
    sectors: z.array(z.string()),
  }),
)

/** The traits of all regions that can be compared; `counts` are the known group sizes. */
export async function listPeerTraits(counts: GapBase['counts']): Promise<PeerTraits[]> {
  const rows = traitsSchema.parse(
    await db.$queryRaw`
      SELECT
        r.slug, r.name, r.type::text AS type,
        (
          SELECT count(*)::int
          FROM region_link l
            JOIN region c ON c.id = l.child_id
            AND c.type = 'municipality'
          WHERE l.parent_id = r.id
            AND l.is_primary
            AND l.valid_to_year IS NULL
        ) AS municipalities,
        ARRAY(
          SELECT DISTINCT t.slug
          FROM initiative_search s
            JOIN search_tag g ON g.facet = 'regio'
            AND g.slug = r.slug
            AND s.tags && ARRAY[g.id]
            CROSS JOIN LATERAL unnest(s.sectors) AS x (slug)
            JOIN term t ON t.vocabulary = 'sector'
            AND t.slug = x.slug
            AND t.parent_id IS NULL
          ORDER BY 1
        ) AS sectors
      FROM region r
      WHERE r.type = ANY (${COMPARED_TYPES}::region_type[]) AND r.ends_on IS NULL
      ORDER BY r.type, r.name, r.code
    `,
  )
  return rows.map((row) => ({
    ...row,
    municipalities: row.municipalities === 0 ? null : row.municipalities,
    counts: counts.filter(({ region }) => region.slug === row.slug),
  }))
}

const sumsSchema = z.array(
  z.object({
    slug: z.string(),
    name: z.string(),
    type: z.enum(RegionType),
    goals: z.number(),
    measures: z.number(),
    verdicts: z.number(),
    streams: z.number(),
    ...amountsShape,
    initiatives: z.number(),
    measured: z.number(),
    evidence: evidenceCountsSchema,
  }),
)

const ownPolicy = (start: string, end: string) => Prisma.sql`
        own_goal AS (
          SELECT g.id, g.region_id
          FROM policy_goal g
          WHERE (
              g.starts_on IS NULL
              OR g.starts_on <= ${end}::date
            )
            AND (
              g.ends_on IS NULL
              OR g.ends_on >= ${start}::date
            )
        ),
        own_measure AS (
          SELECT m.id, g.region_id
          FROM policy_measure m
            JOIN own_goal g ON g.id = m.goal_id
          WHERE (
              m.starts_on IS NULL
              OR m.starts_on <= ${end}::date
            )
            AND (
              m.ends_on IS NULL
              OR m.ends_on >= ${start}::date
            )
        )
`

const moneyOf = (start: string, end: string) => Prisma.sql`
        money AS (
          SELECT region_id, count(*)::int AS streams, ${AMOUNT_COLUMNS}
          FROM (
              SELECT
                q.*,
                count(amount_euro) OVER (
                  PARTITION BY
                    region_id, pays_for, example
                ) AS same
              FROM (
                  SELECT p.region_id, ${COUNTED_AMOUNT}, ${PAYS_FOR} AS pays_for
                  FROM (
                      SELECT m.region_id, f.id
                      FROM funding f
                        JOIN own_measure m ON m.id = f.measure_id
                      UNION
                      SELECT r.id, f.id
                      FROM funding f
                        JOIN initiative_search s ON s.initiative_id = f.initiative_id
                        CROSS JOIN LATERAL unnest(s.regions) AS x (slug)
                        JOIN region r ON r.slug = x.slug
                    ) p
                    JOIN funding f ON f.id = p.id
                  WHERE (
                      f.starts_on IS NULL
                      OR f.starts_on <= ${end}::date
                    )
                    AND (
                      f.ends_on IS NULL
                      OR f.ends_on >= ${start}::date
                    )
                ) q
            ) s
          GROUP BY region_id
        )
`

const PUBLISHED = Prisma.sql`
        published AS (
          SELECT
            x.slug, count(*)::int AS initiatives,
            count(*) FILTER (
              WHERE s.evidence_rank >= ${MEASURED_RANK}
            )::int AS measured
          FROM initiative_search s
            CROSS JOIN LATERAL unnest(s.regions) AS x (slug)
          GROUP BY x.slug
        ),
        spread AS (
          SELECT
            c.slug,
            jsonb_agg(
              jsonb_build_object('rank', c.rank, 'direction', c.direction, 'count', c.count)
              ORDER BY c.rank, c.direction
            ) AS evidence
          FROM (
              SELECT
                x.slug, s.evidence_rank AS rank, ${DIRECTION} AS direction, count(*)::int AS count
              FROM initiative_search s
                CROSS JOIN LATERAL unnest(s.regions) AS x (slug)
              GROUP BY 1, 2, 3
            ) c
          GROUP BY c.slug
        )
`

/** Each region's own goals, measures, verdicts, funding and publications in a year. */
export async function listRegionSums(year: number): Promise<RegionSums[]> {
  const [start, end] = [`${year}-01-01`, `${year}-12-31`]
  const rows = sumsSchema.parse(
    await db.$queryRaw`
      WITH
        ${ownPolicy(start, end)},
        ${moneyOf(start, end)},
        ${PUBLISHED},
        judged AS (
          SELECT m.region_id, count(DISTINCT m.id)::int AS verdicts
          FROM own_measure m
            JOIN policy_verdict v ON v.measure_id = m.id
            AND v.year = ${year}::int
            AND v.signed_at IS NOT NULL
          GROUP BY m.region_id
        )
      SELECT
        r.slug, r.name, r.type::text AS type, coalesce(g.goals, 0) AS goals,
        coalesce(m.measures, 0) AS measures, coalesce(j.verdicts, 0) AS verdicts,
        coalesce(y.streams, 0) AS streams, coalesce(y.known, 0) AS known,
        coalesce(y.euro, 0) AS euro, coalesce(y.low, 0) AS low, coalesce(y.high, 0) AS high,
        coalesce(y.circa, 0) AS circa, coalesce(y.capped, 0) AS capped,
        coalesce(y.floored, 0) AS floored, coalesce(y.shared, 0) AS shared,
        coalesce(y.examples, 0) AS examples, coalesce(y."isExample", false) AS "isExample", coalesce(p.initiatives, 0) AS initiatives,
        coalesce(p.measured, 0) AS measured, coalesce(d.evidence, '[]') AS evidence
      FROM region r
        LEFT JOIN (
          SELECT region_id, count(*)::int AS goals
          FROM own_goal
          GROUP BY region_id
        ) g ON g.region_id = r.id
        LEFT JOIN (
          SELECT region_id, count(*)::int AS measures
          FROM own_measure
          GROUP BY region_id
        ) m ON m.region_id = r.id
        LEFT JOIN money y ON y.region_id = r.id
        LEFT JOIN published p ON p.slug = r.slug
        LEFT JOIN spread d ON d.slug = r.slug
        LEFT JOIN judged j ON j.region_id = r.id
      WHERE r.type = ANY (${COMPARED_TYPES}::region_type[]) AND r.ends_on IS NULL
      ORDER BY r.name, r.code
    `,
  )
  return rows.map(({ slug, name, type, ...row }) => ({
    ...row,
    region: { slug, name, type },
    amounts: z.object(amountsShape).parse(row),
  }))
}
