import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/base/db/db'
import { LESSON_KINDS, type Lesson, type LessonChoice, type LessonCounts } from './types'

type Filter = Pick<LessonChoice, 'group' | 'instrument' | 'region'> & {
  /** Only of these initiatives. */
  initiativeIds?: readonly string[]
}

const LESSON_ROW = Prisma.sql`
  lesson_row AS (
    SELECT
      i.id::text AS key, i.kind::text AS kind, i.text, i.position, f.*,
      f.published_at AS on_moment, NULL::uuid AS adoption_id, NULL::int AS months
    FROM found f
      JOIN revision_text_item i ON i.revision_id = f.revision_id
      AND i.kind IN (
        'success_factor', 'lesson', 'recommendation',
        'would_do_differently', 'scalability_limit'
      )
    UNION ALL
    SELECT
      'gestopt-' || f.initiative_id, 'stopped', r.stop_reason, 0, f.*, f.published_at, NULL,
      NULL
    FROM found f
      JOIN initiative_revision r ON r.id = f.revision_id
    WHERE f.lifecycle = 'stopped'
      AND r.stop_reason <> ''
    UNION ALL
    SELECT
      a.id || '-' || c.month, 'adopted', c.lesson, c.month, f.*, c.created_at, a.id, c.month
    FROM found f
      JOIN adoption a USING (initiative_id)
      JOIN adoption_checkin c ON c.adoption_id = a.id
    WHERE c.lesson <> ''
    UNION ALL
    SELECT a.id::text, 'stopped', a.stop_reason, 0, f.*, a.updated_at, a.id, NULL
    FROM found f
      JOIN adoption a USING (initiative_id)
    WHERE a.status = 'stopped'
      AND a.stop_reason <> ''
  )
`

const belongsTo = (region: string) => Prisma.sql`
            CASE
              WHEN t.adoption_id IS NULL THEN t.regions @> ARRAY[${region}]::text[]
              ELSE o.region_id IN (
                WITH RECURSIVE
                  within AS (
                    SELECT id
                    FROM region
                    WHERE slug = ${region}
                    UNION
                    SELECT l.child_id
                    FROM within w
                      JOIN region_link l ON l.parent_id = w.id
                      AND l.is_primary
                      AND l.valid_to_year IS NULL
                  )
                SELECT id
                FROM within
              )
            END
          `

/** A lesson from an adoption belongs to the adopter's region. The order equals LESSON_KINDS. */
const lessonRows = ({ group, instrument, region, initiativeIds }: Filter) => Prisma.sql`
  found AS (
    SELECT
      s.initiative_id, s.revision_id, s.slug, s.title, s.lifecycle, s.published_at,
      s.regions
    FROM initiative_search s
    WHERE ${group === null ? Prisma.sql`true` : Prisma.sql`s.target_groups @> ARRAY[${group}]::text[]`}
      AND ${instrument === null ? Prisma.sql`true` : Prisma.sql`s.instruments @> ARRAY[${instrument}]::text[]`}
      AND ${initiativeIds === undefined ? Prisma.sql`true` : Prisma.sql`s.initiative_id = ANY (${[...initiativeIds]}::uuid[])`}
  ),
  ${LESSON_ROW},
  lesson AS (
    SELECT
      t.*, o.name AS organisation, o.region_id AS adopter_region,
      a.is_example AS adoption_example
    FROM lesson_row t
      LEFT JOIN adoption a ON a.id = t.adoption_id
      LEFT JOIN organisation o ON o.id = a.organisation_id
    WHERE ${region === null ? Prisma.sql`true` : belongsTo(region)}
  )
`

const ORDER = Prisma.sql`
  on_moment DESC, initiative_id, adoption_id NULLS FIRST,
  array_position(${[...LESSON_KINDS]}::text[], kind), position, key
`

const lessonSchema = z.array(
  z.object({
    key: z.string(),
    kind: z.enum(LESSON_KINDS),
    text: z.string(),
    initiative: z.object({ slug: z.string(), title: z.string() }),
    regions: z.array(z.object({ slug: z.string(), name: z.string() })),
    adopter: z.object({ organisation: z.string(), months: z.number().nullable() }).nullable(),
    isExample: z.boolean(),
  }),
) satisfies z.ZodType<Lesson[]>

const countSchema = z.array(z.object({ kind: z.enum(LESSON_KINDS), count: z.number() }))

/** One page of the lessons that fit a choice, latest first and grouped by initiative. */
export async function listLessons(
  { kind, page, ...filter }: LessonChoice & Filter,
  perPage: number,
): Promise<Lesson[]> {
  return lessonSchema.parse(
    await db.$queryRaw`
      WITH
        ${lessonRows(filter)},
        shown AS (
          SELECT *
          FROM lesson
          WHERE ${kind === null ? Prisma.sql`true` : Prisma.sql`kind = ${kind}`}
          ORDER BY ${ORDER}
          LIMIT ${perPage}::int
          OFFSET ${(page - 1) * perPage}::int
        )
      SELECT
        key, kind, text, jsonb_build_object('slug', slug, 'title', title) AS initiative,
        (
          SELECT
            coalesce(
              jsonb_agg(
                jsonb_build_object('slug', r.slug, 'name', r.name)
                ORDER BY r.name, r.id
              ),
              '[]'
            )
          FROM region r
          WHERE CASE
              WHEN adoption_id IS NULL THEN r.id IN (
                SELECT v.region_id
                FROM revision_region v
                WHERE v.revision_id = shown.revision_id
              )
              ELSE r.id = adopter_region
            END
        ) AS regions,
        CASE
          WHEN adoption_id IS NOT NULL THEN jsonb_build_object('organisation', organisation, 'months', months)
        END AS adopter,
        coalesce(adoption_example, false) AS "isExample"
      FROM shown
      ORDER BY ${ORDER}
    `,
  )
}

/** Lessons per kind that fit the rest of a choice. */
export async function countLessons(filter: Filter): Promise<LessonCounts> {
  const rows = countSchema.parse(
    await db.$queryRaw`
      WITH ${lessonRows(filter)}
      SELECT kind, count(*)::int AS count
      FROM lesson
      GROUP BY kind
    `,
  )
  return { ...noLessons(), ...Object.fromEntries(rows.map(({ kind, count }) => [kind, count])) }
}

const noLessons = (): LessonCounts => ({
  success_factor: 0,
  lesson: 0,
  recommendation: 0,
  would_do_differently: 0,
  scalability_limit: 0,
  adopted: 0,
  stopped: 0,
})
