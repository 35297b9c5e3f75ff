import 'server-only'
import { z } from 'zod'
import { db, type Transaction } from '@/lib/base/db/db'
import { toCalendarDate } from '@/lib/base/text/calendar'
import { toOutcomeFacts } from '@/lib/judgement/measurements/outcomes.rules'
import {
  MANAGED,
  type ManagedVocabulary,
  type StoredTerm,
  type TermDetail,
  type TermRow,
  type TermUse,
} from './types'

const MAX_TERMS = 2_000
const NO_USE: TermUse = {
  initiatives: 0,
  calls: 0,
  obstacles: 0,
  adoptions: 0,
  people: 0,
  followers: 0,
  indicators: 0,
}

const useRow = z.object({
  id: z.string(),
  initiatives: z.number(),
  calls: z.number(),
  obstacles: z.number(),
  adoptions: z.number(),
  people: z.number(),
  followers: z.number(),
  indicators: z.number(),
})

/** How often each of these terms is used; initiatives count once, by published version or draft. */
export async function countUse(
  ids: readonly string[],
  tx: Transaction = db,
): Promise<ReadonlyMap<string, TermUse>> {
  const rows = z.array(useRow).parse(
    await tx.$queryRaw`
      SELECT t.id::text,
        (
          SELECT count(DISTINCT r.initiative_id)::int
          FROM (
              SELECT revision_id
              FROM revision_term
              WHERE term_id = t.id
              UNION ALL
              SELECT revision_id
              FROM revision_other_instrument
              WHERE term_id = t.id
            ) rt
            JOIN initiative_revision r ON r.id = rt.revision_id AND r.status <> 'superseded'
        ) AS initiatives,
        (SELECT count(*)::int FROM call_term c WHERE c.term_id = t.id) AS calls,
        (SELECT count(*)::int FROM obstacle_group o WHERE o.term_id = t.id) AS obstacles,
        (SELECT count(*)::int FROM adoption a WHERE a.target_group_id = t.id) AS adoptions,
        (SELECT count(*)::int FROM user_expertise e WHERE e.term_id = t.id) AS people,
        (
          SELECT count(*)::int
          FROM follow f
          WHERE f.subject_type = 'target_group' AND f.subject_id = t.id
        ) AS followers,
        (SELECT count(*)::int FROM initiative_indicator i WHERE i.outcome_id = t.id) AS indicators
      FROM unnest(${[...ids]}::uuid[]) AS t (id)`,
  )
  return new Map(rows.map(({ id, ...use }) => [id, use]))
}

const stored = {
  id: true,
  slug: true,
  labelNl: true,
  labelEn: true,
  altLabels: true,
  parentId: true,
  replacedById: true,
  retiredOn: true,
  attributes: true,
} as const

const measureOf = (vocabulary: ManagedVocabulary, attributes: unknown) =>
  vocabulary === 'outcome' ? toOutcomeFacts(attributes) : null

/** Every term of a vocabulary, merged ones too. */
export async function listStoredTerms(
  vocabulary: ManagedVocabulary,
  tx: Transaction = db,
): Promise<StoredTerm[]> {
  const rows = await tx.term.findMany({
    where: { vocabulary },
    select: stored,
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    take: MAX_TERMS,
  })
  return rows.map(({ retiredOn, attributes, ...row }) => ({
    ...row,
    retired: retiredOn !== null,
    measure: measureOf(vocabulary, attributes),
  }))
}

const detailed = { ...stored, definitionNl: true, definitionEn: true, version: true } as const

/** The terms of a vocabulary with their use, without merged ones; retired ones too. */
export async function listTermRows(vocabulary: ManagedVocabulary): Promise<TermRow[]> {
  const rows = await db.term.findMany({
    where: { vocabulary, replacedById: null },
    select: detailed,
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    take: MAX_TERMS,
  })
  const use = await countUse(rows.map(({ id }) => id))
  return rows.map(({ retiredOn, attributes, ...row }) => ({
    ...row,
    measure: measureOf(vocabulary, attributes),
    retiredOn: toCalendarDate(retiredOn),
    use: use.get(row.id) ?? NO_USE,
  }))
}

/** How many terms each vocabulary offers. */
export async function countTerms(): Promise<ReadonlyMap<ManagedVocabulary, number>> {
  const rows = await db.term.groupBy({
    by: ['vocabulary'],
    where: { vocabulary: { in: Object.values(MANAGED) }, replacedById: null, retiredOn: null },
    _count: { _all: true },
    orderBy: { vocabulary: 'asc' },
  })
  return new Map(rows.map((row) => [row.vocabulary as ManagedVocabulary, row._count._all]))
}

/** One term with its past; null when it does not exist. */
export async function getTerm(
  vocabulary: ManagedVocabulary,
  slug: string,
): Promise<TermDetail | null> {
  const row = await db.term.findUnique({
    where: { vocabulary_slug: { vocabulary, slug } },
    select: {
      ...detailed,
      replacedBy: { select: { slug: true, labelNl: true } },
      replaces: { select: { slug: true, labelNl: true }, orderBy: { slug: 'asc' }, take: 100 },
      formerNames: {
        select: { labelNl: true, labelEn: true, until: true },
        orderBy: [{ until: 'desc' }, { id: 'desc' }],
        take: 100,
      },
    },
  })
  if (!row) return null
  const { retiredOn, replacedBy, replaces, attributes, ...term } = row
  return {
    ...term,
    measure: measureOf(vocabulary, attributes),
    vocabulary,
    retiredOn: toCalendarDate(retiredOn),
    use: (await countUse([row.id])).get(row.id) ?? NO_USE,
    merged: replaces,
    successor: replacedBy,
  }
}

/** Where the page of a term is; null when it is none of a vocabulary that is kept here. */
export async function findTerm(
  id: string,
): Promise<{ vocabulary: ManagedVocabulary; slug: string } | null> {
  if (!z.uuid().safeParse(id).success) return null
  const row = await db.term.findUnique({ where: { id }, select: { vocabulary: true, slug: true } })
  const vocabulary = Object.values(MANAGED).find((one) => one === row?.vocabulary)
  return row && vocabulary ? { vocabulary, slug: row.slug } : null
}

/** What a merge would move: uses that the successor has too are not doubled. */
export async function countDoubles(id: string, intoId: string): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT r.initiative_id)::int AS count
    FROM revision_term a
    JOIN revision_term b ON b.revision_id = a.revision_id AND b.term_id = ${intoId}::uuid
    JOIN initiative_revision r ON r.id = a.revision_id AND r.status <> 'superseded'
    WHERE a.term_id = ${id}::uuid`
  return rows[0]?.count ?? 0
}
