import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/base/db/db'
import { lastOf, MAX_STEPS } from './addresses.rules'

const stepRow = z.object({ from: z.string(), to: z.string() })

/** Where the addresses of merged initiatives lead in the end; others are left out. At most 100. */
export async function listMoved(slugs: readonly string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map()
  const rows = await db.$queryRaw<unknown[]>`
    WITH RECURSIVE steps AS (
      SELECT c.initiative_id, c.into_id, 1 AS step
      FROM initiative_closure c
      JOIN initiative i ON i.id = c.initiative_id
      WHERE i.slug = ANY (${slugs.slice(0, 100)}::text[]) AND c.into_id IS NOT NULL
      UNION ALL
      SELECT c.initiative_id, c.into_id, s.step + 1
      FROM steps s
      JOIN initiative_closure c ON c.initiative_id = s.into_id
      WHERE c.into_id IS NOT NULL AND s.step <= ${MAX_STEPS}
    )
    SELECT f.slug AS "from", t.slug AS "to"
    FROM steps s
    JOIN initiative f ON f.id = s.initiative_id
    JOIN initiative t ON t.id = s.into_id`
  const next = new Map(
    z
      .array(stepRow)
      .parse(rows)
      .map(({ from, to }) => [from, to] as const),
  )
  return new Map(
    slugs.flatMap((slug) => {
      const to = next.has(slug) ? lastOf(slug, next) : null
      return to === null ? [] : [[slug, to] as const]
    }),
  )
}

/** Published initiatives by the slug that was asked, which may be an older address. */
export async function findPublished(
  slugs: readonly string[],
): Promise<{ id: string; slug: string; title: string }[]> {
  const moved = await listMoved(slugs)
  const rows = await db.initiativeSearch.findMany({
    where: { slug: { in: slugs.map((slug) => moved.get(slug) ?? slug) } },
    select: { initiativeId: true, slug: true, title: true },
    orderBy: { slug: 'asc' },
    take: 100,
  })
  const found = new Map(rows.map((row) => [row.slug, row]))
  return slugs.flatMap((slug) => {
    const row = found.get(moved.get(slug) ?? slug)
    return row ? [{ id: row.initiativeId, slug, title: row.title }] : []
  })
}
