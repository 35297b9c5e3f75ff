import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import { Lifecycle } from '@/generated/prisma/enums'
import {
  DIRECTION_SLUGS,
  directionOf,
  type EvidenceCount,
  NO_GAIN,
} from '@/lib/knowledge/evidence/direction.rules'
import { effectSizeSchema, evidenceCountsSchema } from '@/lib/knowledge/evidence/schema'
import { EVIDENCE_DIRECTIONS, EVIDENCE_LEVELS } from '@/lib/knowledge/evidence/types'
import { db } from '@/lib/base/db/db'
import { NO_WORDS } from '@/lib/base/words/rules'
import type { ParsedQuery } from '@/lib/base/words/types'
import { FACET_PARAMETERS, fromParameter } from './parameters.rules'
import { MARK_END, MARK_START, MEASURED_RANK } from './rules'
import {
  type Counts,
  type Facet,
  FACETS,
  type FitWeight,
  type Relaxation,
  type SearchHit,
  type Selection,
  type Sort,
} from './types'

const matches = (words: ParsedQuery) => Prisma.sql`to_tsquery('praktijk', ${words.expression})`

/** Tag numbers come from a table, never from outside. */
function conditions(words: ParsedQuery, selection: Selection, except?: Facet): Prisma.Sql {
  const parts = FACETS.filter((facet) => facet !== except && selection[facet].length > 0).map(
    (facet) =>
      Prisma.sql`
        s.tags && ARRAY(
          SELECT id
          FROM search_tag
          WHERE facet = ${FACET_PARAMETERS[facet]}
            AND slug = ANY (${selection[facet]}::text[])
        )
      `,
  )
  if (words.expression !== '') parts.push(Prisma.sql`s.document @@ ${matches(words)}`)
  return parts.length === 0 ? Prisma.sql`true` : Prisma.join(parts, ' AND ')
}

const hitSchema = z.object({
  initiativeId: z.string(),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  snippet: z
    .string()
    .nullable()
    .transform((text) => (text?.includes(MARK_START) ? text : null)),
  targetGroups: z.array(z.string()),
  instruments: z.array(z.string()),
  sectors: z.array(z.string()),
  challenges: z.array(z.string()),
  regions: z.array(z.string()),
  lifecycle: z.enum(Lifecycle),
  stopReason: z.string().nullable(),
  rank: z.number(),
  direction: z.string().nullable().transform(directionOf),
  size: effectSizeSchema.nullable(),
  medians: z.array(z.number().nullable()),
  adoptions: z.number(),
  fit: z.number(),
  publishedAt: z.date().transform((moment) => moment.toISOString()),
}) satisfies z.ZodType<SearchHit>

export interface HitsQuery {
  words: ParsedQuery
  selection: Selection
  page: number
  pageSize: number
  sort?: Sort
  weights?: readonly FitWeight[]
  /** Text around the matches; costly for many hits. */
  snippets?: boolean
}

const NEWEST = Prisma.sql`s.published_at DESC, s.initiative_id`

/** The direction of a search row `s` as it is shown. */
export const DIRECTION = Prisma.sql`coalesce(s.direction, ${DIRECTION_SLUGS.unclear})`

const BY_DIRECTION = Prisma.sql`
  array_position(
    ${EVIDENCE_DIRECTIONS.map((direction) => DIRECTION_SLUGS[direction])}::text[],
    ${DIRECTION}
  )`

/**
 * What helps, the largest sure gain first, then what is mixed or cannot be said; what made no
 * difference or harms comes last. Within one direction the best researched comes first.
 */
export const HELPS_MOST = Prisma.sql`${BY_DIRECTION}, s.sure_gain DESC NULLS LAST, s.evidence_rank DESC`

/** Only this many matches, in the order of `order`, are ranked by relevance. */
const WEIGHED = 1_000

