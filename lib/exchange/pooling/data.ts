import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/base/db/db'
import { listOutcomeIndicators } from '@/lib/judgement/measurements/data'
import type { FamilyMember } from './types'

const MAX_DEPTH = 8
const MAX_MEMBERS = 60

const memberRow = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  region: z.string().nullable(),
  isHere: z.boolean(),
})

/**
 * The initiative with all that came of it or that it came of, by adoption, which measured something
 * under an outcome in common; root first, at most 60. Archived ones count, because what stopped is
 * a result too; withdrawn and merged ones do not. Empty when the initiative itself was never public.
 */
export async function listFamilyMembers(initiativeId: string): Promise<FamilyMember[]> {
  const rows = z.array(memberRow).parse(
    await db.$queryRaw`
      WITH RECURSIVE
        readable AS (
          SELECT i.id, i.slug, i.organisation_id, r.title
          FROM initiative i
            LEFT JOIN initiative_closure c ON c.initiative_id = i.id AND c.kind = 'archived'
            JOIN initiative_revision r ON r.id = coalesce(i.published_revision_id, c.revision_id)
        ),
        up AS (
          SELECT id, 0 AS depth
          FROM readable
          WHERE id = ${initiativeId}::uuid
          UNION
          SELECT p.id, u.depth + 1
          FROM up u
            JOIN adoption a ON a.own_initiative_id = u.id
            JOIN readable p ON p.id = a.initiative_id
          WHERE u.depth < ${MAX_DEPTH}
        ),
        down AS (
          SELECT id, 0 AS depth
          FROM (SELECT id FROM up ORDER BY depth DESC LIMIT 1) root
          UNION
          SELECT i.id, d.depth + 1
          FROM down d
            JOIN adoption a ON a.initiative_id = d.id
            JOIN readable i ON i.id = a.own_initiative_id
          WHERE d.depth < ${MAX_DEPTH}
        )
      SELECT r.id::text, r.slug, r.title, g.name AS region, r.id = ${initiativeId}::uuid AS "isHere"
      FROM (SELECT id, min(depth) AS depth FROM down GROUP BY id) d
        JOIN readable r ON r.id = d.id
        JOIN organisation o ON o.id = r.organisation_id
        LEFT JOIN region g ON g.id = o.region_id
      WHERE EXISTS (
        SELECT FROM initiative_indicator n
        WHERE n.initiative_id = d.id AND n.outcome_id IS NOT NULL
      )
      ORDER BY d.depth, r.slug
      LIMIT ${MAX_MEMBERS}
    `,
  )
  const indicators = await listOutcomeIndicators(rows.map(({ id }) => id))
  return rows.map(({ id, ...member }) => ({ ...member, indicators: indicators.get(id) ?? [] }))
}
