import 'server-only'
import { z } from 'zod'
import { searchThrough } from '@/lib/exchange/comparison/rules'
import { db } from '@/lib/base/db/db'
import { expressEach } from '@/lib/base/words/data'
import { commonFrom, distinctiveTerms, textTerms } from './rules'
import type { DistinctiveTerm } from './types'
import { LOOKED_AT } from './data'

/** Rows per query, as in lib/exchange/comparison/data.ts. */
const BUDGET = 6_000
export const CLOSE = 40

export const titledRow = z.object({
  initiativeId: z.string(),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  regions: z.array(z.string()),
  words: z.array(z.string()),
})

/** Published initiatives that share words of this title. */
export async function listTitled(words: readonly string[], initiativeId: string) {
  if (words.length === 0) return []
  return z.array(titledRow).parse(
    await db.$queryRaw`
      SELECT s.initiative_id::text AS "initiativeId", s.slug, s.title, s.summary, s.regions,
        ARRAY(
          SELECT w
          FROM unnest(${[...words]}::text[]) AS w
          WHERE s.title_words @@ plainto_tsquery('praktijk', w)
        ) AS words
      FROM initiative_search s
      WHERE s.title_words @@ websearch_to_tsquery('praktijk', ${words.join(' OR ')})
        AND s.initiative_id <> ${initiativeId}::uuid
      ORDER BY ts_rank(s.title_words, websearch_to_tsquery('praktijk', ${words.join(' OR ')})) DESC,
        s.initiative_id
      LIMIT ${LOOKED_AT}`,
  )
}

/** The distinctive words of a text among the published texts. */
export async function listDistinctiveTerms(text: string): Promise<DistinctiveTerm[]> {
  const words = textTerms(text)
  if (words.length === 0) return []
  const expressed = [...(await expressEach(words))]
  const total =
    (await db.searchTag.findUnique({ where: { id: 0 }, select: { count: true } }))?.count ?? 0
  const rows = z
    .array(z.object({ word: z.string(), expression: z.string(), count: z.number() }))
    .parse(
      await db.$queryRaw`
        SELECT w.word, w.expression, (
          SELECT count(*)::int
          FROM (
            SELECT 1
            FROM initiative_search s
            WHERE s.document @@ to_tsquery('praktijk', w.expression)
            LIMIT ${commonFrom(total) + 1}
          ) found
        ) AS count
        FROM unnest(
          ${expressed.map(([word]) => word)}::text[],
          ${expressed.map(([, expression]) => expression)}::text[]
        ) AS w (word, expression)
        WHERE numnode(to_tsquery('praktijk', w.word)) > 0
        ORDER BY w.word`,
    )
  return distinctiveTerms(rows, total)
}

/** Published initiatives whose text shares most of the weight of these words. */
export async function listWorded(
  distinctive: readonly DistinctiveTerm[],
  initiativeId: string | null,
) {
  const known = distinctive.filter(({ count }) => count > 0)
  if (known.length === 0) return []
  const through = searchThrough(known, BUDGET)
  const close = z.array(z.object({ id: z.string() })).parse(
    await db.$queryRaw`
      SELECT s.initiative_id::text AS id
      FROM unnest(
        ${through.map(({ expression }) => expression)}::text[],
        ${through.map(({ weight }) => weight)}::float8[]
      ) AS w (expression, weight)
      JOIN initiative_search s ON s.document @@ to_tsquery('praktijk', w.expression)
      WHERE s.initiative_id IS DISTINCT FROM ${initiativeId}::uuid
      GROUP BY s.initiative_id
      ORDER BY sum(w.weight) DESC, s.initiative_id
      LIMIT ${CLOSE}`,
  )
  return z.array(titledRow).parse(
    await db.$queryRaw`
      SELECT s.initiative_id::text AS "initiativeId", s.slug, s.title, s.summary, s.regions,
        ARRAY(
          SELECT w.word
          FROM unnest(
            ${known.map(({ word }) => word)}::text[],
            ${known.map(({ expression }) => expression)}::text[]
          ) AS w (word, expression)
          WHERE s.document @@ to_tsquery('praktijk', w.expression)
        ) AS words
      FROM initiative_search s
      WHERE s.initiative_id = ANY (${close.map(({ id }) => id)}::uuid[])
      ORDER BY s.initiative_id`,
  )
}