function order(sort: Sort, words: ParsedQuery): Prisma.Sql {
  if (sort === 'helps') return Prisma.sql`${HELPS_MOST}, ${NEWEST}`
  // How sure first, whatever was found; of what is equally sure, harm never stands on top.
  if (sort === 'evidence') return Prisma.sql`s.evidence_rank DESC, ${BY_DIRECTION}, ${NEWEST}`
  if (sort === 'adoptions') return Prisma.sql`s.adoptions DESC, ${NEWEST}`
  if (sort === 'fit') return Prisma.sql`fit DESC, ${HELPS_MOST}, ${NEWEST}`
  if (sort.startsWith('criterion'))
    return Prisma.sql`s.medians[${Number(sort.slice('criterion'.length))}::int] DESC NULLS LAST, ${NEWEST}`
  if (sort === 'newest' || words.expression === '') return NEWEST
  return Prisma.sql`(s.title_words @@ ${matches(words)}) DESC, ${NEWEST}`
}

const fitOf = (weights: readonly FitWeight[]) =>
  weights.length === 0
    ? Prisma.sql`0`
    : Prisma.sql`
        (
          SELECT coalesce(sum(w.weight), 0)
          FROM search_tag t
          JOIN unnest(
            ${weights.map(({ facet }) => FACET_PARAMETERS[facet])}::text[],
            ${weights.map(({ slug }) => slug)}::text[],
            ${weights.map(({ weight }) => weight)}::float8[]
          ) AS w (facet, slug, weight) USING (facet, slug)
          WHERE t.id = ANY (s.tags)
        )`

/** One page of published initiatives in the given order. */
export async function findInitiatives({
  words,
  selection,
  page,
  pageSize,
  sort = 'best',
  weights = [],
  snippets = true,
}: HitsQuery): Promise<SearchHit[]> {
  const fit = fitOf(weights)
  const options = `StartSel=${MARK_START}, StopSel=${MARK_END}, MaxWords=32, MinWords=18, MaxFragments=1`
  const snippet =
    words.expression === '' || !snippets
      ? Prisma.sql`NULL`
      : Prisma.sql`ts_headline('praktijk', h.summary || ' ' || h.body, ${matches(words)}, ${options})`
  // Only ids are sorted, to keep the sort small; the page is cut before the costly highlighting.
  const cut = Prisma.sql`LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`
  const ids = Prisma.sql`
    SELECT s.initiative_id, ${fit} AS fit
    FROM initiative_search s
    WHERE ${conditions(words, selection)}
    ORDER BY ${order(sort, words)}`
  const cutIds =
    sort === 'best' && words.expression !== '' && page * pageSize <= WEIGHED
      ? Prisma.sql`
        SELECT c.*
        FROM (${ids} LIMIT ${WEIGHED}) c
        JOIN initiative_search s USING (initiative_id)
        ORDER BY ts_rank(s.document, ${matches(words)}) DESC, ${NEWEST} ${cut}`
      : Prisma.sql`${ids} ${cut}`
  const found = await db.$queryRaw`
    SELECT
      h.initiative_id AS "initiativeId", h.slug, h.title, h.summary, ${snippet} AS snippet,
      h.target_groups AS "targetGroups", h.instruments, h.sectors, h.challenges, h.regions,
      h.lifecycle,
      CASE
        WHEN h.lifecycle = 'stopped' THEN (
          SELECT stop_reason
          FROM initiative_revision r
          WHERE r.id = h.revision_id
        )
      END AS "stopReason",
      h.evidence_rank AS rank, h.direction, h.effect AS size, h.medians, h.adoptions, p.fit::float8 AS fit,
      h.published_at AS "publishedAt"
    FROM (
        SELECT c.*, row_number() OVER () AS place
        FROM (${cutIds}) c
      ) p
      JOIN initiative_search h USING (initiative_id)
    ORDER BY p.place
  `
  return z.array(hitSchema).parse(found)
}

const countSchema = z.object({
  only: z.string().nullable(),
  facet: z.string(),
  slug: z.string(),
  count: z.number(),
})
/** Every row carries this tag, so its count is the total. */
const TOTAL = ''

