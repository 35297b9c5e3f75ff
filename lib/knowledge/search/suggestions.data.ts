import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/base/db/db'
import { plain } from '@/lib/base/words/rules'
import { fromParameter, SUGGESTION_PARAMETERS } from './parameters.rules'
import { type Suggestion, SUGGESTION_KINDS } from './types'

const FACET_OF_TERM = Prisma.sql`
  CASE t.vocabulary
    WHEN 'target_group' THEN 'doelgroep'
    WHEN 'sector' THEN 'sector'
    WHEN 'instrument' THEN 'instrument'
    ELSE 'opgave'
  END`

/** More titles than this need more letters anyway. */
const SUGGESTED_FROM = 200

const suggestionSchema = z.object({
  kind: z.string().transform((text, context) => {
    const kind = fromParameter(SUGGESTION_KINDS, SUGGESTION_PARAMETERS, text)
    if (kind !== undefined) return kind
    context.addIssue(`unknown kind: ${text}`)
    return z.NEVER
  }),
  slug: z.string(),
  label: z.string(),
  labelEn: z.string(),
  count: z.number(),
}) satisfies z.ZodType<Suggestion>

/** Terms, regions and initiatives that start with the typed text; at most `limit` of each kind. */
export async function listSuggestions(typed: string, limit: number): Promise<Suggestion[]> {
  const words = plain(typed)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .slice(0, 6)
  if (words.length === 0) return []
  // Letters and digits only, so nothing in it is regex syntax.
  const start = `\\m${words.join('\\M.*\\m')}`
  const titles = words.map((word) => `${word}:*`).join(' & ')
  const rows = await db.$queryRaw`
    (
      SELECT ${FACET_OF_TERM} AS kind, t.slug, t.label_nl AS label, t.label_en AS "labelEn",
        coalesce(c.count, 0) AS count
      FROM term t
      LEFT JOIN search_tag c ON c.slug = t.slug AND c.facet = ${FACET_OF_TERM}
      WHERE t.vocabulary IN ('target_group', 'sector', 'instrument', 'societal_challenge')
        AND t.replaced_by_id IS NULL
        AND lower(
          unaccent(t.label_nl || ' ' || t.label_en || ' ' || array_to_string(t.alt_labels, ' '))
        ) ~ ${start}
      ORDER BY lower(unaccent(t.label_nl)) ~ ${`^${words.join('\\M.*\\m')}`} DESC, count DESC,
        t.label_nl
      LIMIT ${limit}
    )
    UNION ALL (
      SELECT 'regio', r.slug, r.name, r.name, coalesce(c.count, 0)
      FROM region r
      LEFT JOIN search_tag c ON c.slug = r.slug AND c.facet = 'regio'
      WHERE r.type IN ('province', 'labour_market', 'ser')
        AND lower(unaccent(r.name || ' ' || array_to_string(r.name_variants, ' '))) ~ ${start}
      ORDER BY coalesce(c.count, 0) DESC, r.name
      LIMIT ${limit}
    )
    UNION ALL (
      SELECT 'initiatief', s.slug, s.title, s.title, 1
      FROM (
        SELECT *
        FROM initiative_search
        WHERE title_words @@ to_tsquery('praktijk', ${titles})
        LIMIT ${SUGGESTED_FROM}
      ) s
      ORDER BY s.published_at DESC, s.initiative_id
      LIMIT ${limit}
    )
    UNION ALL (
      -- Known under the name it had before it went into another; its address leads on.
      SELECT 'initiatief', i.slug, v.title, v.title, 1
      FROM initiative_closure c
      JOIN initiative i ON i.id = c.initiative_id
      JOIN initiative_revision v ON v.id = c.revision_id
      WHERE c.kind = 'merged'
        AND to_tsvector('praktijk', search_plain(v.title)) @@ to_tsquery('praktijk', ${titles})
      ORDER BY c.closed_at DESC, i.id
      LIMIT ${limit}
    )`
  return z.array(suggestionSchema).parse(rows)
}
