import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/base/db/db'
import {
  alternatives,
  expressQuery,
  expressWord,
  halves,
  MIN_WITHIN,
  readQuery,
  wordsToKnow,
} from './rules'
import type { KnownWord, ParsedQuery } from './types'

const MAX_WITHIN = 60
/** Trigram similarity below which words are not misspellings of each other. */
const LOOKS_LIKE = 0.3
const MAX_SIMILAR = 12

const knownSchema = z.object({
  word: z.string(),
  known: z.boolean(),
  within: z.array(z.string()),
  similar: z.array(z.string()),
}) satisfies z.ZodType<KnownWord>

async function listKnownWords(words: readonly string[]): Promise<KnownWord[]> {
  if (words.length === 0) return []
  const rows = await db.$queryRaw`
    SELECT
      w.word, k.known, i.within,
      CASE
        WHEN k.known
        OR cardinality(i.within) > 0
        OR length(w.word) < 4 THEN '{}'::text[]
        ELSE ARRAY(
          SELECT s.word
          FROM search_word s
          WHERE s.word % w.word
            AND similarity (s.word, w.word) >= ${LOOKS_LIKE}
          ORDER BY
            similarity (s.word, w.word) DESC, abs(length(s.word) - length(w.word)), s.word
          LIMIT ${MAX_SIMILAR}
        )
      END AS similar
    FROM unnest(${[...words]}::text[]) AS w (word)
      CROSS JOIN LATERAL (
        SELECT
          EXISTS (
            SELECT 1
            FROM search_word s
            WHERE s.stem = ANY (tsvector_to_array(to_tsvector('praktijk', w.word)))
          )
          OR numnode(plainto_tsquery('praktijk', w.word)) = 0 AS known
      ) k
      CROSS JOIN LATERAL (
        SELECT
          CASE
            WHEN length(w.word) < ${MIN_WITHIN} THEN '{}'::text[]
            ELSE ARRAY(
              SELECT s.word
              FROM search_word s
              WHERE s.word LIKE '%' || w.word || '%'
                AND s.word <> w.word
              ORDER BY length(s.word), s.word
              LIMIT ${MAX_WITHIN}
            )
          END AS within
      ) i
  `
  return z.array(knownSchema).parse(rows)
}

async function listOccurring(words: readonly string[]): Promise<Set<string>> {
  if (words.length === 0) return new Set()
  const rows = await db.searchWord.findMany({
    where: { word: { in: [...words] } },
    select: { word: true },
    orderBy: { word: 'asc' },
    take: words.length,
  })
  return new Set(rows.map(({ word }) => word))
}

async function listHalves(facts: readonly KnownWord[]): Promise<Set<string>> {
  const strange = facts.filter(({ known, within }) => !known && within.length === 0)
  return listOccurring([...new Set(strange.flatMap(({ word }) => halves(word).flat()))])
}

/** An index query per word: the word, its compounds and its halves, never a look-alike. */
export async function expressEach(words: readonly string[]): Promise<Map<string, string>> {
  const facts = await listKnownWords(words)
  const occurring = await listHalves(facts)
  return new Map(
    facts.map((fact) => [
      fact.word,
      expressWord(
        fact.word,
        alternatives({ ...fact, similar: [] }, (half) => occurring.has(half)),
      ),
    ]),
  )
}

/** Parses typed text with the vocabulary of the published texts beside it. Never fails on input. */
export async function understand(typed: string): Promise<ParsedQuery> {
  const groups = readQuery(typed)
  const facts = await listKnownWords(wordsToKnow(groups))
  const occurring = await listHalves(facts)
  return expressQuery(groups, facts, (half) => occurring.has(half))
}
