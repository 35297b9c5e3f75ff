import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { compareVersions, listLikeVersion } from '@/lib/exchange/comparison/data'
import { searchThrough } from '@/lib/exchange/comparison/rules'
import type { Likeness } from '@/lib/exchange/comparison/types'
import { db } from '@/lib/base/db/db'
import { expressEach } from '@/lib/base/words/data'
import {
  commonFrom,
  isLookalike,
  joinState,
  MAX_LOOKALIKES,
  orderLookalikes,
  orderShared,
  distinctiveTerms,
  textShare,
  textWords,
  titleWords,
} from './rules'
import type {
  Decided,
  DraftScope,
  Joining,
  JoiningRow,
  Lookalike,
  OverlapOther,
  OverlapText,
  DistinctiveTerm,
  Variant,
} from './types'

const LOOKED_AT = 12
const MAX_LINKS = 50
/** Drafts that are looked at, the newest first: an organisation has no more under way, and a moderator none that long. */
const MAX_DRAFTS = 40
/** Rows that may be weighed for one question (lib/exchange/comparison/data.ts). */
const BUDGET = 6_000
const CLOSE = 40
const MAX_CHOICES = 100

const titledRow = z.object({
  initiativeId: z.string(),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  regions: z.array(z.string()),
  words: z.array(z.string()),
})

/** Published initiatives with words of this title in their own. */
async function listTitled(words: readonly string[], initiativeId: string) {
  if (words.length === 0) return []
  return z.array(titledRow).parse(
    await db.$queryRaw`
    SELECT s.initiative_id::text AS "initiativeId", s.slug, s.title, s.summary, s.regions,
      ARRAY(SELECT w FROM unnest(${[...words]}::text[]) AS w WHERE s.title_words @@ plainto_tsquery('praktijk', w)) AS words
    FROM initiative_search s
    WHERE s.title_words @@ websearch_to_tsquery('praktijk', ${words.join(' OR ')}) AND s.initiative_id <> ${initiativeId}::uuid
    ORDER BY ts_rank(s.title_words, websearch_to_tsquery('praktijk', ${words.join(' OR ')})) DESC, s.initiative_id LIMIT ${LOOKED_AT}`,
  )
}

/** The words by which this text is known among the published texts. */
async function listDistinctiveTerms(text: string): Promise<DistinctiveTerm[]> {
  const words = textWords(text)
  if (words.length === 0) return []
  const expressed = [...(await expressEach(words))]
  const total =
    (await db.searchTag.findUnique({ where: { id: 0 }, select: { count: true } }))?.count ?? 0
  const rows = z
    .array(z.object({ word: z.string(), expression: z.string(), count: z.number() }))
    .parse(
      await db.$queryRaw`
    SELECT w.word, w.expression, (SELECT count(*)::int FROM (SELECT 1 FROM initiative_search s WHERE s.document @@ to_tsquery('praktijk', w.expression) LIMIT ${commonFrom(total) + 1}) found) AS count
    FROM unnest(${expressed.map(([word]) => word)}::text[], ${expressed.map(([, expression]) => expression)}::text[]) AS w (word, expression)
    WHERE numnode(to_tsquery('praktijk', w.word)) > 0 ORDER BY w.word`,
    )
  return distinctiveTerms(rows, total)
}

/** Published initiatives whose text shares most of what these words tell. */
async function listWorded(distinctive: readonly DistinctiveTerm[], initiativeId: string) {
  const known = distinctive.filter(({ count }) => count > 0)
  if (known.length === 0) return []
  const through = searchThrough(known, BUDGET)
  const close = z.array(z.object({ id: z.string() })).parse(
    await db.$queryRaw`
    SELECT s.initiative_id::text AS id FROM unnest(${through.map(({ expression }) => expression)}::text[], ${through.map(({ weight }) => weight)}::float8[]) AS w (expression, weight)
    JOIN initiative_search s ON s.document @@ to_tsquery('praktijk', w.expression)
    WHERE s.initiative_id <> ${initiativeId}::uuid GROUP BY s.initiative_id ORDER BY sum(w.weight) DESC, s.initiative_id LIMIT ${CLOSE}`,
  )
  return z.array(titledRow).parse(
    await db.$queryRaw`
    SELECT s.initiative_id::text AS "initiativeId", s.slug, s.title, s.summary, s.regions,
      ARRAY(SELECT w.word FROM unnest(${known.map(({ word }) => word)}::text[], ${known.map(({ expression }) => expression)}::text[]) AS w (word, expression)
        WHERE s.document @@ to_tsquery('praktijk', w.expression)) AS words
    FROM initiative_search s WHERE s.initiative_id = ANY (${close.map(({ id }) => id)}::uuid[]) ORDER BY s.initiative_id`,
  )
}

