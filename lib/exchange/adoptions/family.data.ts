import 'server-only'
import { z } from 'zod'
import { AdoptionStatus } from '@/generated/prisma/enums'
import { db } from '@/lib/base/db/db'
import { toCalendarDate } from '@/lib/base/text/calendar'
import type { Family } from './types'
import { MAX_LISTED } from './data'

const MAX_DEPTH = 8
const regionParts = { slug: z.string(), code: z.string(), name: z.string() }
const memberRow = z.object({
  id: z.string().nullable(),
  parentId: z.string().nullable(),
  depth: z.number(),
  organisation: z.string(),
  region: z.object(regionParts).nullable(),
  status: z.enum(AdoptionStatus).nullable(),
  startsOn: z.date().nullable(),
  slug: z.string().nullable(),
  title: z.string().nullable(),
  isHere: z.boolean(),
})

async function listMembers(initiativeId: string) {
  return z.array(memberRow).parse(
    await db.$queryRaw`
      WITH RECURSIVE
        up AS (
          SELECT i.id, 0 AS depth
          FROM initiative i
          WHERE i.id = ${initiativeId}::uuid
            AND i.published_revision_id IS NOT NULL
          UNION ALL
          SELECT p.id, u.depth + 1
          FROM up u
            JOIN adoption a ON a.own_initiative_id = u.id
            JOIN initiative p ON p.id = a.initiative_id
            AND p.published_revision_id IS NOT NULL
          WHERE u.depth < ${MAX_DEPTH}
        ),
        down AS (
          SELECT
            NULL::uuid AS adoption_id, NULL::uuid AS parent_id, id AS own_id, 0 AS depth,
            ARRAY[]::text[] AS place
          FROM (
              SELECT id
              FROM up
              ORDER BY depth DESC
              LIMIT 1
            ) root
          UNION ALL
          SELECT
            a.id, d.adoption_id, i.id, d.depth + 1,
            d.place || to_char(a.created_at, 'YYYYMMDDHH24MISSMS') || a.id::text
          FROM down d
            JOIN adoption a ON a.initiative_id = d.own_id
            LEFT JOIN initiative i ON i.id = a.own_initiative_id
            AND i.published_revision_id IS NOT NULL
          WHERE d.depth < ${MAX_DEPTH}
        )
      SELECT
        d.adoption_id::text AS id, d.parent_id::text AS "parentId", d.depth,
        o.name AS organisation,
        CASE
          WHEN g.id IS NULL THEN NULL
          ELSE json_build_object('slug', g.slug, 'code', g.code, 'name', g.name)
        END AS region,
        a.status::text AS status, a.starts_on AS "startsOn", i.slug, r.title,
        coalesce(i.id = ${initiativeId}::uuid, false) AS "isHere"
      FROM down d
        LEFT JOIN adoption a ON a.id = d.adoption_id
        LEFT JOIN initiative i ON i.id = d.own_id
        LEFT JOIN initiative_revision r ON r.id = i.published_revision_id
        JOIN organisation o ON o.id = coalesce(a.organisation_id, i.organisation_id)
        LEFT JOIN region g ON g.id = o.region_id
      ORDER BY d.place
      LIMIT ${MAX_LISTED}
    `,
  )
}

/** The family of an initiative through adoptions, root first. Null when there is none. */
export async function getFamily(initiativeId: string): Promise<Family | null> {
  const [root, ...rest] = await listMembers(initiativeId)
  if (root?.slug == null || root.title === null || rest.length === 0) return null
  return {
    root: {
      slug: root.slug,
      title: root.title,
      organisation: root.organisation,
      region: root.region,
      isHere: root.isHere,
    },
    members: rest.flatMap(({ id, slug, title, status, startsOn, ...row }) =>
      id === null || status === null
        ? []
        : [
            {
              ...row,
              id,
              status,
              startsOn: toCalendarDate(startsOn),
              own: slug === null || title === null ? null : { slug, title },
            },
          ],
    ),
  }
}
