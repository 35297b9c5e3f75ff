import 'server-only'
import { z } from 'zod'
import { compareVersions, listLikeVersion } from '@/lib/exchange/comparison/data'
import type { Likeness } from '@/lib/exchange/comparison/types'
import { db } from '@/lib/base/db/db'
import {
  isLookalike,
  MAX_LOOKALIKES,
  orderLookalikes,
  orderShared,
  textShare,
  titleTerms,
} from './rules'
import type { DraftScope, Lookalike, OverlapText, DistinctiveTerm } from './types'
import { listDecided, LOOKED_AT } from './data'
import { CLOSE, listDistinctiveTerms, listTitled, listWorded, titledRow } from './words.data'

const MAX_DRAFTS = 40

const draftRow = titledRow.extend({
  titled: z.array(z.string()),
  revisionId: z.string(),
  status: z.enum(['draft', 'submitted', 'returned']),
  organisationId: z.string(),
})

async function listDrafts({
  distinctive,
  titled,
  initiativeId,
  scope,
}: {
  distinctive: readonly DistinctiveTerm[]
  titled: readonly string[]
  initiativeId: string
  scope: DraftScope
}) {
  return z.array(draftRow).parse(
    await db.$queryRaw`
      SELECT i.id::text AS "initiativeId", i.slug, r.title, r.summary, r.id::text AS "revisionId",
        r.status::text AS status, i.organisation_id::text AS "organisationId",
        revision_region_slugs(r.id) AS regions,
        ARRAY(
          SELECT w
          FROM unnest(${[...titled]}::text[]) AS w
          WHERE to_tsvector('praktijk', r.title) @@ plainto_tsquery('praktijk', w)
        ) AS titled,
        ARRAY(
          SELECT w.word
          FROM unnest(
            ${distinctive.map(({ word }) => word)}::text[],
            ${distinctive.map(({ expression }) => expression)}::text[]
          ) AS w (word, expression)
          WHERE d.document @@ to_tsquery('praktijk', w.expression)
        ) AS words
      FROM (
        SELECT r.*
        FROM initiative_revision r
        JOIN initiative i ON i.id = r.initiative_id
        WHERE i.published_revision_id IS NULL
          AND i.id <> ${initiativeId}::uuid
          AND (
            r.status IN ('draft', 'submitted', 'returned')
            AND i.organisation_id = ANY (${[...scope.organisationIds]}::uuid[])
            OR r.status IN ('submitted', 'returned')
            AND ${scope.seesSubmitted}
          )
        ORDER BY r.updated_at DESC, r.id
        LIMIT ${MAX_DRAFTS}
      ) r
      JOIN initiative i ON i.id = r.initiative_id
      CROSS JOIN LATERAL revision_search_text(r.id) x
      CROSS JOIN LATERAL (
        SELECT to_tsvector('praktijk', concat_ws(' ', r.title, r.summary, x.body)) AS document
      ) d
      ORDER BY r.id`,
  )
}

/** With the provinces above them. The whole country is near to everyone and so to no one. */
async function listNearby(revisionId: string): Promise<Set<string>> {
  const rows = z.array(z.object({ slug: z.string() })).parse(
    await db.$queryRaw`
      SELECT r.slug
      FROM region r
      WHERE r.slug = ANY (revision_region_slugs(${revisionId}::uuid))
        AND r.type IN ('labour_market', 'province', 'municipality')
      ORDER BY r.slug`,
  )
  return new Set(rows.map(({ slug }) => slug))
}

interface Found {
  initiativeId: string
  slug: string
  title: string
  summary: string
  regions: string[]
  similarity: number
  likeness: Likeness
  titleTerms: string[]
  shared: string[]
  draft: Lookalike['draft']
}
const NOTHING: Likeness = { shared: [], apart: [] }

async function findPublished(
  source: OverlapText,
  titled: readonly string[],
  distinctive: readonly DistinctiveTerm[],
): Promise<Found[]> {
  const { revisionId, initiativeId } = source
  const [alike, inTitle, inText] = await Promise.all([
    listLikeVersion(revisionId, initiativeId, LOOKED_AT),
    listTitled(titled, initiativeId),
    listWorded(distinctive, initiativeId),
  ])
  const of = (rows: readonly { initiativeId: string; words: string[] }[], id: string) =>
    rows.find((row) => row.initiativeId === id)?.words ?? []
  return [
    ...new Map([...inText, ...inTitle, ...alike].map((one) => [one.initiativeId, one])).values(),
  ].map(({ initiativeId: id, slug, title, summary, regions }) => {
    const byTags = alike.find((one) => one.initiativeId === id)
    return {
      initiativeId: id,
      slug,
      title,
      summary,
      regions,
      similarity: byTags?.similarity ?? 0,
      likeness: byTags?.likeness ?? NOTHING,
      titleTerms: of(inTitle, id),
      shared: of(inText, id),
      draft: null,
    }
  })
}

async function findDrafts(
  source: OverlapText,
  titled: readonly string[],
  distinctive: readonly DistinctiveTerm[],
  scope: DraftScope,
): Promise<Found[]> {
  if (scope.organisationIds.length === 0 && !scope.seesSubmitted) return []
  const rows = await listDrafts({ distinctive, titled, initiativeId: source.initiativeId, scope })
  const tags = await compareVersions(
    source.revisionId,
    rows.map((row) => row.revisionId),
  )
  return rows.map(
    ({
      initiativeId,
      slug,
      title,
      summary,
      regions,
      titled: titleShared,
      words,
      revisionId,
      status,
      organisationId,
    }) => ({
      initiativeId,
      slug,
      title,
      summary,
      regions,
      ...(tags.get(revisionId) ?? { similarity: 0, likeness: NOTHING }),
      titleTerms: titleShared,
      shared: words,
      draft: { revisionId, status, organisationId },
    }),
  )
}

/** Lookalikes of a version with reasons and decisions: published ones and drafts in `scope`. */
export async function listLookalikes(source: OverlapText, scope: DraftScope): Promise<Lookalike[]> {
  const { revisionId, initiativeId } = source
  const titled = titleTerms(source.title)
  const [distinctive, nearby] = await Promise.all([
    listDistinctiveTerms(source.text),
    listNearby(revisionId),
  ])
  const found = (
    await Promise.all([
      findPublished(source, titled, distinctive),
      findDrafts(source, titled, distinctive, scope),
    ])
  ).flat()
  const named = found
    .map(({ shared, ...one }) => ({
      ...one,
      text: textShare(shared, distinctive),
      textTerms: orderShared(shared, distinctive),
    }))
    .filter(({ similarity, titleTerms: inTitle, text, textTerms: inText }) =>
      isLookalike({
        similarity,
        shared: inTitle.length,
        words: titled.length,
        text,
        textTerms: inText.length,
      }),
    )
  const ids = named.map((one) => one.initiativeId)
  const [decided, owners] = await Promise.all([
    listDecided(initiativeId, ids),
    db.initiative.findMany({
      where: { id: { in: ids } },
      select: { id: true, organisation: { select: { name: true } } },
      orderBy: { id: 'asc' },
      take: MAX_DRAFTS + CLOSE + LOOKED_AT * 2,
    }),
  ])
  const owner = new Map(owners.map(({ id, organisation }) => [id, organisation.name]))
  const lookalikes = named.map(({ regions, ...one }) => ({
    ...one,
    near: regions.some((region) => nearby.has(region)),
    organisation: owner.get(one.initiativeId) ?? '',
    decided: decided.get(one.initiativeId) ?? null,
  }))
  return orderLookalikes(lookalikes).slice(0, MAX_LOOKALIKES)
}