const draftRow = titledRow.extend({
  titled: z.array(z.string()),
  revisionId: z.string(),
  status: z.enum(['draft', 'submitted', 'returned']),
  organisationId: z.string(),
})

/** What is not published yet and may be seen, with the words it shares. */
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
    SELECT i.id::text AS "initiativeId", i.slug, r.title, r.summary, r.id::text AS "revisionId", r.status::text AS status, i.organisation_id::text AS "organisationId",
      revision_region_slugs(r.id) AS regions,
      ARRAY(SELECT w FROM unnest(${[...titled]}::text[]) AS w WHERE to_tsvector('praktijk', r.title) @@ plainto_tsquery('praktijk', w)) AS titled,
      ARRAY(SELECT w.word FROM unnest(${distinctive.map(({ word }) => word)}::text[], ${distinctive.map(({ expression }) => expression)}::text[]) AS w (word, expression)
        WHERE d.document @@ to_tsquery('praktijk', w.expression)) AS words
    FROM (
      SELECT r.* FROM initiative_revision r JOIN initiative i ON i.id = r.initiative_id
      WHERE i.published_revision_id IS NULL AND i.id <> ${initiativeId}::uuid
        AND (r.status IN ('draft', 'submitted', 'returned') AND i.organisation_id = ANY (${[...scope.organisationIds]}::uuid[]) OR r.status IN ('submitted', 'returned') AND ${scope.seesSubmitted})
      ORDER BY r.updated_at DESC, r.id LIMIT ${MAX_DRAFTS}
    ) r
    JOIN initiative i ON i.id = r.initiative_id
    CROSS JOIN LATERAL revision_search_text(r.id) x
    CROSS JOIN LATERAL (SELECT to_tsvector('praktijk', concat_ws(' ', r.title, r.summary, x.body)) AS document) d
    ORDER BY r.id`,
  )
}

/** Slugs of the regions of a version and of the provinces above them; a whole country is near to everyone and so to no one. */
async function listNearby(revisionId: string): Promise<Set<string>> {
  const rows = z.array(z.object({ slug: z.string() })).parse(
    await db.$queryRaw`
    SELECT r.slug FROM region r WHERE r.slug = ANY (revision_region_slugs(${revisionId}::uuid)) AND r.type IN ('labour_market', 'province', 'municipality') ORDER BY r.slug`,
  )
  return new Set(rows.map(({ slug }) => slug))
}

const REPLY = {
  welcome: true,
  words: true,
  createdAt: true,
  actor: { select: { name: true } },
} as const
const CHOICE = {
  id: true,
  otherId: true,
  answer: true,
  words: true,
  createdAt: true,
  actor: { select: { name: true } },
  reply: { select: REPLY },
} as const
interface ChoiceRow {
  id: string
  answer: Decided['answer']
  words: string
  createdAt: Date
  actor: { name: string } | null
  reply: { welcome: boolean; words: string; createdAt: Date; actor: { name: string } | null } | null
}

const toReply = (reply: ChoiceRow['reply']) =>
  reply && {
    welcome: reply.welcome,
    words: reply.words,
    by: reply.actor?.name ?? null,
    on: reply.createdAt,
  }
const toDecided = ({ id, answer, words, createdAt, actor, reply }: ChoiceRow): Decided => ({
  answer,
  words,
  by: actor?.name ?? null,
  on: createdAt,
  joining:
    answer === 'join' ? { id, state: joinState({ reply: toReply(reply), isLast: true }) } : null,
})

/** What was decided last about each other initiative. */
async function listDecided(
  initiativeId: string,
  otherIds: readonly string[],
): Promise<Map<string, Decided>> {
  const rows = await db.overlapChoice.findMany({
    where: { initiativeId, otherId: { in: [...otherIds] } },
    distinct: ['otherId'],
    orderBy: [{ otherId: 'asc' }, { createdAt: 'desc' }, { id: 'desc' }],
    select: CHOICE,
    take: LOOKED_AT * 4,
  })
  return new Map(rows.map((row) => [row.otherId, toDecided(row)]))
}

interface Found {
  initiativeId: string
  slug: string
  title: string
  summary: string
  regions: string[]
  similarity: number
  likeness: Likeness
  titleWords: string[]
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
      titleWords: of(inTitle, id),
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
      titleWords: titleShared,
      shared: words,
      draft: { revisionId, status, organisationId },
    }),
  )
}

/** Initiatives that look like this version, with why and with what was decided: published ones, and those in `scope`. */
export async function listLookalikes(source: OverlapText, scope: DraftScope): Promise<Lookalike[]> {
  const { revisionId, initiativeId } = source
  const titled = titleWords(source.title)
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
    .map((one) => ({
      ...one,
      text: textShare(one.shared, distinctive),
      textWords: orderShared(one.shared, distinctive),
    }))
    .filter(({ similarity, titleWords: inTitle, text, textWords: inText }) =>
      isLookalike({
        similarity,
        shared: inTitle.length,
        words: titled.length,
        text,
        textWords: inText.length,
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
  const lookalikes = named.map(
    ({
      initiativeId: id,
      slug,
      title,
      summary,
      regions,
      similarity,
      likeness,
      titleWords: inTitle,
      text,
      textWords: inText,
      draft,
    }) => ({
      initiativeId: id,
      slug,
      title,
      summary,
      near: regions.some((region) => nearby.has(region)),
      similarity,
      likeness,
      titleWords: inTitle,
      text,
      textWords: inText,
      draft,
      organisation: owner.get(id) ?? '',
      decided: decided.get(id) ?? null,
    }),
  )
  return orderLookalikes(lookalikes).slice(0, MAX_LOOKALIKES)
}

const OTHER = {
  id: true,
  slug: true,
  organisationId: true,
  organisation: { select: { name: true } },
  publishedRevision: { select: { title: true } },
  revisions: {
    where: { status: { in: ['draft', 'submitted', 'returned'] } },
    select: { id: true, title: true, status: true },
    orderBy: { number: 'desc' },
    take: 1,
  },
} satisfies Prisma.InitiativeSelect

/** Another initiative: its published version, else the open one. Whether an open one may be seen is for the policy to say. */
export async function getOther(initiativeId: string): Promise<OverlapOther | null> {
  const row = await db.initiative.findUnique({ where: { id: initiativeId }, select: OTHER })
  if (!row) return null
  const {
    slug,
    organisationId,
    publishedRevision,
    revisions: [open],
  } = row
  if (publishedRevision)
    return { initiativeId, slug, title: publishedRevision.title, organisationId, draft: null }
  return open
    ? {
        initiativeId,
        slug,
        title: open.title,
        organisationId,
        draft: { revisionId: open.id, status: open.status },
      }
    : null
}

/** Published variants of this initiative, whichever side linked them and as long as the last word of that side is that they are. */
export async function listVariants(initiativeId: string): Promise<Variant[]> {
  return z.array(z.object({ slug: z.string(), title: z.string(), organisation: z.string() })).parse(
    await db.$queryRaw`
    WITH last AS (
      SELECT DISTINCT ON (initiative_id, other_id) initiative_id, other_id, answer FROM overlap_choice
      WHERE initiative_id = ${initiativeId}::uuid OR other_id = ${initiativeId}::uuid ORDER BY initiative_id, other_id, created_at DESC, id DESC
    )
    SELECT DISTINCT s.slug, s.title, o.name AS organisation
    FROM last l JOIN initiative_search s ON s.initiative_id = CASE WHEN l.initiative_id = ${initiativeId}::uuid THEN l.other_id ELSE l.initiative_id END
    JOIN initiative i ON i.id = s.initiative_id JOIN organisation o ON o.id = i.organisation_id
    WHERE l.answer = 'variant' ORDER BY s.title, s.slug LIMIT ${MAX_LINKS}`,
  )
}

const titleOf = (row: {
  slug: string
  publishedRevision: { title: string } | null
  revisions: readonly { title: string }[]
}) => row.publishedRevision?.title ?? row.revisions[0]?.title ?? row.slug

/** A wish to join with its answer, or null. Who may read it is for the policy to say. */
export async function getJoining(id: string): Promise<Joining | null> {
  const row = await db.overlapChoice.findFirst({
    where: { id, answer: 'join' },
    select: {
      ...CHOICE,
      initiativeId: true,
      initiative: { select: OTHER },
      other: { select: OTHER },
    },
  })
  if (!row) return null
  const { initiativeId, otherId, initiative, other, createdAt, words, actor, reply } = row
  const later = await db.overlapChoice.count({
    where: {
      initiativeId,
      otherId,
      OR: [{ createdAt: { gt: createdAt } }, { createdAt, id: { gt: id } }],
    },
  })
  return {
    id,
    initiativeId,
    own: titleOf(initiative),
    other: { initiativeId: otherId, slug: other.slug, title: titleOf(other) },
    words,
    askedAt: createdAt,
    asker: actor?.name ?? null,
    askerOrganisationId: initiative.organisationId,
    askerOrganisation: initiative.organisation.name,
    ownerOrganisationId: other.organisationId,
    ownerOrganisation: other.organisation.name,
    isLast: later === 0,
    reply: toReply(reply),
  }
}

/** Wishes to join that wait for an answer of these organisations, longest first. */
export async function listWaiting(organisationIds: readonly string[]): Promise<JoiningRow[]> {
  if (organisationIds.length === 0) return []
  return z
    .array(
      z.object({ id: z.string(), title: z.string(), organisation: z.string(), askedAt: z.date() }),
    )
    .parse(
      await db.$queryRaw`
    SELECT c.id::text AS id, coalesce(p.title, (SELECT o.title FROM initiative_revision o WHERE o.initiative_id = i.id ORDER BY o.number DESC LIMIT 1), i.slug) AS title, a.name AS organisation, c.created_at AS "askedAt"
    FROM overlap_choice c
    JOIN initiative i ON i.id = c.other_id LEFT JOIN initiative_revision p ON p.id = i.published_revision_id
    JOIN initiative own ON own.id = c.initiative_id JOIN organisation a ON a.id = own.organisation_id
    WHERE i.organisation_id = ANY (${[...organisationIds]}::uuid[]) AND c.answer = 'join' AND NOT EXISTS (SELECT FROM overlap_reply r WHERE r.choice_id = c.id)
      AND NOT EXISTS (SELECT FROM overlap_choice l WHERE l.initiative_id = c.initiative_id AND l.other_id = c.other_id AND (l.created_at, l.id) > (c.created_at, c.id))
    ORDER BY c.created_at, c.id LIMIT ${MAX_CHOICES}`,
    )
}

/** What was decided last about every initiative that looked like this one, newest first. */
export async function listChoices(
  initiativeId: string,
): Promise<(Decided & { other: OverlapOther })[]> {
  const rows = await db.overlapChoice.findMany({
    where: { initiativeId },
    distinct: ['otherId'],
    orderBy: [{ otherId: 'asc' }, { createdAt: 'desc' }, { id: 'desc' }],
    select: { ...CHOICE, other: { select: OTHER } },
    take: MAX_CHOICES,
  })
  return rows
    .map(({ other, ...row }) => {
      const [open] = other.revisions
      const draft =
        other.publishedRevision || !open ? null : { revisionId: open.id, status: open.status }
      return {
        ...toDecided(row),
        other: {
          initiativeId: other.id,
          slug: other.slug,
          title: titleOf(other),
          organisationId: other.organisationId,
          draft,
        },
      }
    })
    .toSorted((a, b) => b.on.getTime() - a.on.getTime())
}