const named = (facet: Facet | null) => (facet === null ? null : FACET_PARAMETERS[facet])

const tally = (words: ParsedQuery, selection: Selection, only: Facet | null) => Prisma.sql`
  SELECT ${named(only)}::text AS only, t.facet, t.slug, c.count
  FROM (
    SELECT tag, count(*)::int AS count
    FROM initiative_search s, unnest(s.tags) AS tag
    WHERE ${conditions(words, selection, only ?? undefined)}
    GROUP BY tag
  ) c
  JOIN search_tag t ON t.id = c.tag
  WHERE ${only === null ? Prisma.sql`true` : Prisma.sql`t.facet = ${named(only)}`}`

const storedCounts = (only: Facet | null) => Prisma.sql`
  SELECT ${named(only)}::text AS only, t.facet, t.slug, t.count FROM search_tag t
  WHERE t.count > 0 AND ${only === null ? Prisma.sql`true` : Prisma.sql`t.facet = ${named(only)}`}`

/** Counts of all filters in one round trip; a used filter does not restrict its own counts. */
export async function countFacets(words: ParsedQuery, selection: Selection): Promise<Counts> {
  const used = FACETS.filter((facet) => selection[facet].length > 0)
  const free = words.expression === ''
  const parts = [
    free && used.length === 0 ? storedCounts(null) : tally(words, selection, null),
    ...used.map((facet) =>
      free && used.length === 1 ? storedCounts(facet) : tally(words, selection, facet),
    ),
  ]
  const rows = z.array(countSchema).parse(await db.$queryRaw`${Prisma.join(parts, ' UNION ALL ')}`)
  const counts: Counts = { total: 0, measured: 0, values: {} }
  for (const { only, facet, slug, count } of rows) {
    if (facet === TOTAL) counts.total = count
    const name = fromParameter(FACETS, FACET_PARAMETERS, facet)
    if (
      only === null &&
      name === 'evidence' &&
      EVIDENCE_LEVELS.findIndex((level) => level === slug) >= MEASURED_RANK
    )
      counts.measured += count
    if (name === undefined || (only === null && used.includes(name))) continue
    const own = (counts.values[name] ??= {})
    own[slug] = count
  }
  return counts
}

/** How many initiatives have which level in which direction. */
export async function countEvidence(selection: Selection): Promise<EvidenceCount[]> {
  return evidenceCountsSchema.parse(
    await db.$queryRaw`
      SELECT s.evidence_rank AS rank, ${DIRECTION} AS direction, count(*)::int AS count
      FROM initiative_search s
      WHERE ${conditions(NO_WORDS, selection)}
      GROUP BY 1, 2
      ORDER BY 1, 2`,
  )
}

/** Those with a direction without gain, and those that stopped; each once. */
export async function countWithoutGain(): Promise<number> {
  return db.initiativeSearch.count({
    where: {
      OR: [
        { direction: { in: NO_GAIN.map((direction) => DIRECTION_SLUGS[direction]) } },
        { lifecycle: Lifecycle.stopped },
      ],
    },
  })
}

/** For a search without results: what dropping the text or one filter would give, most first. */
export async function listRelaxations(
  words: ParsedQuery,
  selection: Selection,
): Promise<Relaxation[]> {
  const used = FACETS.filter((facet) => selection[facet].length > 0)
  const count = async (facet: Relaxation['facet'], where: Prisma.Sql): Promise<Relaxation> => {
    const rows =
      await db.$queryRaw`SELECT count(*)::int AS total FROM initiative_search s WHERE ${where}`
    return { facet, total: z.tuple([z.object({ total: z.number() })]).parse(rows)[0].total }
  }
  const ways = [
    ...(words.expression === '' || used.length === 0
      ? []
      : [count('q', conditions(NO_WORDS, selection))]),
    ...(used.length + (words.expression === '' ? 0 : 1) < 2
      ? []
      : used.map((facet) => count(facet, conditions(words, selection, facet)))),
  ]
  return (await Promise.all(ways))
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => b.total - a.total)
}
